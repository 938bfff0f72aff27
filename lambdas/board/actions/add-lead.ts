import { createHash } from "node:crypto";
import type * as z from "zod/mini";
import { readCompanyOwner } from "../../adapters/dynamo-company-owners.ts";
import { leadOfAddress } from "../../adapters/dynamo-search.ts";
import { log } from "../../adapters/logger.ts";
import { captureRules } from "../../capture/capture-rules-of.ts";
import { storeForm } from "../../capture/store-form.ts";
import type {
  AddLeadSchema,
  LeadAdded,
  Similar,
  SimilarBodySchema,
  SpokenConsent,
} from "../../contract/board-by-hand.ts";
import { maySee } from "../../domain/board/board-user.ts";
import { phoneKeysOf } from "../../domain/board/phone-search.ts";
import { similarLead } from "../../domain/board/similar.ts";
import { parseCountry } from "../../domain/capture/country.ts";
import { parseEmail } from "../../domain/capture/email.ts";
import { parseInstant } from "../../domain/capture/instant.ts";
import { parsePhones } from "../../domain/capture/phone.ts";
import type { FieldProblem } from "../../domain/capture/problems.ts";
import { readTyped } from "../../domain/capture/typed-by-colleague.ts";
import { companyOf } from "../../domain/hand-off/prospect.ts";
import { type HttpResponse, json } from "../../domain/http/http.ts";
import type { Consent } from "../../domain/lead/lead.ts";
import { todayOf } from "../../domain/team/availability.ts";
import { unfit } from "../../views/board/action-problems.ts";
import { fieldErrors, sayAdded } from "../../views/board/by-hand.ts";
import type { BoardDependencies, BoardRequest } from "../board-request.ts";
import { findSimilar } from "../similar-leads.ts";
import { releaseLead } from "./aside.ts";

/**
 * A colleague adds somebody whom they spoke to: by the intake of forms, so that a known address gets no second lead, and
 * the journey is the same. A repeated request finds what the first has stored.
 */
export const addLead = async (
  deps: BoardDependencies,
  { user, idempotencyKey, correlationId }: BoardRequest,
  typed: z.infer<typeof AddLeadSchema>,
): Promise<HttpResponse> => {
  const { email, values, way, campaign, consent, wants = false } = typed;
  const rules = captureRules({ ...deps, siteOrigins: [] });
  const read = readTyped({ email, values }, rules);
  if (!read.ok) return unfit(fieldErrors(read.problems));
  const { submission, bodyHash } = read;
  const at = deps.now();
  if (consent !== undefined && consent.on > todayOf({}, deps.agreement, at)) return unfit(fieldErrors([notYet]));
  const by = {
    id: user.colleagueId ?? user.user,
    way,
    ...(wants && user.role === "rep" && ({ wants: true } as const)),
  };
  const name = hashOf([user.user, submission.email, idempotencyKey ?? bodyHash]);
  await storeForm(deps, {
    submission: {
      ...submission,
      by,
      origin: way,
      utm: { campaign: campaign === "" ? undefined : campaign },
      consents: consent === undefined ? [] : [spoken(consent, by.id, bodyHash, rules)],
    },
    submissionId: name.slice(0, 22),
    referenceId: name.slice(22, 44),
    at,
    correlationId,
    isLimited: false,
    isAnswered: false,
    // Two tabs send two keys.
    fingerprints: [`KEY#${name}`, `BODY#${hashOf([user.user, submission.email, JSON.stringify(typed)])}`],
  });
  const stored = await leadOfAddress(deps.table, submission.email);
  // A colleague has spoken to them.
  const isReleased = stored?.aside !== undefined && (await releaseLead(deps, stored.leadId));
  const lead = isReleased ? await leadOfAddress(deps.table, submission.email) : stored;
  const isNew = lead?.firstForm === name.slice(0, 22);
  const isTheirs = lead !== undefined && maySee(user, lead);
  log.info("A colleague added a lead", { code: "lead-added", leadId: lead?.leadId, way, isNew, correlationId });
  return json(200, {
    said: sayAdded({
      isNew,
      isTheirs,
      wants: by.wants === true,
      isReleased,
      staysUnsubscribed: consent !== undefined && isTheirs && lead.unsubscribedAt !== undefined,
    }),
    isNew,
    ...(isTheirs && { leadId: lead.leadId }),
  } satisfies LeadAdded);
};

const notYet: FieldProblem = {
  field: "on",
  says: { es: "no puede ser después de hoy", en: "cannot be after today" },
};

/** 86 characters: what names the request, and, of its beginning, what it stores. */
const hashOf = (parts: readonly string[]): string =>
  createHash("sha512").update(JSON.stringify(parts)).digest("base64url");

type Rules = ReturnType<typeof captureRules>;

/** Dated by the day on which it was said, and not after now. */
const spoken = ({ how, on, said }: SpokenConsent, by: string, formHash: string, rules: Rules): Consent => {
  const { now, timeZone, consentPurpose: purpose } = rules;
  const day = parseInstant(on, timeZone) ?? now;
  const isToday = Date.parse(now) - Date.parse(day) < 24 * 3600_000;
  return { purpose, at: isToday ? now : day, formHash, said, by, how };
};

/** Who may be the person that a colleague is about to add. */
export const showSimilar = async (
  { table, agreement }: BoardDependencies,
  { user }: BoardRequest,
  typed: z.infer<typeof SimilarBodySchema>,
): Promise<HttpResponse> => {
  const { company: ours } = agreement.terms;
  const email = parseEmail(typed.email ?? "");
  const own = parseCountry(typed.country ?? "");
  const guessed = ours.holidays?.country === undefined ? [] : [ours.holidays.country];
  const numbers = parsePhones(typed.phone ?? "", { own: /^[A-Z]{2}$/.test(own) ? own : undefined, guessed });
  const company = companyOf({ email: email ?? "", contact: { company: typed.company } }, agreement);
  const [found, companyOwnerId] = await Promise.all([
    findSimilar(table, {
      email,
      phoneKeys: phoneKeysOf(typed.phone, numbers),
      name: typed.name,
      company: typed.company,
    }),
    readCompanyOwner(table, company === "" ? undefined : company),
  ]);
  return json(200, {
    leads: found.map(({ lead, by }) => similarLead(user, lead, by)),
    ...(companyOwnerId !== undefined && { companyOwnerId }),
  } satisfies Similar);
};
