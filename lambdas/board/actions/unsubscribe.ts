import type * as z from "zod/mini";
import { decisionWrite } from "../../adapters/dynamo-decisions.ts";
import { replaceLead, signal } from "../../adapters/dynamo-leads.ts";
import { readSuppression, suppress } from "../../adapters/dynamo-suppressions.ts";
import { transact } from "../../adapters/dynamo-table.ts";
import type { actionBodies } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { decidedBefore } from "./by-decision.ts";
import { type BoardAction, type Doing, done } from "./lead-action.ts";

/** The lead has asked a colleague for no more mails: the same as by the link, with who recorded it and why. */
export const unsubscribe = ({ version, reason }: z.infer<(typeof actionBodies)["unsubscribe"]>): BoardAction => ({
  action: "unsubscribe",
  version,
  // The decision's sentence has author and reason; nothing else records them.
  doneBefore: (doing) => decidedBefore(doing, "unsubscribe", sayEnded(doing, reason)),
  act: async (doing) => {
    const { deps, lead, by, mark } = doing;
    const { table, agreement } = deps;
    const at = deps.now();
    const sentence = sayEnded(doing, reason);
    const decision = {
      at,
      of: "unsubscribe",
      verdict: "unsubscribed",
      reasons: [sentence],
      agreementVersion: agreement.version,
      by,
    };
    const outcome = await transact(table, [
      replaceLead(table, lead, { ...lead, unsubscribedAt: at }),
      signal(table, lead.leadId),
      ...suppress(table, lead.email, await readSuppression(table, lead.email), { reason: "unsubscribed", at }),
      decisionWrite(table, lead, decision),
      ...mark,
    ]);
    return outcome.done ? done(lead.leadId, sentence) : undefined;
  },
});

const sayEnded = ({ deps, by }: Doing, reason: string): Bilingual => {
  const name = nameOfPerson(by, deps.agreement);
  return {
    es: `${name} lo ha dado de baja de nuestros correos: «${reason}»`,
    en: `${name} unsubscribed the lead from our e-mails: “${reason}”`,
  };
};
