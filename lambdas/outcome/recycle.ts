import { untilWritten } from "../adapters/contention.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { JourneyInputSchema, type Situation } from "../contract/journey.ts";
import { returnUnanswered } from "../domain/outcome/recycle-rules.ts";
import { look, type TableTask, tableTask } from "../journey/task.ts";

/** Returns a lead to marketing, in its next cycle, when no one followed it up in the agreed time. */
export const recycle =
  ({ table, agreement, now }: TableTask) =>
  async (input: unknown): Promise<Situation> => {
    const { leadId, cycle } = JourneyInputSchema.parse(input);
    return untilWritten(async () => {
      const { lead, signals, stage } = await look(table, { leadId, cycle });
      if (lead.cycle !== cycle || lead.stage !== "handed-off") return { leadId, cycle, signals, stage };
      const at = now();
      const next = returnUnanswered(lead, agreement, at);
      const outcome = await transact(table, moveWrites(table, lead, next, at));
      if (!outcome.done) return undefined;
      log.warn("Returned to marketing", { code: "lead-returned", leadId, correlationId: lead.correlationId });
      return { leadId, cycle, signals, stage: "over" as const };
    });
  };

export const handler = bindAtStart(() => recycle(tableTask()));
