import type { AgreementTerms } from "./agreement.ts";

type Limits = Required<NonNullable<AgreementTerms["limits"]>>;

/** What applies when the agreement says nothing: more than a busy day of people, far less than a flood. */
const usual: Limits = {
  network: { perHour: 20, perDay: 60 },
  domain: { perHour: 30, perDay: 100 },
  address: { perHour: 5, perDay: 10 },
  all: { perHour: 300, perDay: 1500 },
  fastLanePerDay: 40,
  strangerMailsPerHour: 200,
};

/** How much may come in, and go out to people we do not know, before a colleague looks at it. */
export const limitsOf = ({ limits = {} }: Pick<AgreementTerms, "limits">): Limits => ({
  network: limits.network ?? usual.network,
  domain: limits.domain ?? usual.domain,
  address: limits.address ?? usual.address,
  all: limits.all ?? usual.all,
  fastLanePerDay: limits.fastLanePerDay ?? usual.fastLanePerDay,
  strangerMailsPerHour: limits.strangerMailsPerHour ?? usual.strangerMailsPerHour,
});
