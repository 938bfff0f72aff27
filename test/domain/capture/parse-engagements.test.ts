import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ParsedEngagements, parseEngagements } from "../../../lambdas/domain/capture/parse-engagements.ts";
import type { HttpRequest } from "../../../lambdas/domain/http/http.ts";
import { refuse } from "../../../lambdas/views/capture/refuse.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { aPost, formPost, jsonPost, rules } from "./request.ts";

const reference = "1.abc.def";
const visitorId = "c2Vhc29uZWQtdHJhdmVsbA";
const minutesFromNow = (minutes: number) => daysFromNow(minutes / 1440);

const acceptedFrom = async (request: HttpRequest, at = now): Promise<ParsedEngagements> => {
  const read = await parseEngagements(request, { ...rules, now: at });
  if (!read.ok) throw new Error(`refused: ${read.refusal.title.en}`);
  return read;
};
const engagementsOf = async (body: object, at = now) =>
  (await acceptedFrom(jsonPost({ reference, ...body }), at)).engagements;

const errorsOf = async (body: unknown) => {
  const request = jsonPost(body, { "accept-language": "en" });
  const read = await parseEngagements(request, rules);
  if (read.ok) throw new Error("was accepted");
  const response = refuse(request, read, rules);
  expect(response.statusCode).toBe(422);
  return JSON.parse(response.body).errors.map(({ field }: { field: string }) => field);
};

describe("POST /engagements", () => {
  it("takes events in a list", async () => {
    const events = [
      { kind: "page-viewed", at: minutesFromNow(-2), subject: "/precios", id: "e-1" },
      { kind: "Pricing_Viewed", subject: " a\u0000b " },
    ];
    expect(await acceptedFrom(jsonPost({ reference, events }))).toEqual({
      ok: true,
      reference,
      engagements: [
        { engagementId: "e-1", kind: "page-viewed", at: minutesFromNow(-2), subject: "/precios" },
        { engagementId: expect.stringMatching(/^[\w-]{43}$/), kind: "pricing-viewed", at: now, subject: "a b" },
      ],
    });
  });

  it.each([
    ["JSON", jsonPost({ reference, kind: "pageViewed", at: now })],
    ["sendBeacon", aPost("text/plain;charset=UTF-8", JSON.stringify({ reference, kind: "page-viewed", at: now }))],
    [
      "a Blob of JSON",
      aPost("application/json;charset=utf-8", JSON.stringify({ reference, kind: "page-viewed", at: now })),
    ],
    ["a form", formPost({ reference, kind: "page_viewed", at: String(Date.parse(now)) })],
  ])("takes a single event from %s", async (_, request) => {
    expect((await acceptedFrom(request)).engagements).toMatchObject([{ kind: "page-viewed", at: now }]);
  });

  it("counts a repeated delivery once, and what was done at another time again", async () => {
    const id = async (body: object, at?: string) =>
      (await engagementsOf({ kind: "page-viewed", ...body }, at))[0]?.engagementId;
    const at = minutesFromNow(-30);
    const one = await id({ at, subject: "/a" });
    expect(await id({ at, subject: "/a" }, minutesFromNow(60))).toBe(one);
    expect(await id({ at: Date.parse(at), subject: "/a" })).toBe(one);
    const others = [{ at: minutesFromNow(-29), subject: "/a" }, { at, subject: "/b" }, { at }, { subject: "/a" }];
    const ids = await Promise.all(others.map((body) => id(body)));
    expect(new Set([one, ...ids])).toHaveLength(5);
    expect(await id({ at, subject: "/a", reference: "1.other.def" })).not.toBe(one);
  });

  it("takes what an unknown visitor did, by the browser's own id, and by both", async () => {
    const read = (body: object) => acceptedFrom(jsonPost({ kind: "page-viewed", ...body }));
    expect(await read({ visitorId })).toMatchObject({ visitorId, reference: undefined, engagements: [{ at: now }] });
    expect(await read({ visitorId, reference: "" })).toMatchObject({ visitorId, reference: undefined });
    expect(await read({ visitorId: null, reference })).toMatchObject({ visitorId: undefined, reference });
    expect(await read({ visitorId, reference })).toMatchObject({ visitorId, reference });
  });

  it("keeps the events of two browsers apart that call them the same, and one browser's together", async () => {
    const other = visitorId.toUpperCase();
    for (const event of [{ id: "1" }, { at: minutesFromNow(-30) }, {}]) {
      const id = async (sender: object) =>
        (await acceptedFrom(jsonPost({ kind: "page-viewed", ...event, ...sender }))).engagements[0]?.engagementId;
      const one = await id({ visitorId });
      expect(await id({ visitorId, reference })).toBe(one);
      expect(await id({ visitorId: other })).not.toBe(one);
      expect(await id({ reference })).not.toBe(one);
    }
  });

  it("keeps of a page's address nothing but the page, which is then one page", async () => {
    const subjects = ["/precios?email=ana@x.example", "/precios#plan", "/precios"];
    const engagements = (await Promise.all(subjects.map((subject) => engagementsOf({ kind: "a", subject })))).flat();
    expect(new Set(engagements.map(({ engagementId }) => engagementId))).toHaveLength(1);
    expect(engagements.map(({ subject }) => subject)).toEqual(["/precios", "/precios", "/precios"]);
    const campaign = `https://www.engranaje.example/guia?gclid=${"x".repeat(600)}`;
    expect(await engagementsOf({ kind: "a", subject: campaign })).toMatchObject([
      { subject: "https://www.engranaje.example/guia" },
    ]);
  });

  it("counts what has neither time nor id once in ten minutes", async () => {
    const ids = await Promise.all(
      [0, 1, 9.99, 10, 25].map(
        async (minutes) => (await engagementsOf({ kind: "a" }, minutesFromNow(minutes)))[0]?.engagementId,
      ),
    );
    expect(ids.map((id) => ids.indexOf(id))).toEqual([0, 0, 0, 3, 4]);
  });

  it("sets a clock right that is ahead by up to five minutes", async () => {
    expect(await engagementsOf({ kind: "a", at: minutesFromNow(5) })).toMatchObject([{ at: now }]);
    expect(await errorsOf({ reference, kind: "a", at: minutesFromNow(5.01) })).toEqual(["at"]);
  });

  it("takes what was done within 400 days", async () => {
    expect(await engagementsOf({ kind: "a", at: daysFromNow(-400) })).toMatchObject([{ at: daysFromNow(-400) }]);
    expect(await errorsOf({ reference, kind: "a", at: daysFromNow(-400.01) })).toEqual(["at"]);
  });

  it.each([
    [{ kind: "a" }, ["reference"]],
    [{ reference: { a: 1 }, kind: "a" }, ["reference"]],
    [{ reference: "x".repeat(301), kind: "a" }, ["reference"]],
    [{ visitorId: "x".repeat(15), kind: "a" }, ["visitorId"]],
    [{ reference, visitorId: "x".repeat(65), kind: "a" }, ["visitorId"]],
    [{ visitorId: ["x".repeat(16)], kind: "a" }, ["visitorId"]],
    [{ reference }, ["kind"]],
    [{ reference, kind: "¡hola!" }, ["kind"]],
    [{ reference, kind: "a".repeat(65) }, ["kind"]],
    [{ reference, kind: ["a"] }, ["kind"]],
    [{ reference, kind: "a", at: "ayer" }, ["at"]],
    [{ reference, kind: "a", subject: {} }, ["subject"]],
    [{ reference, kind: "a", subject: "x".repeat(501) }, ["subject"]],
    [{ reference, kind: "a", id: "x".repeat(129) }, ["id"]],
    [{ reference, kind: "a", id: "a b" }, ["id"]],
    [{ reference, events: [] }, ["events"]],
    [{ reference, events: "a" }, ["events"]],
    [{ reference, events: ["a"] }, ["events"]],
    [{ reference, events: Array.from({ length: 21 }, () => ({ kind: "a" })) }, ["events"]],
    [{ events: [{ kind: "a" }, { at: "x", id: "" }, { kind: 5 }] }, ["reference", "events[1].kind", "events[1].at"]],
  ])("refuses %j for %j", async (body, fields) => {
    expect(await errorsOf(body)).toEqual(fields);
  });

  it("takes twenty at once", async () => {
    const events = Array.from({ length: 20 }, (_, i) => ({ kind: "a", subject: `/${i}` }));
    expect(new Set((await engagementsOf({ events })).map(({ engagementId }) => engagementId))).toHaveLength(20);
  });

  it("never throws, and gives nothing that the table could not hold", async () => {
    const event = fc.record(
      {
        kind: fc.oneof(fc.constant("page-viewed"), fc.anything()),
        at: fc.anything(),
        subject: fc.anything(),
        id: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.record({ reference: fc.constant(reference), events: fc.oneof(fc.array(event), fc.jsonValue()) }),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const text = textOf(value);
        fc.pre(text !== undefined);
        const read = await parseEngagements(aPost("application/json", text ?? ""), rules);
        if (!read.ok) expect([400, 422]).toContain(read.refusal.status);
        for (const { engagementId, at, kind } of read.ok ? read.engagements : []) {
          expect(engagementId).toMatch(/^[\x21-\x7e]{1,128}$/);
          expect(kind).toMatch(/^[a-z0-9-]{1,64}$/);
          expect(at <= now).toBe(true);
        }
      }),
    );
  });
});

/** Not everything that may be made up can be written as JSON. */
const textOf = (value: unknown): string | undefined => {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
};
