import type * as z from "zod/mini";
import { actionBodies, type LeadAction } from "../../contract/board.ts";
import { type FieldError, fieldErrorsOf } from "../../domain/http/http.ts";
import { answer } from "./answer.ts";
import { dismiss, takeOver } from "./claims.ts";
import { decide } from "./decide.ts";
import { edit, notSame } from "./edit.ts";
import { eraseLead } from "./erase.ts";
import { exportLead } from "./export.ts";
import type { BoardAction } from "./lead-action.ts";
import { newDeal } from "./new-deal.ts";
import { outcome } from "./outcome.ts";
import { override } from "./override.ts";
import { reassign } from "./reassign.ts";
import { recycle } from "./recycle.ts";
import { unsubscribe } from "./unsubscribe.ts";

type Reading =
  | { readonly ok: true; readonly action: BoardAction }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Parses the body of an action, with a problem per invalid field. */
export const parseAction = (action: LeadAction, body: unknown): Reading => readers[action](body);

const reading =
  <S extends z.ZodMiniType>(schema: S, apply: (body: z.infer<S>) => BoardAction) =>
  (body: unknown): Reading => {
    const read = schema.safeParse(body);
    return read.success ? { ok: true, action: apply(read.data) } : { ok: false, errors: fieldErrorsOf(read.error) };
  };

const readers: Record<LeadAction, (body: unknown) => Reading> = {
  decide: reading(actionBodies.decide, decide),
  override: reading(actionBodies.override, override),
  answer: reading(actionBodies.answer, answer),
  outcome: reading(actionBodies.outcome, outcome),
  reassign: reading(actionBodies.reassign, reassign),
  recycle: reading(actionBodies.recycle, recycle),
  "new-deal": reading(actionBodies["new-deal"], newDeal),
  "take-over": reading(actionBodies["take-over"], takeOver),
  dismiss: reading(actionBodies.dismiss, dismiss),
  edit: reading(actionBodies.edit, edit),
  "not-same": reading(actionBodies["not-same"], notSame),
  unsubscribe: reading(actionBodies.unsubscribe, unsubscribe),
  export: reading(actionBodies.export, exportLead),
  erase: reading(actionBodies.erase, eraseLead),
};
