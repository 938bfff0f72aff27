import { type InForceVersion, keepTerms } from "../adapters/dynamo-agreement-in-force.ts";
import { keepProposal, newProposalId, readProposals } from "../adapters/dynamo-proposals.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { KeptTerms } from "../contract/agreement-explained.ts";
import { propose, type Wish } from "../domain/agreement/proposal/proposal.ts";

/** A file that differs is looked for among so many: it may have been proposed by the deployment before. */
const mostLookedAt = 50;

const words = {
  es: {
    title: "El archivo del despliegue difiere del acuerdo firmado",
    why: "El último despliegue ha traído un acuerdo distinto del que firmaron los dos departamentos.",
  },
  en: {
    title: "The deployment's file differs from the signed agreement",
    why: "The last deployment brought another agreement than the one that both departments signed.",
  },
} as const;

/**
 * Makes a proposal of the agreement that a deployment brought. The same file again is the same proposal, also when it was
 * refused or withdrawn: it is said once for each version in force.
 * @returns its id
 */
export const proposeFile =
  (table: DynamoTable, now: () => string) =>
  async (terms: KeptTerms, { termsId: baseTermsId, number, version, since }: InForceVersion): Promise<string> => {
    const { agreement } = terms;
    const known = (await readProposals(table, mostLookedAt)).find(
      (each) => each.origin === "file" && each.version === agreement.version && each.base.number === number,
    );
    if (known !== undefined) return known.proposalId;
    const at = now();
    const [language = "en"] = agreement.terms.company.languages;
    const wish: Wish = {
      proposalId: newProposalId(at),
      origin: "file",
      ...words[language],
      by: "deployment",
      byName: "npm run deploy",
      at,
      base: { number, version, since },
      baseTermsId,
      version: agreement.version,
      termsId: await keepTerms(table, terms),
    };
    await keepProposal(table, propose(wish), undefined, []);
    return wish.proposalId;
  };
