import { limits } from "../../contract/limits.ts";
import { type HttpRequest, headerOf } from "../http/http.ts";
import { multipartPairs } from "../http/multipart-pairs.ts";
import { urlPairs } from "../http/url-pairs.ts";
import { type Refusal, type Refused, refusal } from "./problems.ts";
import { type Sent, sentOf } from "./sent.ts";

export const acceptedTypes = [
  "application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
] as const;

export type BodyReading = { readonly ok: true; readonly sent: Sent } | Refused;

/** What a request says in its body, whatever the form of it; `text/plain` is JSON from `sendBeacon`. */
export const parseBody = async (request: HttpRequest): Promise<BodyReading> => {
  if (request.body.byteLength > limits.formBytes) return refused(tooLarge);
  const type = mediaTypeOf(request);
  if (!acceptedTypes.some((accepted) => accepted === type)) return refused(unknownType);
  if (request.body.byteLength === 0) return refused(empty);
  if (type === "multipart/form-data") return readMultipart(request);
  const text = decoded(request);
  if (typeof text !== "string") return text;
  return type === "application/x-www-form-urlencoded" ? fromPairs(urlPairs(text)) : readJson(text);
};

/** `text/html; charset=utf-8` is `text/html`. */
const mediaTypeOf = (request: HttpRequest): string =>
  (headerOf(request, "content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** A browser that posted a plain form wants a page; everything else is a program. */
export const wantedBy = (request: HttpRequest): "json" | "page" => {
  const isForm = ["application/x-www-form-urlencoded", "multipart/form-data"].includes(mediaTypeOf(request));
  return isForm && /\btext\/html\b/i.test(headerOf(request, "accept") ?? "") ? "page" : "json";
};

const decoded = (request: HttpRequest): string | BodyReading => {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headerOf(request, "content-type") ?? "")?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset, { fatal: true }).decode(request.body);
  } catch (error) {
    return refused(error instanceof RangeError ? unknownCharset : notInCharset);
  }
};

const readJson = (text: string): BodyReading => {
  const value = parsed(text);
  if (value === undefined) return refused(notJson);
  const sent = sentOf(value);
  return sent === undefined ? refused(notAnObject) : { ok: true, sent };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readMultipart = async ({ body, headers }: HttpRequest): Promise<BodyReading> => {
  const pairs = await multipartPairs(body, headers["content-type"] ?? "");
  return pairs === undefined ? refused(notMultipart) : fromPairs(pairs);
};

const fromPairs = (sent: Sent): BodyReading =>
  sent.length > limits.formFields ? refused(tooManyFields) : { ok: true, sent };

const refused = (why: Refusal): BodyReading => ({ ok: false, refusal: why });

const unreadable = { es: "No se puede leer el envío", en: "The body cannot be read" };

const empty = refusal(400, unreadable, { es: "El envío está vacío.", en: "The body is empty." });
const notJson = refusal(400, unreadable, { es: "No es JSON válido.", en: "The body is not valid JSON." });
const notAnObject = refusal(400, unreadable, {
  es: `Debe ser un objeto JSON con ${limits.formFields} campos y ${limits.nestingLevels} niveles como máximo.`,
  en: `The body must be a JSON object with at most ${limits.formFields} fields and ${limits.nestingLevels} levels.`,
});
const tooManyFields = refusal(400, unreadable, {
  es: `Tiene más de ${limits.formFields} campos.`,
  en: `The body has more than ${limits.formFields} fields.`,
});
const notMultipart = refusal(400, unreadable, {
  es: "No es un formulario multipart/form-data bien formado.",
  en: "The body is not well-formed multipart/form-data.",
});
const notInCharset = refusal(400, unreadable, {
  es: "El texto no está en la codificación declarada (UTF-8 si no se declara otra).",
  en: "The text is not in the declared character encoding (UTF-8 if none is declared).",
});
const tooLarge = refusal(
  413,
  { es: "El envío es demasiado grande", en: "The body is too large" },
  { es: `El máximo es de ${limits.formBytes / 1024} KB.`, en: `The maximum is ${limits.formBytes / 1024} KB.` },
);
const unsupported = { es: "Formato no admitido", en: "Unsupported format" };
const unknownType = refusal(415, unsupported, {
  es: `Formatos admitidos: ${acceptedTypes.join(", ")}.`,
  en: `Accepted formats: ${acceptedTypes.join(", ")}.`,
});
const unknownCharset = refusal(415, unsupported, {
  es: "Esa codificación de caracteres no se admite: use UTF-8.",
  en: "That character encoding is not supported: use UTF-8.",
});
