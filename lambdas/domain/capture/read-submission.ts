import { type HttpRequest, type HttpResponse, headerOf } from "../http/index.ts";
import { allowedRedirect } from "./allowed-redirect.ts";
import type { CaptureRules } from "./capture-rules.ts";
import { refusal, refusedFields } from "./problems.ts";
import { readBody } from "./read-body.ts";
import { refuse, wantedBy } from "./refuse.ts";
import type { Submission } from "./submission.ts";
import type { Suspicion } from "./suspicion.ts";
import { understandSubmission } from "./understand-submission.ts";

/** A submission that may be recorded, and how its sender is to be answered. */
export interface AcceptedSubmission {
  readonly ok: true;
  readonly submission: Submission;
  /** SHA-256 of what was sent: equal for equal requests. */
  readonly bodyHash: string;
  /** The sender's own name for the request, of at most 255 characters. */
  readonly idempotencyKey?: string | undefined;
  readonly suspicious?: Suspicion | undefined;
  readonly wants: "json" | "page";
  /** Page of one of our sites to show next. */
  readonly thankYou?: string | undefined;
}

export interface Refused {
  readonly ok: false;
  readonly response: HttpResponse;
}

/** Reads `POST /leads`, whatever a client sends: a submission, or the answer that says what is wrong. */
export const readSubmission = async (
  request: HttpRequest,
  rules: CaptureRules,
): Promise<AcceptedSubmission | Refused> => {
  const idempotencyKey = headerOf(request, "idempotency-key");
  if (idempotencyKey !== undefined && !keyForm.test(idempotencyKey))
    return { ok: false, response: refuse(request, wrongKey, rules) };
  const body = await readBody(request);
  if (!body.ok) return { ok: false, response: refuse(request, body.refusal, rules) };
  const read = understandSubmission(body.sent, rules);
  if (!read.ok) return { ok: false, response: refuse(request, refusedFields(read.problems), rules, read.language) };
  const { submission, bodyHash, suspicious, next } = read;
  const thankYou = next === undefined ? undefined : allowedRedirect(next, rules.siteOrigins);
  return { ok: true, submission, bodyHash, idempotencyKey, suspicious, wants: wantedBy(request), thankYou };
};

/** Visible characters of ASCII. */
const keyForm = /^[\x21-\x7e]{1,255}$/;

const wrongKey = refusal(
  400,
  { es: "La cabecera Idempotency-Key no es válida", en: "The Idempotency-Key header is not valid" },
  { es: "Debe tener de 1 a 255 caracteres ASCII visibles.", en: "It must be 1 to 255 visible ASCII characters." },
);
