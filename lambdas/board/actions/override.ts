import type * as z from "zod/mini";
import { writeOverride } from "../../adapters/dynamo-overrides.ts";
import type { actionBodies } from "../../contract/board.ts";
import { notNow } from "../../domain/board/actions/said.ts";
import { sayWhy } from "../../domain/board/story/why.ts";
import { sayOverride } from "../../domain/gate/override-gate.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { type Deed, type Doing, done } from "./lead-action.ts";

/** Marketing decides in the gate's place, for the rest of the cycle. */
export const override = ({ version, verdict, reason }: z.infer<(typeof actionBodies)["override"]>): Deed => ({
  action: "override",
  version,
  doneBefore: async (doing) => {
    const decided = { verdict, reason, by: nameOf(doing) };
    const { override: last } = doing.lead;
    const isSame = last?.verdict === verdict && last.reason === reason && last.by === decided.by;
    return isSame ? sayOverride(decided) : undefined;
  },
  act: async (doing) => {
    const { deps, lead, by } = doing;
    const decided = { verdict, reason, by: nameOf(doing), at: deps.now() };
    const outcome = await writeOverride(deps.table, lead, decided, { agreement: deps.agreement, by });
    if (outcome === undefined) return undefined;
    return outcome.is === "refused" ? notNow(sayWhy(lead, deps.agreement)) : done(lead.leadId, sayOverride(decided));
  },
});

/** The sentences about it name the person. */
const nameOf = ({ deps, by }: Doing): string => nameOfPerson(by, deps.agreement);
