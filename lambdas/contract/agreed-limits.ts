import type { AgreementTerms } from "./agreement.ts";

type Limits = Required<NonNullable<AgreementTerms["limits"]>>;

/** What applies when the agreement says nothing: more than a busy hour of people, far less than a flood. */
const usual: Limits = { strangerMailsPerHour: 200 };

/** How much may go out to people we do not know before a colleague looks at it. */
export const limitsOf = ({ limits = {} }: Pick<AgreementTerms, "limits">): Limits => ({
  strangerMailsPerHour: limits.strangerMailsPerHour ?? usual.strangerMailsPerHour,
});
