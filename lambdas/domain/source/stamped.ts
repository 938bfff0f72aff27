import { hmac, isOld, isSame } from "./hmac.ts";
import type { Proof, ToolRequest } from "./kind.ts";

/** A header `t=SECONDS,NAME=HEX`: when it was signed, and an HMAC-SHA256 of `SECONDS.BODY`. */
export const stamped = (header: string, name: string, mostMillis = 5 * 60_000): Proof => ({
  by: "signed",
  check: ({ headers, body }: ToolRequest, secret, now) => {
    const given = headers[header];
    if (given === undefined) return "missing";
    const parts = new Map(given.split(",").map((part) => partOf(part.trim())));
    const seconds = parts.get("t") ?? "";
    const expected = hmac("sha256", secret, Buffer.concat([Buffer.from(`${seconds}.`), body]), "hex");
    if (!isSame(parts.get(name) ?? "", expected)) return "wrong";
    return isOld(Number(seconds) * 1000, now, mostMillis) ? "old" : "right";
  },
});

const partOf = (part: string): readonly [string, string] => {
  const [name = "", ...value] = part.split("=");
  return [name, value.join("=")];
};
