import { readFileSync } from "node:fs";
import type { ToolRequest } from "../../lambdas/domain/source/kind.ts";

/** A request as a tool sends it: `test/sources/NAME.http`, a start line, headers, an empty line and the body. */
export interface Sample extends ToolRequest {
  readonly path: string;
}

export const sampleOf = (name: string): Sample => {
  const message = readFileSync(new URL(`${name}.http`, import.meta.url), "utf8");
  const end = message.indexOf("\n\n");
  const [start = "", ...lines] = message.slice(0, end).split("\n");
  const headers = Object.fromEntries(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = message.slice(end + 2).replace(/\n$/, "");
  const isMultipart = headers["content-type"]?.startsWith("multipart/") === true;
  const path = start.split(" ")[1] ?? "";
  return {
    path,
    url: `https://leads.example.com${path}`,
    headers,
    // As RFC 7578 has it.
    body: Buffer.from(isMultipart ? `${body.replaceAll("\n", "\r\n")}\r\n` : body),
  };
};
