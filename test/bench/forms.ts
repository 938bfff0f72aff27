/**
 * The dearest bodies of 64 KB that we know of: milliseconds of processor time to parse each, at worst of several. None may
 * cost more than 50.
 */
import { cpuUsage } from "node:process";
import { limits } from "../../lambdas/contract/limits.ts";
import { parseEngagements } from "../../lambdas/domain/capture/parse-engagements.ts";
import { parseSubmission } from "../../lambdas/domain/capture/parse-submission.ts";
import { aPost, rules } from "../domain/capture/request.ts";

const room = limits.formBytes - 300;
const filled = (text: string): string => text.repeat(Math.floor(room / Buffer.byteLength(text)));
const json = (value: object) => aPost("application/json", JSON.stringify(value));
const part = (i: number) => `--b\r\nContent-Disposition: form-data; name="f${i}"\r\n\r\nx\r\n`;

const bodies = {
  "alternating marks in a name": json({ email: "a@b.es", name: `I${filled("\u0300\u0323")}` }),
  "marks in the name of a field": json({ email: "a@b.es", [filled("\u0300\u0323")]: "x" }),
  "marks as a consent": json({ email: "a@b.es", consent: filled("\u0300\u0323") }),
  "letters that fold to many": json({ email: "a@b.es", message: filled("\ufdfa") }),
  "empty lines": json({ email: "a@b.es", message: "\n ".repeat(room / 4) }),
  "a thousand fields": json(Object.fromEntries(Array.from({ length: 999 }, (_, i) => [`f${i}[é]`, "ñ".repeat(18)]))),
  "a long list": json({ email: "a@b.es", interest: Array.from({ length: 15_000 }, () => "a") }),
  nesting: aPost("application/json", `{"a":${"[".repeat(room / 2)}${"]".repeat(room / 2)}}`),
  "parts of a form": aPost(
    "multipart/form-data; boundary=b",
    `${Array.from({ length: 1000 }, (_, i) => part(i)).join("")}--b--\r\n`,
  ),
  "boundaries that are none": aPost("multipart/form-data; boundary=b", `${part(0)}${filled("\r\n--")}--b--\r\n`),
  "pairs of a form": aPost("application/x-www-form-urlencoded", filled("a=%C3%B1&")),
  "an event's kind": json({ visitorId: "visitor-0123456789ab", events: [{ kind: filled("aB_ ") }] }),
};

const rounds = 5;
for (const [name, body] of Object.entries(bodies)) {
  const millis: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = cpuUsage();
    await parseSubmission(body, rules);
    await parseEngagements(body, rules);
    const { user, system } = cpuUsage(before);
    millis.push((user + system) / 1000);
  }
  console.log(`${name.padEnd(32)} ${Math.max(...millis).toFixed(1)} ms`);
}
