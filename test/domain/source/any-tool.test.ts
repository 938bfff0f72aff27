import { describe, expect, it } from "vitest";
import { sampleOf } from "../../sources/sample.ts";
import { arrivedIn, bytes, kindOf, laura, page, question, readAs, sourceOf } from "./kinds.ts";

describe("a tool of any kind", () => {
  it("is flat JSON, or a list of it", async () => {
    expect(await arrivedIn("flat", sampleOf("flat"))).toEqual([
      {
        what: "form",
        answers: [
          { id: "email", value: laura },
          { id: "name", value: "Laura Gil" },
          { id: "company", value: "Almacenes Gil" },
          { id: "interests", value: ["Precio", "Guía"] },
          { id: "employees", value: 40 },
          { id: "news", value: true },
        ],
      },
    ]);
    expect(await arrivedIn("flat", sampleOf("flat-list"))).toMatchObject([
      { answers: [{ value: laura }, { value: "Laura Gil" }] },
      { answers: [{ value: "ines.vega@muebles-vega.example" }, { value: "Inés Vega" }] },
    ]);
  });

  it("is flat without a type, or as a browser's form", async () => {
    const answers = [{ id: "email", value: laura }];
    const request = { url: "", headers: {} };
    const both = [JSON.stringify({ email: laura }), `email=${encodeURIComponent(laura)}`];
    for (const body of both) {
      expect(await arrivedIn("flat", { ...request, body: bytes(body) })).toEqual([{ what: "form", answers }]);
    }
  });

  it.each(["[]", "{}", "[[]]", "7", '"email"', "[{}, 3]"])("is not flat if it is %s", async (body) => {
    expect(await readAs("flat", { ...sampleOf("flat"), body: bytes(body) })).toEqual({
      ok: false,
      because: "other-shape",
    });
  });

  it("is flat but for what stands among it", async () => {
    const body = bytes(`[{"email":"${laura}"},3]`);
    expect(await arrivedIn("flat", { ...sampleOf("flat"), body })).toEqual([
      { what: "form", answers: [{ id: "email", value: laura }] },
      { what: "unread", because: "other-shape" },
    ]);
  });

  it("is not quite flat, as automation tools send what they got from others", async () => {
    const lead = {
      contact: { email: laura, tags: ["vip"] },
      company: { name: "Almacenes Gil" },
      notes: {},
      extra: null,
    };
    const body = bytes(JSON.stringify(lead));
    expect(await arrivedIn("flat", { ...sampleOf("flat"), body })).toEqual([
      {
        what: "form",
        answers: [
          { id: "contact.email", value: laura },
          { id: "contact.tags", value: "vip" },
          { id: "company.name", value: "Almacenes Gil" },
          { id: "extra", value: null },
        ],
      },
    ]);
  });

  it("is a plain form, its repeated names as one list", async () => {
    expect(await arrivedIn("html", sampleOf("html"))).toEqual([
      {
        what: "form",
        beside: page,
        answers: [
          { id: "name", value: "Laura Gil" },
          { id: "email", value: laura },
          { id: "topics", value: ["Precio", "Guía"] },
          { id: "message", value: `${question}\r\nGracias` },
          { id: "news", value: "on" },
        ],
      },
    ]);
    expect(await arrivedIn("html", sampleOf("html-multipart"))).toEqual([
      {
        what: "form",
        beside: page,
        answers: [
          { id: "name", value: "Laura Gil" },
          { id: "email", value: laura },
          { id: "topic", value: ["Precio", "Guía"] },
          { id: "plan", value: "plano.txt (8 bytes)" },
        ],
      },
    ]);
  });

  it("is any JSON, each value by its pointer", async () => {
    expect(await arrivedIn("generic", sampleOf("generic"))).toEqual([
      {
        what: "form",
        id: "8123",
        at: "2026-11-18T18:17:02.000Z",
        answers: [
          { id: "/ref", value: 8123 },
          { id: "/when", value: 1795025822 },
          { id: "/contact/email", value: laura },
          { id: "/contact/name~1first", value: "Laura" },
          { id: "/topics", value: ["Precio", "Guía"] },
          { id: "/consents/0/text", value: "Novedades" },
          { id: "/consents/0/given", value: true },
        ],
      },
      {
        what: "form",
        id: "8124",
        at: "2026-11-18T17:18:02.000Z",
        answers: [
          { id: "/ref", value: 8124 },
          { id: "/when", value: "2026-11-18T18:18:02+01:00" },
          { id: "/contact/email", value: "ines.vega@muebles-vega.example" },
        ],
      },
    ]);
  });

  it("is one lead, or none, if the agreement or the list says so", async () => {
    const { generic: _, ...source } = sourceOf("generic");
    const request = sampleOf("generic");
    const one = await kindOf("generic").read(request, source);
    expect(one).toMatchObject({ ok: true, arrived: [{ what: "form", id: undefined, at: undefined }] });
    const none = { ...request, body: bytes('{"data":{"leads":[]}}') };
    expect(await arrivedIn("generic", none)).toEqual([{ what: "nothing", because: "ping" }]);
    expect(await readAs("generic", { ...request, body: bytes('{"data":{}}') })).toEqual({
      ok: false,
      because: "other-shape",
    });
  });
});

it("is no form when a multipart body is cut, or when nothing in it is filled in", async () => {
  const sample = sampleOf("html-multipart");
  const cut = { ...sample, body: sample.body.slice(0, 200) };
  const blank = { ...sampleOf("html"), body: bytes("name=&email=") };
  for (const request of [cut, blank])
    expect(await readAs("html", request)).toEqual({ ok: false, because: "not-a-form" });
});
