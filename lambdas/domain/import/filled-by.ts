import type { Lead } from "../lead/lead.ts";

/** What a row has done to a lead that was known, as the lead itself says: also when the row is taken in again. */
export const filledBy = (
  { facts = {}, claims = [] }: Pick<Lead, "facts" | "claims">,
  submissionId: string,
): { readonly fills: string[]; readonly differs: string[] } => ({
  fills: Object.entries(facts)
    .filter(([, said]) => said.some(({ from, id }) => from === "form" && id === submissionId))
    .map(([field]) => field)
    .sort(),
  differs: [...new Set(claims.filter((claim) => claim.submissionId === submissionId).map(({ field }) => field))].sort(),
});
