import type * as z from "zod/mini";
import { decisionWrite, readDecisions } from "../../adapters/dynamo-decisions.ts";
import { replaceLead } from "../../adapters/dynamo-leads.ts";
import { readPerson } from "../../adapters/dynamo-person.ts";
import { transact } from "../../adapters/dynamo-table.ts";
import { log } from "../../adapters/logger.ts";
import type { ActionDone, actionBodies } from "../../contract/board.ts";
import { limits } from "../../contract/limits.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { hasProvenMailbox } from "../../domain/erasure/proven-mailbox.ts";
import { json } from "../../domain/http/http.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { readerIn } from "../../domain/text/when.ts";
import { unfit } from "../../views/board/action-problems.ts";
import { personFiles } from "../../views/person/person-files.ts";
import { type BoardAction, type Doing, done } from "./lead-action.ts";

type Asked = z.infer<(typeof actionBodies)["export"]>;

/**
 * The person has asked for all that is kept of them. A mailbox that they have confirmed gets a link; of any other person
 * operations gets it, once they have identified them, to hand it over.
 */
export const exportLead = (asked: Asked): BoardAction => ({
  action: "export",
  version: asked.version,
  doneBefore: async (doing) => {
    const said = [sayMailed(doing, asked.reason), sayHandedOut(doing, asked.reason)];
    const last = (await readDecisions(doing.deps.table, doing.lead)).findLast(({ of }) => of === "export");
    return said.find(({ es }) => last?.reasons.some((reason) => reason.es === es));
  },
  again: (doing, said) =>
    said.es === sayHandedOut(doing, asked.reason).es
      ? withFiles(doing, said)
      : Promise.resolve(done(doing.lead.leadId, said)),
  act: (doing) => (hasProvenMailbox(doing.lead) ? mailed(doing, asked) : handedOut(doing, asked)),
});

/** The mail follows from the lead's change: no request waits for the mail service. */
const mailed = async (doing: Doing, { reason }: Asked) => {
  const { deps, lead, by, mark, request } = doing;
  const at = deps.now();
  const said = sayMailed(doing, reason);
  const outcome = await transact(deps.table, [
    replaceLead(deps.table, lead, { ...lead, exportAsked: { at, by } }),
    decisionWrite(deps.table, lead, { ...decided(doing, at, said), verdict: "mailed" }),
    ...mark,
  ]);
  if (!outcome.done) return undefined;
  const { leadId } = lead;
  log.info("An export was asked for", { code: "export-asked", leadId, correlationId: request.correlationId });
  return done(leadId, said);
};

/** Noted before anything is shown. */
const handedOut = async (doing: Doing, { reason, identified = false }: Asked) => {
  const { deps, lead, mark, request } = doing;
  if (!identified) return unfit([{ field: "identified", detail: "expected true: nobody has confirmed this mailbox" }]);
  const at = deps.now();
  const said = sayHandedOut(doing, reason);
  const outcome = await transact(deps.table, [
    replaceLead(deps.table, lead, lead),
    decisionWrite(deps.table, lead, { ...decided(doing, at, said), verdict: "handed-out" }),
    ...mark,
  ]);
  if (!outcome.done) return undefined;
  const { leadId } = lead;
  log.info("An export was handed out", { code: "export-handed-out", leadId, correlationId: request.correlationId });
  return withFiles(doing, said);
};

/** All that is kept of the person now. */
const withFiles = async ({ deps, lead }: Doing, said: Bilingual) => {
  const { table, agreement } = deps;
  const { leadId, email, language } = lead;
  const reader = readerIn(language, agreement);
  const files = personFiles(await readPerson(table, email), agreement, reader, deps.now());
  return Buffer.byteLength(JSON.stringify(files)) > limits.personPageBytes
    ? done(leadId, tooMuch)
    : json(200, { leadId, said, files } satisfies ActionDone);
};

const tooMuch: Bilingual = {
  es: "Son demasiados datos para descargarlos aquí: pide que se saquen con «npm run person:export».",
  en: "This is too much data to download here: have it taken out with “npm run person:export”.",
};

const decided = ({ deps, by }: Doing, at: string, said: Bilingual) => ({
  at,
  of: "export",
  reasons: [said],
  agreementVersion: deps.agreement.version,
  by,
});

const sayMailed = ({ deps, by }: Doing, reason: string): Bilingual => {
  const name = nameOfPerson(by, deps.agreement);
  return {
    es: `${name} ha pedido que se le envíe el enlace a sus datos: «${reason}»`,
    en: `${name} asked for the link to their data to be mailed to them: “${reason}”`,
  };
};

const sayHandedOut = ({ deps, by }: Doing, reason: string): Bilingual => {
  const name = nameOfPerson(by, deps.agreement);
  return {
    es: `${name} ha comprobado su identidad y ha sacado sus datos para entregárselos: «${reason}»`,
    en: `${name} identified them and took out their data to hand it over: “${reason}”`,
  };
};
