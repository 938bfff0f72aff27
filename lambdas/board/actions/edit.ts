import type * as z from "zod/mini";
import { searchKeys } from "../../adapters/board-keys.ts";
import { decisionWrite, readDecisions } from "../../adapters/dynamo-decisions.ts";
import { readLead, replaceLead, signal } from "../../adapters/dynamo-leads.ts";
import { transact } from "../../adapters/dynamo-table.ts";
import { captureRules } from "../../capture/capture-rules-of.ts";
import type { actionBodies } from "../../contract/board.ts";
import { maySee } from "../../domain/board/board-user.ts";
import { phoneKeysOf } from "../../domain/board/phone-search.ts";
import { isCalledOther, notSameAs } from "../../domain/board/similar.ts";
import { afterEdits, type Edit, readEdits } from "../../domain/lead/edit.ts";
import { isId } from "../../domain/lead/lead.ts";
import { unfit } from "../../views/board/action-problems.ts";
import { fieldErrors, nothingChanged, sayEdited, sayNotSame } from "../../views/board/by-hand.ts";
import { type BoardAction, type Doing, done } from "./lead-action.ts";

/**
 * A colleague corrects what is known: by their word it counts from now on, in the next mail too; what was known stays in
 * the history. The journey is woken, since another size or job title may change the score.
 */
export const edit = ({ version, values }: z.infer<(typeof actionBodies)["edit"]>): BoardAction => {
  const read = ({ deps, lead }: Doing) => readEdits(lead, values, captureRules({ ...deps, siteOrigins: [] }));
  return {
    action: "edit",
    version,
    doneBefore: async (doing) => {
      const reading = read(doing);
      if (!reading.ok || reading.edits.length > 0) return undefined;
      const { deps, lead, by } = doing;
      const last = (await readDecisions(deps.table, lead)).findLast((each) => each.of === "edit" && each.by === by);
      return last?.reasons[0] ?? nothingChanged;
    },
    act: async (doing) => {
      const { deps, lead, by, mark } = doing;
      const { table, agreement } = deps;
      const reading = read(doing);
      if (!reading.ok) return unfit(fieldErrors(reading.problems));
      const { edits } = reading;
      if (edits.length === 0) return done(lead.leadId, nothingChanged);
      const at = deps.now();
      const reasons = sayEdited(edits, lead, by, agreement);
      const decision = { at, of: "edit", verdict: "edited", reasons, agreementVersion: agreement.version, by };
      const outcome = await transact(table, [
        replaceLead(table, lead, afterEdits(lead, edits, by, at)),
        decisionWrite(table, lead, decision, phoneKeys(edits)),
        signal(table, lead.leadId),
        ...mark,
      ]);
      return outcome.done ? done(lead.leadId, reasons[0] ?? nothingChanged) : undefined;
    },
  };
};

/** A form is found by its telephone; one that a colleague has corrected, by the record of that. */
const phoneKeys = (edits: readonly Edit[]) => {
  const phone = edits.find(({ field }) => field === "phone");
  const [key = ""] = phone?.value === undefined ? [] : phoneKeysOf(String(phone.value), phone.read?.numbers);
  return searchKeys(key);
};

/** A colleague says that another lead is somebody else: neither is shown beside the other any more. */
export const notSame = ({ version, leadId }: z.infer<(typeof actionBodies)["not-same"]>): BoardAction => ({
  action: "not-same",
  version,
  doneBefore: async ({ lead, by, deps }) => (isCalledOther(lead, leadId) ? sayNotSame(by, deps.agreement) : undefined),
  act: async (doing) => {
    const { deps, lead, by, mark, request } = doing;
    const { table, agreement } = deps;
    const other = isId(leadId) && leadId !== lead.leadId ? await readLead(table, leadId) : undefined;
    if (other === undefined || !maySee(request.user, other))
      return unfit([{ field: "leadId", detail: "expected the ID of another lead" }]);
    const said = sayNotSame(by, agreement);
    const decision = {
      at: deps.now(),
      of: "not-same",
      verdict: "not-same",
      reasons: [said],
      agreementVersion: agreement.version,
      by,
    };
    const outcome = await transact(table, [
      replaceLead(table, lead, notSameAs(lead, other)),
      replaceLead(table, other, notSameAs(other, lead)),
      decisionWrite(table, lead, decision),
      decisionWrite(table, other, decision),
      ...mark,
    ]);
    return outcome.done ? done(lead.leadId, said) : undefined;
  },
});
