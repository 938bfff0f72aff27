/**
 * What a body of 64 KB can make us do. Unicode's normal forms are what costs more than the length of a text: they sort
 * the marks on a letter, in time with the square of their number. So the work is counted, not the time.
 */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "../../../lambdas/contract/limits.ts";
import { parseEngagements } from "../../../lambdas/domain/capture/parse-engagements.ts";
import { parseSubmission } from "../../../lambdas/domain/capture/parse-submission.ts";
import { fieldsOfEachType } from "../../builders/own-fields.ts";
import { aPost, rules as plain } from "./request.ts";

const rules = { ...plain, ownFields: fieldsOfEachType };

let work = 0;
const { normalize } = String.prototype;

beforeEach(() => {
  work = 0;
  String.prototype.normalize = function counted(this: string, form?: string) {
    work += this.length;
    for (const [run] of this.matchAll(/\p{M}+/gu)) work += run.length ** 2;
    return normalize.call(this, form);
  };
});
afterEach(() => {
  String.prototype.normalize = normalize;
});

const marks = ["\u0300", "\u0323", "\u0345", "\u05b0", "\u{1d165}", "\u0f71"];
const unit = fc.constantFrom(
  ...marks,
  "a",
  "ñ",
  "\ufdfa",
  "\u200b",
  "\u1ea8",
  "가",
  "<",
  "{",
  " ",
  "\n",
  "\ud800",
  "😀",
);
const few = fc.array(unit, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));

/** Repeats the text up to the largest body. */
const filled = (text: string, bytes: number): string => {
  const each = Buffer.byteLength(JSON.stringify(text)) - 2;
  return text.repeat(Math.max(1, Math.floor(bytes / each)));
};
const room = limits.formBytes - 200;
const ours = ["email", "name", "message", "consent", "company", "interest", "language", "companySize", "x", "country"];
const names = [...ours, ...fieldsOfEachType.map(({ id }) => id)];
const shapes: ((text: string, name: string) => unknown)[] = [
  (text, name) => ({ [name]: filled(text, room) }),
  (text) => ({ [filled(text, room)]: "x" }),
  (text, name) => ({ [name]: Array.from({ length: 400 }, () => filled(text, room / 400 - 3)) }),
  (text) => Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}${filled(text, room / 400 - 12)}`, text])),
  (text) => ({ consent: { given: filled(text, room) } }),
  (text) => ({ email: "a@b.es", events: [{ kind: filled(text, room), subject: text }], reference: text }),
  (text) => ({ visitorId: text, events: [{ kind: "a", subject: filled(text, room) }] }),
  (text) => ({ visitorId: text, reference: filled(text, room), kind: "a" }),
];

describe("a body of 64 KB", () => {
  it("never costs more than in proportion to its length, whatever is written in it", async () => {
    await fc.assert(
      fc.asyncProperty(few, fc.constantFrom(...names), fc.constantFrom(...shapes), async (text, name, shape) => {
        const body = JSON.stringify({ email: "a@b.es", ...Object(shape(text, name)) });
        work = 0;
        await parseSubmission(aPost("application/json", body), rules);
        await parseEngagements(aPost("application/json", body), rules);
        expect(work).toBeLessThan(30 * limits.formBytes);
      }),
      { numRuns: 150 },
    );
  });

  it("of marks alone is a name with a few of them", async () => {
    const name = `I${"\u0300\u0323".repeat(15_000)}`;
    const read = await parseSubmission(aPost("application/json", JSON.stringify({ email: "a@b.es", name })), rules);
    expect(read.ok && read.submission.contact.name?.length).toBeLessThan(10);
    expect(work).toBeLessThan(10_000);
  });
});
