import * as z from "zod/mini";
import { BilingualSchema } from "../contract/stages.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import type { Lead } from "../domain/lead/lead.ts";
import type { ScoreLine } from "../domain/score/score-line.ts";
import { type DynamoTable, readItem, rewriteAlone } from "./dynamo-table.ts";

export type Scorer = "fit" | "familiarity";

export interface WrittenScore {
  readonly points: number;
  readonly matched: number;
  readonly lines: readonly ScoreLine[];
}

/** Keeps the newest score with its lines, for mails and board; scoring again replaces it. */
export const writeScore = async (
  table: DynamoTable,
  scorer: Scorer,
  score: WrittenScore & { readonly lead: Lead; readonly at: string; readonly agreementVersion: string },
): Promise<void> => {
  const { lead, ...facts } = score;
  await rewriteAlone(table, keys.score(lead.leadId, scorer), { leadId: lead.leadId, cycle: lead.cycle, ...facts });
};

const WrittenScoreSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    points: z.number(),
    matched: z.int(),
    lines: z.array(
      z.object({
        criterion: z.string(),
        value: z.string(),
        points: z.number(),
        halfLife: z.optional(z.string()),
        sentence: BilingualSchema,
      }),
    ),
  }),
);

const unscored: WrittenScore = { points: 0, matched: 0, lines: [] };

export const readScore = async (table: DynamoTable, leadId: string, scorer: Scorer): Promise<WrittenScore> => {
  const item = await readItem(table, keys.score(leadId, scorer));
  return item === undefined ? unscored : WrittenScoreSchema.parse(item);
};
