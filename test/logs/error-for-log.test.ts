import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { errorForLog, reasonOf } from "../../lambdas/adapters/error-for-log.ts";
import { assertNever } from "../../lambdas/domain/assert-never.ts";
import { LeadSchema } from "../../lambdas/domain/lead/lead.ts";

/** What a lead's request, or a colleague's, holds: none of it may be in a log. */
const personal = {
  name: "Lucía",
  plain: "Lucia",
  email: "lucia.marin@almacenes.example",
  phone: "+34 600 123 456",
  message: "muy privado: llamar a mi jefe",
  token: "AQCEAAAAKgAAAAMAAAAAAAAAAb8sJ3p0S-kZc2Vjcm5vdGhpbmc",
};
const body = JSON.stringify(personal);

const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
};

/** As the SDK throws: with everything that AWS gave hanging on the error. */
const serviceError = (name: string, message: string, further: object = {}) =>
  Object.assign(new Error(message), { name, $fault: "client", $metadata: {}, ...further });

const never = (value: unknown): unknown => Reflect.apply(assertNever, undefined, [value]);

const errors: Record<string, () => unknown> = {
  "JSON cut off": () => thrownBy(() => JSON.parse(body.slice(0, -4))),
  "JSON with something behind it": () => thrownBy(() => JSON.parse(`${body}${personal.name}`)),
  "no JSON": () => thrownBy(() => JSON.parse(personal.plain)),
  "no JSON, of several lines": () => thrownBy(() => JSON.parse(`${personal.plain}\n    at ${personal.plain}.x:1:2`)),
  "no number": () => thrownBy(() => BigInt(personal.plain)),
  "no time zone": () => thrownBy(() => new Intl.DateTimeFormat("es", { timeZone: personal.plain })),
  "no language": () => thrownBy(() => new Intl.DateTimeFormat(personal.email)),
  "no address": () => thrownBy(() => new URL(personal.message)),
  "no bytes": () => thrownBy(() => Buffer.byteLength(Object(Object.values(personal)))),
  "no encoding": () => thrownBy(() => new TextDecoder(personal.plain)),
  "not in an object": () => thrownBy(() => Object(undefined)[personal.email][personal.name].x),
  "no lead": () => thrownBy(() => LeadSchema.parse({ ...personal, stage: personal.name, leadId: personal.email })),
  "keys that nobody knows": () =>
    thrownBy(() => z.strictObject({ a: z.string() }).parse({ [personal.email]: personal.name, [personal.plain]: 1 })),
  "a record's key": () =>
    thrownBy(() => z.record(z.string(), z.number()).parse({ [personal.email]: personal.name, [personal.name]: "x" })),
  "a switch without an end": () => thrownBy(() => never(personal)),
  "SES names the address": () =>
    serviceError("MessageRejected", `Email address is not verified. It failed in EU-WEST-1: ${personal.email}`),
  "SES quotes the address": () => serviceError("BadRequestException", `Illegal address <${personal.email}>`),
  "DynamoDB gives the item back": () =>
    serviceError("ConditionalCheckFailedException", "The conditional request failed", { Item: { ...personal } }),
  "AWS quotes what it validates": () =>
    serviceError("ValidationException", `1 error: Value '${personal.name}' at 'username' failed: 'x'`),
  "Step Functions names the token": () => serviceError("TaskTimedOut", `Task Timed Out: ${personal.token}`),
  "a number to call": () => new Error(`nobody answers at ${personal.phone}`),
  "a name that is none": () => Object.assign(new Error("x"), { name: personal.email }),
  "not an error": () => personal,
  "text alone": () => personal.message,
};

const words = Object.values(personal).flatMap((value) => [
  value,
  ...value.split(" ").filter((word) => word.length > 4),
]);

describe("an error, as it is logged", () => {
  it.each(Object.keys(errors))("keeps to itself what somebody wrote: %s", (which) => {
    const error = errors[which]?.();
    for (const each of [error, new Error("one that has it as its cause", { cause: error })]) {
      const logged = `${JSON.stringify(errorForLog(each))} ${reasonOf(each)}`;
      expect(words.filter((word) => logged.includes(word))).toEqual([]);
    }
  });

  it("holds nothing of any text that cannot be parsed", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."ñßçøæ\"'{}[]:,\n "), minLength: 4 });
    fc.assert(
      fc.property(letters, (text) => {
        const { message } = errorForLog(thrownBy(() => JSON.parse(`x${text}`)));
        expect(message).toBe("text that cannot be parsed");
      }),
    );
  });

  it("says what was wrong where", () => {
    const at = "6f1b2c1e-9a53-4a86-8b8e-0d9c2f6f7a10";
    const sentence = `the table does not know lead ${at} since 2026-11-24T10:00:00.000Z`;
    expect(errorForLog(new Error(sentence)).message).toBe(sentence);
    const undefinedRead = thrownBy(() => Object(undefined).lead.leadId);
    expect(reasonOf(undefinedRead)).toBe("TypeError: Cannot read properties of undefined (reading 'leadId')");
    const invalid = thrownBy(() => z.object({ contact: z.object({ email: z.string() }) }).parse({ contact: {} }));
    expect(reasonOf(invalid)).toBe("$ZodError: invalid_type at contact.email");
    expect(reasonOf(thrownBy(() => new Date("x").toISOString()))).toBe("RangeError: Invalid time value");
    const missing = serviceError("ResourceNotFoundException", "Requested resource not found");
    expect(reasonOf(missing)).toBe("ResourceNotFoundException: Requested resource not found");
  });

  it("has its frames, and those of its causes, at most five deep", () => {
    const inner = new Error("inner");
    const logged = errorForLog(new Error("outer", { cause: inner }));
    expect(logged.stack).toMatch(/error-for-log\.test\.ts:\d+:\d+/);
    expect(logged.stack).not.toContain("outer");
    expect(logged.cause).toMatchObject({ name: "Error", message: "inner" });
    inner.cause = inner;
    expect(JSON.stringify(errorForLog(inner)).match(/"cause"/g)).toHaveLength(5);
  });
});
