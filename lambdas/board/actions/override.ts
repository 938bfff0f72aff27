import type * as z from "zod/mini";
import { writeOverride } from "../../adapters/dynamo-overrides.ts";
import type { actionBodies } from "../../contract/board.ts";
import { sayOverride } from "../../domain/gate/apply-override.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { notNow } from "../../views/board/action-problems.ts";
import { sayWhy } from "../../views/story/why.ts";
import { type BoardAction, type Doing, done } from "./lead-action.ts";

/** Marketing overrides the gate for the rest of the cycle. */
export const override = ({ version, verdict, reason }: z.infer<(typeof actionBodies)["override"]>): BoardAction => ({
  action: "override",
  version,
  doneBefore: async (doing) => {
    const decided = { verdict, reason, by: nameOf(doing) };
    const { override: last } = doing.lead;
    const isSame = last?.verdict === verdict && last.reason === reason && last.by === decided.by;
    return isSame ? sayOverride(decided) : undefined;
  },
  act: async (doing) => {
    const { deps, lead, by, mark } = doing;
    const decided = { verdict, reason, by: nameOf(doing), at: deps.now() };
    const outcome = await writeOverride(deps.table, lead, decided, { agreement: deps.agreement, by, also: mark });
    if (outcome === undefined) return undefined;
    return outcome.is === "refused" ? notNow(sayWhy(lead, deps.agreement)) : done(lead.leadId, sayOverride(decided));
  },
});

/** The decision's sentences name the person. */
const nameOf = ({ deps, by }: Doing): string => nameOfPerson(by, deps.agreement);
