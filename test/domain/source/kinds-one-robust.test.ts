import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceKindId } from "../../../lambdas/contract/sources.ts";
import { jsonOf } from "../../../lambdas/domain/source/bodies.ts";
import type { ToolRequest } from "../../../lambdas/domain/source/kind.ts";
import { kinds } from "../../../lambdas/domain/source/kinds/index.ts";
import { sampleOf } from "../../sources/sample.ts";
import { readAs } from "./kinds.ts";

/** Each sample in JSON, and the least that the tool's documentation says of one. */
const samples: readonly [sample: string, kind: SourceKindId, least: unknown][] = [
  ["typeform", "typeform", { event_type: "form_response", form_response: { token: "a3a1" } }],
  ["tally", "tally", { eventType: "FORM_RESPONSE", data: { responseId: "2wgx4n", fields: [] } }],
  ["google-ads", "google-ads", { google_key: "k", user_column_data: [] }],
  ["google-forms", "google-forms", { responseId: "2_AB", answers: [] }],
  ["meta-lead-ads", "meta-lead-ads", { object: "page", entry: [] }],
  [
    "linkedin-lead-gen",
    "linkedin-lead-gen",
    { type: "LEAD_ACTION", leadAction: "CREATED", leadGenFormResponse: "urn:li:leadGenFormResponse:1" },
  ],
  ["hubspot", "hubspot", { email: "luis.cano@maderas-cano.example" }],
  ["hubspot-contact", "hubspot", { properties: {} }],
  ["webflow", "webflow", { triggerType: "form_submission", payload: { data: {} } }],
  ["webflow-v1", "webflow", { _id: "6321", data: {} }],
  ["calendly", "calendly", { event: "invitee.created", payload: { uri: "https://a.example/1", email: "h@a.example" } }],
  ["calendly-routing", "calendly", { event: "routing_form_submission.created", payload: { uri: "https://a.example" } }],
];

const withJson = (sample: string, json: unknown): ToolRequest => ({
  ...sampleOf(sample),
  body: Buffer.from(JSON.stringify(json)),
});
const jsonIn = (sample: string): unknown => jsonOf(sampleOf(sample));

/** Ten more fields in every object of it. */
const withMore = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withMore);
  if (typeof value !== "object" || value === null) return value;
  const more = Array.from({ length: 10 }, (_, i): [string, unknown] => [`unheard_of_${i}`, `algo ${i}`]);
  return Object.fromEntries([...Object.entries(value).map(([name, each]) => [name, withMore(each)]), ...more]);
};

/** The same with one of its values, wherever it is, replaced. */
const withOther = (value: unknown, other: unknown, at: { left: number }): unknown => {
  if (at.left-- === 0) return other;
  if (Array.isArray(value)) return value.map((each) => withOther(each, other, at));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withOther(each, other, at)]));
};

describe.each(samples)("%s", (sample, kind, least) => {
  it("is read with ten more fields, in every place", async () => {
    const [first, more] = [
      await readAs(kind, sampleOf(sample)),
      await readAs(kind, withJson(sample, withMore(jsonIn(sample)))),
    ];
    const ids = (reading: typeof first) =>
      reading.ok ? reading.arrived.map((each) => ("id" in each ? each.id : "")) : [];
    expect(more.ok).toBe(true);
    expect(ids(more)).toEqual(ids(first));
  });

  it("is read without whatever may be missing", async () => {
    expect(await readAs(kind, withJson(sample, least))).toMatchObject({ ok: true });
  });

  it("is no JSON when it is cut anywhere", async () => {
    const request = sampleOf(sample);
    for (let bytes = 1; bytes < request.body.length; bytes += 11)
      expect(await readAs(kind, { ...request, body: request.body.slice(0, bytes) })).toEqual({
        ok: false,
        because: "not-json",
      });
    expect(await readAs(kind, { ...request, body: new Uint8Array() })).toEqual({ ok: false, because: "empty" });
  });

  it("never fails otherwise, whatever is within", async () => {
    const json = jsonIn(sample);
    await fc.assert(
      fc.asyncProperty(fc.nat(120), fc.jsonValue(), async (at, other) => {
        const reading = await readAs(kind, withJson(sample, withOther(json, other, { left: at })));
        expect(typeof reading.ok).toBe("boolean");
        if (reading.ok)
          for (const each of reading.arrived)
            if ("at" in each && each.at !== undefined) expect(typeof each.at).toBe("string");
      }),
      { numRuns: 200 },
    );
  });
});

describe("what comes before any proof", () => {
  it("is held against the proof without an exception, whatever it is", () => {
    const headers = fc.dictionary(
      fc.constantFrom(
        "calendly-webhook-signature",
        "tally-signature",
        "typeform-signature",
        "x-hub-signature-256",
        "x-hubspot-request-timestamp",
        "x-hubspot-signature",
        "x-hubspot-signature-v3",
        "x-li-signature",
        "x-webflow-signature",
        "x-webflow-timestamp",
      ),
      fc.string({ unit: "grapheme" }),
    );
    for (const { proof } of Object.values(kinds))
      if (proof.by === "signed")
        fc.assert(
          fc.property(headers, fc.uint8Array({ maxLength: 200 }), fc.webUrl(), (headers, body, url) => {
            const result = proof.check({ url, headers, body }, "the secret", "2026-11-18T12:00:00Z");
            expect(["missing", "wrong"]).toContain(result);
          }),
        );
  });
});

describe("a lead that is fetched", () => {
  it("is read without an exception, whatever it is", () => {
    for (const { fetching } of Object.values(kinds))
      if (fetching !== undefined)
        fc.assert(
          fc.property(fc.jsonValue(), fc.integer({ min: 300, max: 599 }), (json, status) => {
            expect(typeof fetching.read(json, "1").ok).toBe("boolean");
            expect(["token", "gone", "passing"]).toContain(fetching.fault(status, json));
          }),
        );
  });
});

const asForm = (fields: Record<string, string>): ToolRequest => ({
  url: "https://a.example",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: Buffer.from(new URLSearchParams(fields).toString()),
});

describe("Jotform", () => {
  it("is no form when it is cut, and another shape without the answers", async () => {
    const request = sampleOf("jotform");
    for (let bytes = 50; bytes < request.body.length - 60; bytes += 101)
      expect(await readAs("jotform", { ...request, body: request.body.slice(0, bytes) })).toEqual({
        ok: false,
        because: "not-a-form",
      });
    expect(await readAs("jotform", { ...request, body: new Uint8Array() })).toEqual({ ok: false, because: "empty" });
    expect(await readAs("jotform", asForm({ submissionID: "1" }))).toEqual({ ok: false, because: "other-shape" });
    expect(await readAs("jotform", asForm({ submissionID: "1", rawRequest: "[1]" }))).toEqual({
      ok: false,
      because: "other-shape",
    });
  });

  it("is read with more fields and with none, and with questions that `pretty` says nothing of", async () => {
    const form = async (raw: object, pretty = "") => {
      const reading = await readAs("jotform", asForm({ submissionID: "1", rawRequest: JSON.stringify(raw), pretty }));
      return reading.ok && reading.arrived[0]?.what === "form" ? reading.arrived[0].answers : undefined;
    };
    expect(await form({})).toEqual([]);
    expect(await form({ slug: "a", q1_correo: "a@b.example", q2_nota: "x" }, "Nota:x")).toEqual([
      { id: "correo", value: "a@b.example" },
      { id: "nota", label: "Nota", value: "x" },
    ]);
    expect(
      await form({ q1_direccion: { addr_line1: "Mayor 1", city: "Soria" }, q2_cita: { date: "", duration: "60" } }),
    ).toEqual([
      { id: "direccion[addr_line1]", value: "Mayor 1" },
      { id: "direccion[city]", value: "Soria" },
      { id: "cita", value: "60" },
    ]);
  });

  it("never fails, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^q\d_[a-z]{1,3}$/), fc.jsonValue()),
        fc.string(),
        async (raw, pretty) => {
          const request = asForm({ submissionID: "1", rawRequest: JSON.stringify(raw), pretty });
          expect((await readAs("jotform", request)).ok).toBe(true);
        },
      ),
    );
  });
});

describe("the steps of a kind", () => {
  const placeholders = (text: string) => text.match(/\{\w+\}/g) ?? [];

  it.each(Object.entries(kinds))("say the same in both languages: %s", (_id, { steps }) => {
    for (const { es, en } of steps) {
      expect(placeholders(es)).toEqual(placeholders(en));
      for (const each of placeholders(es)) expect(["{address}", "{secret}"]).toContain(each);
    }
  });
});
