import type { History } from "../lead/history.ts";
import type { Consent, Declined, Lead } from "../lead/lead.ts";
import { endedAt } from "./standing-consents.ts";

/**
 * What became of it. Of a yes: `confirmed` by the link that was mailed for it, `unconfirmed`, `ended` for good, or `paused`,
 * confirmed but answered by a form's no since. Of a no: `obeyed`, until a confirmed yes has `lifted` it.
 */
type LedgerState = "confirmed" | "unconfirmed" | "ended" | "paused" | "obeyed" | "lifted";

/** One thing that a form said of a consent, in its own words. */
export interface LedgerEntry extends Pick<Consent, "at" | "said" | "textVersion" | "page" | "by" | "how"> {
  /** `unclear`: neither yes nor no, or to a purpose that is none of the agreement's; it counts as nothing. */
  readonly answer: "yes" | "no" | "unclear";
  readonly state?: LedgerState | undefined;
  /** Since when it is so. */
  readonly stateAt?: string | undefined;
}

/** Every yes, every no, and what was not understood, as far as they are kept: the newest first. */
export const consentLedger = (lead: Lead, forms: History["forms"]): LedgerEntry[] =>
  [
    ...lead.consents.map((consent) => ({
      ...proofOf(consent),
      ...(consent.by !== undefined && { by: consent.by, how: consent.how }),
      answer: "yes" as const,
      ...stateOf(consent, lead),
    })),
    ...(lead.declined ?? []).map((no) => ({ ...proofOf(no), answer: "no" as const, ...stateOfNo(no) })),
    ...forms.flatMap(({ at, pageUrl: page, other }) =>
      other.flatMap(({ name, value }) =>
        name === "consent" ? [{ at, page, said: value, answer: "unclear" as const }] : [],
      ),
    ),
  ].sort((one, other) => (one.at < other.at ? 1 : -1));

const proofOf = ({ at, said, textVersion, page }: Consent | Declined) => ({ at, said, textVersion, page });

type State = Pick<LedgerEntry, "state" | "stateAt">;

const stateOf = ({ at, confirmedAt, withdrawnAt }: Consent, lead: Lead): State => {
  if (withdrawnAt !== undefined) return { state: "ended", stateAt: withdrawnAt };
  const { unsubscribedAt, declinedAt } = lead;
  if (at > (endedAt(lead) ?? ""))
    return confirmedAt === undefined ? { state: "unconfirmed" } : { state: "confirmed", stateAt: confirmedAt };
  if (unsubscribedAt !== undefined && at <= unsubscribedAt) return { state: "ended", stateAt: unsubscribedAt };
  return { state: confirmedAt === undefined ? "ended" : "paused", stateAt: declinedAt };
};

const stateOfNo = ({ at, liftedAt }: Declined): State =>
  liftedAt === undefined ? { state: "obeyed", stateAt: at } : { state: "lifted", stateAt: liftedAt };
