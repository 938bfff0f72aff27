import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import { explainForBoard } from "../../lambdas/agreement/explain/explain-page.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import type { KeptTerms } from "../../lambdas/contract/agreement-explained.ts";
import { limits } from "../../lambdas/contract/limits.ts";
import { type Adopted, adopt } from "../../lambdas/in-force/adopt.ts";

/** What is kept of an agreement that was never a file. */
export const keptTermsOf = (agreement: Agreement): KeptTerms => ({
  agreement,
  text: `# ${agreement.version}\n`,
  chapters: explainForBoard(agreement),
});

/** From when on a second one holds that is brought then. */
export const heldFrom = (at: string): string =>
  new Date(Date.parse(at) + limits.agreementNoticeSeconds * 1000).toISOString();

/** A deployment brings this agreement, while nobody has signed one on the board. */
export const deployed = (table: DynamoTable, agreement: Agreement, at: string): Promise<Adopted> =>
  adopt(
    {
      table,
      now: () => at,
      propose: async () => {
        throw new Error("nobody has signed on the board");
      },
    },
    keptTermsOf(agreement),
  );
