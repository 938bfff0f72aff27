import * as z from "zod/mini";
import type { Source } from "../../contract/sources.ts";
import { isTooDeep } from "../capture/sent.ts";
import { multipartPairs } from "../http/multipart-pairs.ts";
import { urlPairs } from "../http/url-pairs.ts";
import type { Arrived, KindReading, SourceKind, ToolRequest, Unread } from "./kind.ts";

/** The ways in which tools write a body. Whatever is not well-formed is a value of its own, never an error. */

/**
 * A text in UTF-8, or in UTF-16 when it begins with that one's mark; a tool that says UTF-8 and sends Windows-1252 all the same
 * is read as that.
 */
export const textOf = ({ body }: ToolRequest): string => {
  const mark = `${body[0]} ${body[1]}`;
  if (mark === "255 254" || mark === "254 255") {
    return new TextDecoder(mark === "255 254" ? "utf-16le" : "utf-16be").decode(body);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return new TextDecoder("windows-1252").decode(body);
  }
};

/** JSON of any shape; `undefined` when it is none, or nested so deeply that nothing sensible is in it. */
export const jsonOf = (request: ToolRequest): unknown => {
  try {
    const text = textOf(request);
    const value: unknown = JSON.parse(text);
    if (isTooDeep(value)) return undefined;
    return /\d{16}/.test(text) ? JSON.parse(withExactIntegers(text)) : value;
  } catch {
    return undefined;
  }
};

/**
 * Well-formed JSON whose integers above 2^53 are texts: a tool's id that is rounded is another lead's. Strings are matched
 * first, so that nothing within them changes.
 */
const withExactIntegers = (text: string): string =>
  text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`,
  );

/** Names and values, in order, of a form that is written as browsers do. */
export const pairsOf = async (request: ToolRequest): Promise<readonly (readonly [string, string])[] | undefined> => {
  const type = request.headers["content-type"] ?? "";
  if (!/^multipart\/form-data/i.test(type)) return urlPairs(textOf(request));
  return multipartPairs(request.body, type);
};

export const isJson = ({ headers }: ToolRequest): boolean => /\bjson\b/i.test(headers["content-type"] ?? "");

/** An object's own entries; none of anything else. */
export const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

/** An id, whether the tool writes it as a text or as a number. */
export const IdSchema = z.pipe(z.union([z.string(), z.number()]), z.transform(String));

export const notJson = (request: ToolRequest): Unread => ({
  ok: false,
  because: request.body.byteLength === 0 ? "empty" : "not-json",
});
export const otherShape: Unread = { ok: false, because: "other-shape" };
/** The tool tells of something that is none of ours. */
export const otherEvent: KindReading = { ok: true, arrived: [{ what: "nothing", because: "other-event" }] };

/** How a tool's requests are read that are JSON and nothing else. */
export const fromJson =
  (read: (json: unknown, source: Source) => KindReading): SourceKind["read"] =>
  (request, source) => {
    const json = jsonOf(request);
    return json === undefined ? notJson(request) : read(json, source);
  };

/** What of a request could be read; what could not (`undefined`) costs the rest nothing, unless there is no rest. */
export const readable = (each: readonly (Arrived | undefined)[]): KindReading =>
  each.some((arrived) => arrived !== undefined)
    ? { ok: true, arrived: each.map((arrived) => arrived ?? { what: "unread", because: "other-shape" }) }
    : otherShape;
