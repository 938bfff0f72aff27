import type { AgreementTerms, Colleague } from "../../../contract/agreement.ts";
import type { Department } from "../../../contract/stages.ts";

/** Those of the team who may sign an agreement: all but the reps. */
export const signersIn = ({ marketing, director, managers }: AgreementTerms["team"]): readonly Colleague[] => [
  marketing,
  director,
  ...managers,
];

/** Id of the colleague whom these terms name to sign for the department. */
export const signerOf = (department: Department, { signers, team }: Pick<AgreementTerms, "signers" | "team">): string =>
  signers?.[department] ?? (department === "marketing" ? team.marketing.id : team.director.id);
