import { randomUUID } from "node:crypto";
import type * as z from "zod/mini";
import { beginErasure } from "../../adapters/dynamo-erasure.ts";
import { log } from "../../adapters/logger.ts";
import type { actionBodies } from "../../contract/board.ts";
import { parseEmail } from "../../domain/capture/email.ts";
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
    const { leadId, createdAt: since } = lead;
    const erasure = { leadId, erasureId: randomUUID(), by, at: deps.now(), since };
    if (!(await beginErasure(deps.table, lead, erasure, mark))) return undefined;
    log.info("A lead is erased", { code: "lead-erased", leadId, correlationId: request.correlationId });
    await eraseAtOnce(deps.table, erasure);
    return done(leadId, erased);
  },
});

const erased = {
  es: "Los datos de esta persona se han borrado y sus enlaces ya no son válidos.",
  en: "This person's data has been erased, and their links are no longer valid.",
};
