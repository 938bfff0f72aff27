import type { RowMail, RowVerdict } from "../../contract/imports.ts";
import type { Submission } from "../capture/submission.ts";
import { differing, factFields, factOf } from "../lead/claims.ts";
import type { Lead } from "../lead/lead.ts";
import { inForce, type Suppression } from "../nurture/suppression.ts";
import type { ParsedRow } from "./parse-row.ts";

/** What is known of a row's address before it is taken in. */
export interface RowContext {
  readonly known?: Lead | undefined;
  /** Of the address, perhaps from an erased lead. */
  readonly suppression?: Suppression | undefined;
  /** The row of the list that has the same address first. */
  readonly earlierRow?: number | undefined;
}

/** What becomes of a row. Of two rows with one address the first counts: which of them is newer, nobody can tell. */
export const judgeRow = (row: ParsedRow, { known, suppression, earlierRow }: RowContext): RowVerdict => {
  if (!row.ok) return { is: "refused", because: row.because, ...(row.field !== undefined && { field: row.field }) };
  if (earlierRow !== undefined)
    return { is: "refused", because: "duplicate-in-list", field: "email", ofRow: earlierRow };
  const { submission, consent, notes } = row;
  const mail = mailHeld(known, suppression);
  const beside = { consent, ...(mail && { mail }), ...(notes.length > 0 && { notes: [...notes] }) };
  if (known === undefined) return { is: "new", ...beside };
  const said = { contact: submission.contact, language: submission.languageChosen ? submission.language : undefined };
  const fills = saidFields(submission).filter((field) => factOf(known, field) === undefined);
  const differs = [...new Set(differing(known, said).map(({ field }) => field))];
  return { is: "known", leadId: known.leadId, fills, differs, ...beside };
};

/** Why nothing is mailed, whatever the list says: only the owner of the address lifts that. */
const mailHeld = (known: Lead | undefined, suppression: Suppression | undefined): RowMail | undefined => {
  const held = inForce(suppression);
  const because = known?.undeliverable?.because ?? (held?.reason === "unsubscribed" ? undefined : held?.reason);
  if (because !== undefined) return because === "complained" ? "complained" : "undeliverable";
  if (known?.unsubscribedAt !== undefined || held?.reason === "unsubscribed") return "unsubscribed";
  return known?.declinedAt === undefined ? undefined : "declined";
};

const saidFields = ({ contact: { own = {}, readAs: _, ...contact }, languageChosen }: Submission): string[] => [
  ...factFields.filter((field) => (field === "language" ? languageChosen : Object.hasOwn(contact, field))),
  ...Object.keys(own).sort(),
];

/**
 * The row as it is taken in. A list never asks somebody again who has unsubscribed, declined, or whom mail does not reach: its
 * consent does not even lead to the mail that would confirm it.
 */
export const takenRow = (submission: Submission, verdict: RowVerdict): Submission =>
  verdict.is !== "refused" && verdict.mail !== undefined ? { ...submission, consents: [] } : submission;
