import { randomUUID } from "node:crypto";
import type * as z from "zod/mini";
import { beginErasure } from "../../adapters/dynamo-erasure.ts";
import { type KeptDecision, readAllDecisions } from "../../adapters/dynamo-meetings.ts";
import { log } from "../../adapters/logger.ts";
import type { actionBodies } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { parseEmail } from "../../domain/capture/email.ts";
import { erasureOf } from "../../domain/erasure/erasure.ts";
import { mentions } from "../../domain/erasure/mentions.ts";
import { eraseAtOnce } from "../../erasure/erase.ts";
import { unfit } from "../../views/board/action-problems.ts";
import { type BoardAction, done } from "./lead-action.ts";

/**
 * Erases all personal data of a lead. The reason is not kept either: it is a colleague's text about the person.
 */
export const eraseLead = ({ version, confirm }: z.infer<(typeof actionBodies)["erase"]>): BoardAction => ({
  action: "erase",
  version,
  gone: erased,
  doneBefore: async () => undefined,
  act: async ({ deps, lead, by, request, mark }) => {
    if (parseEmail(confirm) !== lead.email)
      return unfit([{ field: "confirm", detail: "not this lead's e-mail address" }]);
    const { leadId } = lead;
    const erasure = erasureOf(lead, { erasureId: randomUUID(), by, at: deps.now() });
    // What colleagues wrote at meetings is theirs to change: afterwards nobody could find it by the person.
    const decisions = (await readAllDecisions(deps.table)).filter(({ text }) => mentions(text, lead));
    if (!(await beginErasure(deps.table, lead, erasure, mark))) return undefined;
    log.info("A lead is erased", { code: "lead-erased", leadId, correlationId: request.correlationId });
    await eraseAtOnce(deps.table, erasure);
    return done(leadId, sayErased(decisions));
  },
});

const sayErased = (decisions: readonly KeptDecision[]): Bilingual => {
  if (decisions.length === 0) return erased;
  const weeks = [...new Set(decisions.map(({ week }) => week))].join(", ");
  return {
    es: `${erased.es} Decisiones de reuniones parecen nombrarla; revísalas a mano: ${weeks}.`,
    en: `${erased.en} Decisions of meetings seem to name them; look through these by hand: ${weeks}.`,
  };
};

const erased = {
  es: "Los datos de esta persona se han borrado y sus enlaces ya no son válidos.",
  en: "This person's data has been erased, and their links are no longer valid.",
};
