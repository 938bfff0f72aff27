import { describe, expect, it } from "vitest";
import { askAgain, readSourceDays, readUnread } from "../../lambdas/adapters/dynamo-arrivals.ts";
import { eraseKeptAside } from "../../lambdas/adapters/dynamo-erasure.ts";
import { retireSourceSecret } from "../../lambdas/adapters/dynamo-source-secrets.ts";
import { mailboxHash } from "../../lambdas/domain/nurture/asked-address.ts";
import { sampleOf } from "../sources/sample.ts";
import { aSource, sourcesOn, typeformSigned } from "./pipeline.ts";

const secret = "a-secret-of-typeform";
const body = Buffer.from(sampleOf("typeform").body).toString();
const email = "laura.gil@almacenes-gil.example";

const withTypeform = async (over = {}) => {
  const sources = sourcesOn([aSource({ id: "web", kind: "typeform", ...over })]);
  await sources.addSecret("web", secret);
  return sources;
};

describe("what a form tool sends", () => {
  it("is kept and responded to before it is read, and becomes a lead afterwards", async () => {
    const web = await withTypeform({ origin: "typeform-web" });
    expect((await web.post("/sources/web", typeformSigned(body, secret), body)).statusCode).toBe(200);
    expect(web.leads()).toEqual([]);
    expect(await web.readAll()).toBe(0);
    expect(web.leads()).toMatchObject([{ email, source: "newsletter" }]);
    expect(await readSourceDays(web.table, "web", 7)).toMatchObject([{ received: 1, accepted: 1, refused: 0 }]);
    expect(web.parked).toEqual([]);
  });

  it("is one lead when the tool sends it again, days later too", async () => {
    const web = await withTypeform();
    for (let i = 0; i < 3; i++) {
      await web.post("/sources/web", typeformSigned(body, secret), body);
      await web.readAll();
      web.clock.now = new Date(Date.parse(web.clock.now) + 2 * 86_400_000).toISOString();
    }
    expect(web.leads()).toHaveLength(1);
    expect(web.items().filter(({ sk }) => String(sk).startsWith("SUBMISSION#"))).toHaveLength(1);
    const days = await readSourceDays(web.table, "web", 7);
    expect(days.reduce((sum, { received }) => sum + received, 0)).toBe(3);
    expect(days.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1);
  });

  it("is refused without, or with a wrong signature, and nothing but the count is kept", async () => {
    const web = await withTypeform();
    const before = web.items().length;
    for (const headers of [{ "content-type": "application/json" }, typeformSigned(body, "another")])
      expect((await web.post("/sources/web", headers, body)).statusCode).toBe(401);
    expect(web.items()).toHaveLength(before + 1);
    expect(await readSourceDays(web.table, "web", 7)).toMatchObject([{ received: 0, refused: 2 }]);
    expect(JSON.stringify(web.items())).not.toContain("laura");
  });

  it("is refused by a secret that was retired or has ended, and taken by the next one beside it", async () => {
    const web = await withTypeform();
    const next = await web.addSecret("web", "the-next", "proof", "2026-04-01T00:00:00.000Z");
    expect((await web.post("/sources/web", typeformSigned(body, "the-next"), body)).statusCode).toBe(200);
    web.clock.now = "2026-04-01T00:00:00.000Z";
    expect((await web.post("/sources/web", typeformSigned(body, "the-next"), body)).statusCode).toBe(401);
    expect((await web.post("/sources/web", typeformSigned(body, secret), body)).statusCode).toBe(200);
    web.clock.now = "2026-03-01T00:00:00.000Z";
    await retireSourceSecret(web.table, "web", next);
    expect((await web.post("/sources/web", typeformSigned(body, "the-next"), body)).statusCode).toBe(401);
  });

  it("is not for a source that the agreement does not have", async () => {
    const web = await withTypeform();
    expect((await web.post("/sources/other", typeformSigned(body, secret), body)).statusCode).toBe(404);
  });

  it("may have a megabyte and no more", async () => {
    const web = await withTypeform();
    const much = JSON.stringify({ filler: "x".repeat(1024 * 1024) });
    expect((await web.post("/sources/web", typeformSigned(much, secret), much)).statusCode).toBe(413);
  });
});

describe("what cannot be read", () => {
  const unaddressed = body.replaceAll(/"type": "email", "email": "[^"]*"/g, '"type": "text", "text": "no"');

  it.each([
    ["no-email", unaddressed],
    ["not-json", body.slice(0, 200)],
    ["other-shape", '{"event_type":"form_response","form_response":{}}'],
    ["empty", ""],
  ])("stays, and is listed: %s", async (because, sent) => {
    const web = await withTypeform();
    expect((await web.post("/sources/web", typeformSigned(sent, secret), sent)).statusCode).toBe(200);
    expect(await web.readAll()).toBe(0);
    expect(web.leads()).toEqual([]);
    const most = { most: 10, until: web.clock.now };
    expect(await readUnread(web.table, "web", most)).toMatchObject([{ because, turn: 1, readTurn: 1 }]);
  });

  it("is read when the mapping was mended and somebody asks, once", async () => {
    const web = await withTypeform();
    const elsewhere = body
      .replaceAll(/"type": "email", "email"/g, '"type": "text", "text"')
      .replace("Correo electrónico", "¿Dónde te escribimos?")
      .replaceAll("readable_ref_email", "q2");
    const wrong = [{ label: "¿Dónde te escribimos?", to: "company" }];
    web.world.agreement = sourcesOn([aSource({ id: "web", kind: "typeform", mapping: wrong })]).world.agreement;
    await web.post("/sources/web", typeformSigned(elsewhere, secret), elsewhere);
    await web.readAll();
    expect(web.leads()).toEqual([]);
    const [arrival] = web.arrivals();
    const id = String(arrival?.arrivalId);
    const mapping = [{ label: "¿Dónde te escribimos?", to: "email" }];
    web.world.agreement = sourcesOn([aSource({ id: "web", kind: "typeform", mapping })]).world.agreement;
    expect(await askAgain(web.table, id, web.clock.now)).toBe(true);
    expect(await askAgain(web.table, id, web.clock.now)).toBe(false);
    await web.readAll();
    expect(web.leads()).toMatchObject([{ email }]);
    expect(await readUnread(web.table, "web", { most: 10, until: web.clock.now })).toEqual([]);
    expect(await readSourceDays(web.table, "web", 1)).toMatchObject([{ received: 1, accepted: 1 }]);
    // What was read is read again, and nothing comes of it.
    expect(await askAgain(web.table, id, web.clock.now)).toBe(true);
    web.clock.now = new Date(Date.parse(web.clock.now) + 3_600_000).toISOString();
    await web.readAll();
    expect(web.items().filter(({ sk }) => String(sk).startsWith("SUBMISSION#"))).toHaveLength(1);
  });

  it("is found by the erasure of a person whose address stands in it, and by no other's", async () => {
    const web = await withTypeform();
    const cut = body.slice(0, body.indexOf(email) + email.length + 10);
    await web.post("/sources/web", typeformSigned(cut, secret), cut);
    await web.readAll();
    expect(await eraseKeptAside(web.table, mailboxHash("somebody@else.example"))).toBe(0);
    expect(JSON.stringify(web.items())).toContain("BODY");
    expect(await eraseKeptAside(web.table, mailboxHash(email))).toBe(1);
    expect(web.arrivals()).toEqual([]);
    expect(web.items().filter(({ sk }) => sk === "BODY")).toEqual([]);
  });
});

describe("many leads in one request", () => {
  const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
  const people = (count: number) => Array.from({ length: count }, (_, i) => ({ email: `p${i}@company${i}.example` }));
  const withFlow = async () => {
    const flow = sourcesOn([aSource({ id: "flow", kind: "flat" })]);
    await flow.addHashedSecret("flow", secret);
    return flow;
  };

  it.each([null, {}, "nobody", { email: "nobody" }, { name: "Ana" }])(
    "are taken although %j stands among them, and that is listed",
    async (bad) => {
      const flow = await withFlow();
      await flow.post("/sources/flow", headers, JSON.stringify([...people(5), bad, ...people(10).slice(5)]));
      await flow.readAll();
      expect(flow.leads()).toHaveLength(10);
      expect(await readUnread(flow.table, "flow", { most: 5, until: flow.clock.now })).toHaveLength(1);
    },
  );

  it("are nobody's repeat for an ID that they have in common, and each is one lead when they come again", async () => {
    const sheet = sourcesOn([aSource({ id: "sheet", kind: "generic", generic: { each: "/rows", id: "/form" } })]);
    await sheet.addHashedSecret("sheet", secret);
    const body = JSON.stringify({ rows: people(3).map((person) => ({ ...person, form: "f-1" })) });
    for (let i = 0; i < 2; i++) {
      await sheet.post("/sources/sheet", headers, body);
      await sheet.readAll();
    }
    expect(sheet.leads()).toHaveLength(3);
    expect(await readSourceDays(sheet.table, "sheet", 1)).toMatchObject([{ received: 2, accepted: 3 }]);
  });

  it("are counted once, however often the request is read again for a bad one", async () => {
    const flow = await withFlow();
    await flow.post(
      "/sources/flow",
      headers,
      JSON.stringify([...people(2), { who: "ana@company.example", boss: "b@company.example" }]),
    );
    await flow.readAll();
    const again = async () => {
      flow.clock.now = new Date(Date.parse(flow.clock.now) + 86_400_000).toISOString();
      expect(await askAgain(flow.table, String(flow.arrivals()[0]?.arrivalId), flow.clock.now)).toBe(true);
      await flow.readAll();
    };
    await again();
    expect(await readSourceDays(flow.table, "flow", 1)).toMatchObject([{ received: 1, accepted: 2 }]);
    const sources = [aSource({ id: "flow", kind: "flat", mapping: [{ id: "who", to: "email" }] })];
    flow.world.agreement = { ...flow.world.agreement, terms: { ...flow.world.agreement.terms, sources } };
    await again();
    await again();
    expect(await readSourceDays(flow.table, "flow", 1)).toMatchObject([{ received: 1, accepted: 3 }]);
    expect(flow.leads()).toHaveLength(3);
  });

  it("are each found by the erasure of their person", async () => {
    const flow = await withFlow();
    await flow.post("/sources/flow", headers, JSON.stringify(people(130)));
    await flow.readAll();
    expect(await eraseKeptAside(flow.table, mailboxHash("p129@company129.example"))).toBe(1);
    expect(flow.arrivals()).toEqual([]);
  });

  it.each([
    '{"email":"ana\uff20company.example"}',
    '{"email":"a\u200bna@company.example"}',
    '{"email":"ana @ company.example"}',
  ])("is found by the erasure of its person, however the address is written: %s", async (body) => {
    const flow = await withFlow();
    await flow.post("/sources/flow", headers, body);
    await flow.readAll();
    expect(await eraseKeptAside(flow.table, mailboxHash("ana@company.example"))).toBe(1);
  });
});

describe("a plain form in a browser", () => {
  const fields = (more: Record<string, string> = {}) =>
    new URLSearchParams({ email: "ana@talleresnorte.example", nombre: "Ana", ...more }).toString();
  const browser = {
    "content-type": "application/x-www-form-urlencoded",
    accept: "text/html,application/xhtml+xml",
  };
  const withForm = async () => {
    const fair = sourcesOn([aSource({ id: "fair", kind: "html", language: "en" })]);
    await fair.addHashedSecret("fair", secret);
    return fair;
  };

  it("gets a page in the source's language, whatever became of it, and a script gets JSON", async () => {
    const fair = await withForm();
    const page = await fair.post(`/sources/fair/${secret}`, browser, fields());
    expect([page.statusCode, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.body).toContain("Thank you");
    const { accept: _, ...script } = browser;
    expect((await fair.post(`/sources/fair/${secret}`, script, fields())).body).toBe('{"received":true}');
    await fair.readAll();
    expect(fair.leads()).toMatchObject([{ email: "ana@talleresnorte.example" }]);
  });

  it("of a page in Windows-1252 keeps its letters", async () => {
    const fair = await withForm();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    await fair.post(
      `/sources/fair/${secret}`,
      headers,
      "email=ana%40talleresnorte.example&nombre=%CD%F1igo&empresa=A%C3%B1il",
    );
    await fair.readAll();
    expect(fair.leads()).toMatchObject([{ contact: { name: "Íñigo", company: "Añil" } }]);
  });

  it("is sent on to a page of the agreement's sites, and nowhere else", async () => {
    const fair = await withForm();
    const to = async (next: string) => {
      const { statusCode, headers } = await fair.post(`/sources/fair/${secret}`, browser, fields({ _next: next }));
      return [statusCode, headers.location];
    };
    expect(await to("https://www.engranaje.example/gracias")).toEqual([303, "https://www.engranaje.example/gracias"]);
    expect(await to("https://evil.example/")).toEqual([200, undefined]);
  });
});
