import type { CaptureRules } from "../../../lambdas/domain/capture/capture-rules.ts";
import { type ParsedSubmission, parseSubmission } from "../../../lambdas/domain/capture/parse-submission.ts";
import type { Submission } from "../../../lambdas/domain/capture/submission.ts";
import { fromApiEvent, type HttpRequest, type HttpResponse } from "../../../lambdas/domain/http/http.ts";
import { refuse } from "../../../lambdas/views/capture/refuse.ts";
import { now } from "../../builders/now.ts";

export const rules: CaptureRules = {
  now,
  siteOrigins: ["https://www.engranaje.example", "http://127.0.0.1:4101"],
  languages: ["es", "en"],
  defaultLanguage: "es",
  leastFillMillis: 2000,
  consentPurpose: "news",
  timeZone: "Europe/Madrid",
  ownFields: [],
  company: "Engranaje Industrial",
};

export type Headers = Record<string, string>;

/** A post as the API delivers it, the body base64-encoded. */
export const aPost = (type: string | undefined, body: string | Uint8Array, headers: Headers = {}): HttpRequest =>
  fromApiEvent({
    version: "2.0",
    rawPath: "/leads",
    rawQueryString: "",
    headers: { ...(type !== undefined && { "Content-Type": type }), ...headers },
    requestContext: { http: { method: "POST" } },
    body: Buffer.from(body).toString("base64"),
    isBase64Encoded: true,
  });

export const jsonPost = (value: unknown, headers?: Headers): HttpRequest =>
  aPost("application/json", JSON.stringify(value), headers);

export const formPost = (fields: Record<string, string> | [string, string][], headers?: Headers): HttpRequest =>
  aPost("application/x-www-form-urlencoded", new URLSearchParams(fields).toString(), headers);

/** As a browser asks for a page. */
export const browser = { Accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8" };

export const accepted = async (request: HttpRequest, given: CaptureRules = rules): Promise<ParsedSubmission> => {
  const read = await parseSubmission(request, given);
  if (!read.ok) throw new Error(`refused: ${refuse(request, read, given).body}`);
  return read;
};

export const refused = async (request: HttpRequest): Promise<HttpResponse> => {
  const read = await parseSubmission(request, rules);
  if (read.ok) throw new Error("was accepted");
  return refuse(request, read, rules);
};

/** The submission of a form that says this and an e-mail address. */
export const submissionOf = async (fields: Record<string, unknown>): Promise<Submission> =>
  (await accepted(jsonPost({ email: "ines@talleresnorte.example", ...fields }))).submission;
