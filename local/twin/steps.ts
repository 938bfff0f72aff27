import { escalate } from "../../lambdas/escalation/escalate.ts";
import { reassign } from "../../lambdas/escalation/reassign.ts";
import { climb } from "../../lambdas/follow-up/climb.ts";
import { judgeSla } from "../../lambdas/follow-up/judge-sla.ts";
import { remind } from "../../lambdas/follow-up/remind.ts";
import { decide } from "../../lambdas/gate/decide.ts";
import { assign } from "../../lambdas/hand-off/assign.ts";
import { handOff } from "../../lambdas/hand-off/hand-off.ts";
import { readLead } from "../../lambdas/journey/read-lead.ts";
import type { MailTask } from "../../lambdas/mail/mail-task.ts";
import { park } from "../../lambdas/nurture/park.ts";
import { sendStep } from "../../lambdas/nurture/send-step.ts";
import { ask } from "../../lambdas/outcome/ask.ts";
import { recycle } from "../../lambdas/outcome/recycle.ts";
import { scoreFamiliarity } from "../../lambdas/score/score-familiarity.ts";
import { scoreFit } from "../../lambdas/score/score-fit.ts";

type RealStep = (input: unknown) => Promise<object>;

/** The real function of the state of this name, with what it works with; none for what states write themselves. */
export const stepsOf = (task: MailTask): Partial<Record<string, RealStep>> => ({
  ...functionsOf(task),
  ...retiredOf(task),
});

/** The functions of states that only executions of an older definition have. */
const retiredOf = (task: MailTask) =>
  ({
    "Park the lead as dormant": park(task),
    "Assign a sales owner": assign(task),
  }) satisfies Record<string, RealStep>;

const functionsOf = (task: MailTask) =>
  ({
    "Read the lead": readLead(task.table),
    "Score persona fit": scoreFit(task),
    "Score familiarity": scoreFamiliarity(task),
    "Decide at the MQL gate": decide(task),
    "Send the next nurture step": sendStep(task),
    "Hand off to sales": handOff(task),
    "Judge the SLA": judgeSla(task),
    "Remind the rep": climb(task, remind),
    "Escalate the breach": climb(task, escalate),
    "Reassign the lead": reassign(task),
    "Ask what became of the lead": ask(task),
    "Return the lead to marketing": recycle(task),
  }) satisfies Record<string, RealStep>;

/** The states that call a function. */
export type Step = keyof ReturnType<typeof functionsOf>;
