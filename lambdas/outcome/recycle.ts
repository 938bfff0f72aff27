import { bindInForce } from "../adapters/agreement-in-force.ts";
import { untilTheyAgree, untilWritten } from "../adapters/contention.ts";
import { moveWrites } from "../adapters/dynamo-moves.ts";
import { transact } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import { JourneyInputSchema, type Situation } from "../contract/journey.ts";
import { judgeSla } from "../domain/follow-up/judge-sla.ts";
import { returnUnanswered } from "../domain/outcome/recycle-rules.ts";
import { ownerNow } from "../follow-up/owner-of.ts";
import { look, type TableTask, tableTask } from "../journey/task.ts";

/**
 * Returns a lead to marketing, in its next cycle, when no one followed it up in the agreed time: by the agreement in force
 * now, which may give sales longer than the one by which that was judged.
 */
export const recycle =
  (deps: TableTask) =>
  async (input: unknown): Promise<Situation> => {
    const { leadId, cycle } = JourneyInputSchema.parse(input);
    const { table, agreement, now } = deps;
    return untilWritten(async () => {
      const { lead, signals, stage } = await look(table, { leadId, cycle });
      if (lead.cycle !== cycle || lead.stage !== "handed-off") return { leadId, cycle, signals, stage };
      const at = now();
      const { verdict } = judgeSla(lead, await ownerNow(deps, lead), agreement, at);
      if (verdict !== "return-to-marketing") {
        await untilTheyAgree();
        return { leadId, cycle, signals, stage };
      }
      const next = returnUnanswered(lead, agreement, at);
      const outcome = await transact(table, moveWrites(table, lead, next, at));
      if (!outcome.done) return undefined;
      log.warn("Returned to marketing", { code: "lead-returned", leadId, correlationId: lead.correlationId });
      return { leadId, cycle, signals, stage: "over" as const };
    });
  };

export const handler = bindInForce(tableTask, recycle);
