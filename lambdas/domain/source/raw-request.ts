import type { ToolRequest } from "./kind.ts";

/**
 * A request as people save or paste it: a whole HTTP message (start line, headers, empty line, body), or a body alone,
 * whose type follows from how it begins.
 */
export const rawRequest = (message: Uint8Array): ToolRequest => {
  const text = new TextDecoder("latin1").decode(message);
  const start = /^\s*[A-Z]+ (\S+)(?: HTTP\/[\d.]+)?\r?\n/.exec(text);
  if (start === null) return { url: "/", headers: { "content-type": typeOf(text) }, body: message };
  const [line, url = "/"] = start;
  const end = /\r?\n\r?\n/.exec(text.slice(line.length));
  const head = end === null ? text.slice(line.length) : text.slice(line.length, line.length + end.index);
  const body = end === null ? new Uint8Array() : message.slice(line.length + end.index + end[0].length);
  const headers = headersIn(head);
  return { url, headers: { "content-type": typeOf(latin1(body)), ...headers }, body: asSent(body, headers) };
};

const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

const typeOf = (body: string): string =>
  /^(?:ï»¿)?\s*[[{]/.test(body) ? "application/json" : "application/x-www-form-urlencoded";

const headersIn = (head: string): Record<string, string> =>
  Object.fromEntries(
    head.split(/\r?\n/).flatMap((line): [string, string][] => {
      const colon = line.indexOf(":");
      return colon <= 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );

/** Editors end a file with a line break, and write the breaks of a multipart body (RFC 7578) as their own. */
const asSent = (body: Uint8Array, { "content-type": type = "" }: Record<string, string>): Uint8Array => {
  const text = latin1(body);
  if (!/^multipart\//i.test(type)) return text.endsWith("\n") ? body.slice(0, text.replace(/\r?\n$/, "").length) : body;
  return text.includes("\r\n") ? body : bytesOf(`${text.replace(/\n*$/, "")}\n`.replaceAll("\n", "\r\n"));
};

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
