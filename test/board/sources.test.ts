import { describe, expect, it } from "vitest";
import { boardSources } from "../../lambdas/board/sources.ts";
import type { Role, TrailStep } from "../../lambdas/contract/board.ts";
import type { Source } from "../../lambdas/contract/sources.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { undocumented } from "../openapi/documented.ts";
import { aSource, sourcesOn } from "../source/pipeline.ts";
import { sampleOf } from "../sources/sample.ts";
import { asking } from "./asking.ts";

const token = "made-up-secret-of-this-source";
const flat = aSource({ id: "crm", kind: "flat" });
const page = aSource({ id: "page", kind: "html", label: { es: "Página", en: "Page" } });
const meta = aSource({ id: "meta", kind: "meta-lead-ads" });

const world = async (...sources: Source[]) => {
  const web = sourcesOn(sources);
  for (const { id } of sources) await web.addHashedSecret(id, token);
  const request = async (role: Role, method: "GET" | "POST", path: string, body?: object) => {
    const [rawPath = "", rawQueryString = ""] = `/board/api/${path}`.split("?");
    const response = await boardSources({
      table: web.table,
      agreement: web.world.agreement,
      now: () => web.clock.now,
      publicUrl: "https://leads.example.com",
    })({
      rawPath,
      rawQueryString,
      headers: { "content-type": "application/json" },
      requestContext: {
        requestId: "request-1",
        http: { method },
        authorizer: {
          jwt: { claims: { username: role === "rep" ? "ana" : "olga", "cognito:groups": `[${role}]` } },
        },
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const responded = { status: response.statusCode, body: JSON.parse(response.body) };
    const contentType = response.headers["content-type"] ?? "";
    expect(undocumented({ method, path: rawPath, contentType, ...responded })).toBe("");
    return responded;
  };
  const arrives = async (body: object, sourceId = "crm") => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    await web.post(`/sources/${sourceId}`, headers, JSON.stringify(body));
    await web.readAll();
  };
  const show = async () => (await request("marketing", "GET", "sources")).body.sources;
  return { ...web, request, arrives, show };
};

const laura = { email: "laura.gil@almacenes-gil.example", company: "Almacenes Gil" };
// Of two addresses nobody can tell whose it is.
const unmapped = { contacto_web: "laura.gil@almacenes-gil.example", jefe: "jefe@almacenes-gil.example" };

describe("the list of sources", () => {
  it("says of each how it is connected, without a secret, and what it needs", async () => {
    const { show } = await world(flat, page, meta);
    const [first, second, third] = await show();
    expect(first).toMatchObject({
      id: "crm",
      tool: "Zapier, Make, n8n",
      proof: "header",
      isUntried: false,
      address: "https://leads.example.com/sources/crm",
      needs: ["proof"],
      secrets: [{ use: "proof", createdAt: now }],
      unread: { count: 0, entries: [] },
    });
    expect(first.lastAt).toBeUndefined();
    expect(JSON.stringify(first.steps)).not.toMatch(/\{address\}|\{secret\}/);
    expect(JSON.stringify(second.steps)).toContain("https://leads.example.com/sources/page/SECRETO");
    expect(third.needs).toEqual(["proof", "challenge", "token"]);
    // The word of its question is ours.
    expect(third.toolMakes).toEqual(["proof", "token"]);
    expect(third.steps[0].en).toContain("the secret for its question");
    expect(JSON.stringify([first, second, third])).not.toContain(token);
  });

  it.each([
    ["typeform", []],
    ["elementor", []],
    ["google-forms", []],
    ["formspree", ["proof"]],
    ["webflow", ["proof"]],
    ["linkedin-lead-gen", ["proof", "challenge", "token"]],
  ] as const)("says which secrets %s makes itself: %j", async (kind, made) => {
    const { show } = await world(aSource({ id: "one", kind }));
    expect((await show())[0].toolMakes).toEqual(made);
  });

  it("counts today and the last seven days, and knows when something last came", async () => {
    const { clock, arrives, post, show } = await world(flat);
    clock.now = daysFromNow(-8);
    await arrives({ email: "a@almacenes-gil.example" });
    clock.now = daysFromNow(-2);
    await arrives({ email: "b@almacenes-gil.example" });
    await arrives(unmapped);
    clock.now = now;
    await arrives(laura);
    await post("/sources/crm", { authorization: "Bearer wrong" }, "{}");
    const [{ today, week, lastAt, unread }] = await show();
    expect(today).toEqual({ received: 1, accepted: 1, aside: 0, tests: 0, engagements: 0, refused: 1 });
    expect(week).toEqual({ received: 3, accepted: 2, aside: 0, tests: 0, engagements: 0, refused: 1 });
    expect(lastAt).toBe(now);
    expect(unread).toMatchObject({ count: 1, entries: [{ at: daysFromNow(-2) }] });
    expect(unread.entries[0].reason.es).toContain("ninguna dirección de correo válida");
  });

  it("counts apart what seems to be a machine's", async () => {
    const { arrives, show } = await world(flat);
    await arrives({
      ...laura,
      _gotcha: "filled in",
      name: "https://casino.example",
      message: "https://a.example https://b.example",
    });
    const [{ today }] = await show();
    expect(today).toMatchObject({ received: 1, accepted: 0, aside: 1 });
  });

  it("is for marketing, managers and operations", async () => {
    const { request } = await world(flat);
    for (const role of ["marketing", "manager", "operations"] as const)
      expect((await request(role, "GET", "sources")).status).toBe(200);
    expect((await request("rep", "GET", "sources")).status).toBe(403);
    for (const path of ["sources/try", "sources/again", "sources/drop"])
      for (const role of ["rep", "manager"] as const)
        expect((await request(role, "POST", path, { ids: ["1"] })).status).toBe(403);
    expect((await request("marketing", "POST", "sources/none", {})).status).toBe(404);
  });
});

describe("a try", () => {
  it("walks what was pasted, and keeps nothing", async () => {
    const { request, items } = await world(flat);
    const before = items().length;
    const body = { sourceId: "crm", request: JSON.stringify(laura) };
    const { status, body: tried } = await request("marketing", "POST", "sources/try", body);
    expect(status).toBe(200);
    expect(tried.walk.things).toMatchObject([
      {
        becomes: "lead",
        answers: [{ name: "email", by: "name", to: { en: "E-mail" } }, { kept: { en: "Almacenes Gil" } }],
      },
    ]);
    expect(tried.walk.things[0].never[0].criteria).toContainEqual({ es: "Sector", en: "Industry" });
    // But for the audit trail.
    expect(items()).toHaveLength(before + 1);
  });

  it("walks the newest that came, or one that could not be read", async () => {
    const { clock, arrives, request, arrivals } = await world(flat);
    const none = await request("operations", "POST", "sources/try", { sourceId: "crm" });
    expect(none.body.walk.unread.en).toContain("Nothing has come by this source yet");
    await arrives(unmapped);
    const arrivalId = String(arrivals()[0]?.arrivalId);
    clock.now = daysFromNow(1);
    await arrives(laura);
    const newest = await request("operations", "POST", "sources/try", { sourceId: "crm" });
    expect(newest.body).toMatchObject({ at: daysFromNow(1), walk: { things: [{ becomes: "lead" }] } });
    const other = await request("operations", "POST", "sources/try", { sourceId: "crm", arrivalId });
    expect(other.body).toMatchObject({ at: now, walk: { things: [{ becomes: "refused" }] } });
    expect(other.body.walk.things[0].answers[0].suggestion.rule).toBe('- { id: "contacto_web", to: email }');
  });

  it("reads a whole message as its tool sent it, and says why a body cannot be read", async () => {
    const { request } = await world(page, flat);
    const { path, headers, body } = sampleOf("html-multipart");
    const message = [
      `POST ${path}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      "",
      Buffer.from(body).toString(),
    ].join("\r\n");
    const read = await request("marketing", "POST", "sources/try", { sourceId: "page", request: message });
    expect(read.body.walk.things).toMatchObject([{ becomes: "lead" }]);
    const bad = await request("marketing", "POST", "sources/try", { sourceId: "crm", request: "{" });
    expect(bad.body.walk).toMatchObject({ things: [], unread: { es: expect.stringContaining("No es JSON") } });
    expect((await request("marketing", "POST", "sources/try", { sourceId: "none" })).status).toBe(404);
    expect((await request("marketing", "POST", "sources/try", {})).status).toBe(422);
  });

  it("shows nothing of another source", async () => {
    const { arrives, request, arrivals } = await world(flat, page);
    await arrives(laura);
    const arrivalId = String(arrivals()[0]?.arrivalId);
    const { body } = await request("marketing", "POST", "sources/try", { sourceId: "page", arrivalId });
    expect(body.walk.things).toEqual([]);
  });
});

describe("what could not be read", () => {
  const mended = { ...flat, mapping: [{ id: "contacto_web", to: "email" }] };

  it("is read again singly, once the mapping is mended", async () => {
    const { world: agreed, arrives, request, arrivals, readAll, leads, show } = await world(flat);
    await arrives(unmapped);
    expect(leads()).toEqual([]);
    agreed.agreement = sourcesOn([mended]).world.agreement;
    const ids = arrivals().map(({ arrivalId }) => arrivalId);
    const { body } = await request("marketing", "POST", "sources/again", { ids });
    expect(body).toMatchObject({ count: 1, left: false, said: { en: "1 is being read again" } });
    await readAll();
    expect(leads()).toMatchObject([{ email: laura.email }]);
    expect((await show())[0].unread).toEqual({ count: 0, entries: [] });
  });

  it("is read again as a whole, some at a time, and comes to an end though it cannot be read again", async () => {
    const { clock, arrives, request, readAll, show } = await world(flat);
    for (let i = 0; i < 30; i++) await arrives({ contacto_web: `n${i}` });
    clock.now = new Date(Date.parse(now) + 60_000).toISOString();
    const wish = { sourceId: "crm", until: now };
    const first = await request("marketing", "POST", "sources/again", wish);
    expect(first.body).toMatchObject({ count: 25, left: true });
    await readAll();
    const second = await request("marketing", "POST", "sources/again", wish);
    expect(second.body).toMatchObject({ count: 5, left: false });
    await readAll();
    expect((await request("marketing", "POST", "sources/again", wish)).body).toMatchObject({ count: 0, left: false });
    expect((await show())[0].unread.count).toBe(30);
  });

  it("is dropped for good, and not what has been read meanwhile", async () => {
    const { arrives, request, arrivals, items } = await world(flat);
    await arrives(unmapped);
    await arrives(laura);
    const ids = arrivals().map(({ arrivalId }) => arrivalId);
    const { body } = await request("operations", "POST", "sources/drop", { ids });
    expect(body).toMatchObject({ count: 1, left: false });
    expect(arrivals()).toHaveLength(1);
    expect(items().filter(({ sk }) => sk === "BODY")).toHaveLength(1);
  });

  it("stands in the audit trail, as what was looked at does", async () => {
    const { table, arrives, request, arrivals } = await world(flat);
    await arrives(unmapped);
    const [arrival] = arrivals();
    await request("marketing", "POST", "sources/try", { sourceId: "crm", arrivalId: arrival?.arrivalId });
    await request("marketing", "POST", "sources/drop", { ids: [arrival?.arrivalId] });
    await request("rep", "POST", "sources/drop", { ids: ["1"] });
    const { body } = await asking(table)("operations", `trail?day=${now.slice(0, 10)}`);
    const steps: { by: string; did: string; refused?: true }[] = body.steps;
    expect(steps.map(({ did, by, refused }) => `${did} ${by} ${refused === true}`).sort()).toEqual([
      "changed sources/drop false",
      "changed sources/drop true",
      "opened sources/try false",
    ]);
  });
});

describe("the sources as files", () => {
  const rowsOf = ({ columns, rows }: { columns: { label: string }[]; rows: unknown[][] }) =>
    rows.map((row) => Object.fromEntries(columns.map(({ label }, i) => [label, row[i]])));

  it("have what the page has, and what could not be read without what it says", async () => {
    const { arrives, request } = await world(flat, page);
    await arrives(laura);
    await arrives(unmapped);
    const { body } = await request("manager", "GET", "exports/sources?language=en");
    expect(rowsOf(body)).toMatchObject([
      {
        "Source ID": "crm",
        Tool: "Zapier, Make, n8n",
        "Received, 7 days": 2,
        "Accepted, today (UTC)": 1,
        "Could not be read": 1,
      },
      { "Source ID": "page", "Last received": null },
    ]);
    expect(JSON.stringify(body)).not.toContain(token);
    const unread = await request("operations", "GET", "exports/unread?language=es&source=crm");
    expect(rowsOf(unread.body)).toMatchObject([
      {
        Herramienta: "Zapier, Make, n8n",
        "Por qué, y qué hacer": expect.stringContaining("ninguna dirección de correo"),
      },
    ]);
    expect(JSON.stringify(unread.body)).not.toContain("almacenes-gil");
    expect((await request("operations", "GET", "exports/unread?language=es&source=page")).body.rows).toEqual([]);
  });

  it("are for those who see the page, and each stands in the audit trail", async () => {
    const { request, table } = await world(flat);
    for (const list of ["sources", "unread"])
      expect((await request("rep", "GET", `exports/${list}?language=es`)).status).toBe(403);
    await request("manager", "GET", "exports/sources?language=es");
    const { body } = await asking(table)("operations", `trail?day=${now.slice(0, 10)}`);
    const steps: string[] = body.steps.map(({ by, refused, rows }: TrailStep) => `${by} ${refused ? "refused" : rows}`);
    expect(steps.sort()).toEqual(["exports/sources 1", "exports/sources refused", "exports/unread refused"]);
  });
});
