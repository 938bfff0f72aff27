import { bindInForce } from "../adapters/agreement-in-force.ts";
import { readFamiliarity } from "../adapters/dynamo-familiarity.ts";
import { writeScore } from "../adapters/dynamo-scores.ts";
import { log } from "../adapters/logger.ts";
import { JourneyInputSchema, type Score } from "../contract/journey.ts";
import { scoreFamiliarity as judgeFamiliarity } from "../domain/score/score-familiarity.ts";
import { speakingFor } from "../domain/score/score-line.ts";
import { look, type TableTask, tableTask } from "../journey/task.ts";

/** How well the lead knows the brand, now: what it did, each event worth less as it grows old. */
export const scoreFamiliarity =
  ({ table, agreement, now }: TableTask) =>
  async (input: unknown): Promise<Score> => {
    const journey = JourneyInputSchema.parse(input);
    const { lead, signals } = await look(table, journey);
    const at = now();
    const sums = await readFamiliarity(table, lead.leadId, agreement);
    const { points, matched, lines, hot } = judgeFamiliarity(sums, agreement.terms, at);
    await writeScore(table, "familiarity", { lead, points, matched, lines, at, agreementVersion: agreement.version });
    log.info("Familiarity scored", {
      code: "familiarity-scored",
      leadId: lead.leadId,
      points,
      correlationId: lead.correlationId,
    });
    return { points, matched, ids: speakingFor(lines), signals, hot, agreementVersion: agreement.version };
  };

export const handler = bindInForce(tableTask, scoreFamiliarity);
