import { bindInForce } from "../adapters/agreement-in-force.ts";
import { writeScore } from "../adapters/dynamo-scores.ts";
import { log } from "../adapters/logger.ts";
import { JourneyInputSchema, type Score } from "../contract/journey.ts";
import { onDay } from "../domain/score/fact.ts";
import { scoreFit as judgeFit } from "../domain/score/score-fit.ts";
import { speakingFor } from "../domain/score/score-line.ts";
import { look, type TableTask, tableTask } from "../journey/task.ts";

/** How well the lead matches the buyer persona. */
export const scoreFit =
  ({ table, agreement, now }: TableTask) =>
  async (input: unknown): Promise<Score> => {
    const journey = JourneyInputSchema.parse(input);
    const { lead, signals } = await look(table, journey);
    const at = now();
    const { points, matched, lines, persona } = judgeFit(onDay(lead, at), agreement.terms);
    await writeScore(table, "fit", { lead, points, matched, lines, at, agreementVersion: agreement.version });
    log.info("Fit scored", { code: "fit-scored", leadId: lead.leadId, points, correlationId: lead.correlationId });
    return { points, matched, ids: speakingFor(lines), signals, persona, agreementVersion: agreement.version };
  };

export const handler = bindInForce(tableTask, scoreFit);
