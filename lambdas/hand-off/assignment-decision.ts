import type { Agreement } from "../contract/agreement.ts";
import type { Bilingual } from "../contract/stages.ts";

/** An assignment as one of the lead's decisions; `verdict` is the owner's id, or `nobody`. */
export const assignmentDecision = ({ version }: Agreement, at: string, verdict: string, explanation: Bilingual) => ({
  at,
  of: "assignment",
  verdict,
  reasons: [explanation],
  agreementVersion: version,
});
