import { limits } from "../../contract/limits.ts";
import { type HttpRequest, headerOf, idempotencyKeyForm } from "../http/http.ts";
import type { CaptureRules } from "./capture-rules.ts";
import type { Sign } from "./kept-aside.ts";
import { parseBody, wantedBy } from "./parse-body.ts";
import { type Refused, refusal, refusedFields } from "./problems.ts";
import type { Submission } from "./submission.ts";
import { parseFields } from "./submission-fields.ts";

/** A submission that may be recorded, and how its sender is to be answered. */
export interface ParsedSubmission {
  readonly ok: true;
  readonly submission: Submission;
  /** SHA-256 of what was sent: equal for equal requests. */
  readonly bodyHash: string;
  /** The sender's own name for the request, of at most 255 characters. */
  readonly idempotencyKey?: string | undefined;
  /** What speaks for a machine. */
  readonly signs: readonly Sign[];
  readonly wants: "json" | "page";
  /** Page of one of our sites to show next. */
  readonly thankYou?: string | undefined;
}

/** Parses `POST /leads`, whatever a client sends: a submission, or what is wrong with it. */
export const parseSubmission = async (
  request: HttpRequest,
  rules: CaptureRules,
): Promise<ParsedSubmission | Refused> => {
  const idempotencyKey = headerOf(request, "idempotency-key");
  if (idempotencyKey !== undefined && !idempotencyKeyForm.test(idempotencyKey)) return { ok: false, refusal: wrongKey };
  const body = await parseBody(request);
  if (!body.ok) return body;
  const read = parseFields(body.sent, rules);
  if (!read.ok) return { ok: false, refusal: refusedFields(read.problems), language: read.language };
  const { submission, bodyHash, signs, next } = read;
  const thankYou = next === undefined ? undefined : allowedRedirect(next, rules.siteOrigins);
  return { ok: true, submission, bodyHash, idempotencyKey, signs, wants: wantedBy(request), thankYou };
};

const wrongKey = refusal(
  400,
  { es: "La cabecera Idempotency-Key no es válida", en: "The Idempotency-Key header is not valid" },
  { es: "Debe tener de 1 a 255 caracteres ASCII visibles.", en: "It must be 1 to 255 visible ASCII characters." },
);

/**
 * The address when it is on one of our sites, as a browser will understand it; anything else (another origin, an
 * address without one, a script, a user name before the host) is nothing.
 */
export const allowedRedirect = (address: string, siteOrigins: readonly string[]): string | undefined => {
  const absolute = address.trim();
  if (absolute.length > limits.redirectCharacters || !/^https?:\/\//i.test(absolute) || !URL.canParse(absolute))
    return undefined;
  const url = new URL(absolute);
  const allowed = siteOrigins.some((site) => URL.canParse(site) && new URL(site).origin === url.origin);
  return allowed && url.username === "" && url.password === "" ? url.href : undefined;
};
