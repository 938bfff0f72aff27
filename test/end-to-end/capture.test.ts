import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { AsideViewSchema } from "../../lambdas/contract/board.ts";
import { asking } from "./board-api.ts";
import {
  fitting,
  leadIdOf,
  leadIn,
  leadItems,
  leadNow,
  mailAbout,
  mailsAbout,
  outputs,
  post,
  someone,
  submit,
} from "./pipeline.ts";

const ProblemSchema = z.object({
  title: z.string(),
  status: z.int(),
  errors: z.optional(z.array(z.object({ field: z.string(), detail: z.string() }))),
});

const send = (
  body: string | Uint8Array<ArrayBuffer> | FormData | URLSearchParams,
  headers: Record<string, string> = {},
) => fetch(new URL("/leads", outputs.api), { method: "POST", body, headers, redirect: "manual" });

describe("what a web site may post", () => {
  it("JSON: answered with a reference that is not the lead's id", async () => {
    const { body } = someone();
    const response = await post("/leads", body);
    expect(response.status).toBe(202);
    const { reference } = z.object({ reference: z.string() }).parse(await response.json());
    expect(reference).not.toContain(await leadIdOf(body.email));
  });

  it("a plain form: sent on to the site's thank-you page, and nowhere else", async () => {
    const own = new URL("/form/es/gracias.html", outputs.form).href;
    const plain = (next: string) =>
      send(new URLSearchParams({ email: someone().body.email, _next: next }), { accept: "text/html" });
    const there = await plain(own);
    expect([there.status, there.headers.get("location")]).toEqual([303, own]);
    const elsewhere = await plain("https://evil.example/thanks");
    expect([elsewhere.status, elsewhere.headers.get("location")]).toEqual([200, null]);
    expect(elsewhere.headers.get("content-type")).toMatch(/^text\/html/);
  });

  it("multipart, and a beacon's text/plain, in the words of the site", async () => {
    const [one, two] = [someone(), someone()];
    const form = new FormData();
    form.set("correo", one.body.email);
    form.set("nombre", "Íñigo");
    form.set("empresa", one.body.company);
    form.set("campaña interna", "ñandú");
    expect((await send(form)).status).toBe(202);
    const lead = await leadNow(await leadIdOf(one.body.email));
    expect(lead.contact).toMatchObject({ name: "Íñigo", company: one.body.company });
    const [submission] = await leadItems(lead.leadId, "SUBMISSION#");
    expect(JSON.stringify(submission)).toContain("ñandú");
    expect((await send(JSON.stringify(two.body), { "content-type": "text/plain" })).status).toBe(202);
    expect(await leadIdOf(two.body.email)).toBeDefined();
  });
});

describe("what a web site may not post", () => {
  it.each([
    ["no JSON", "{", "application/json", 400],
    ["no object", "[1]", "application/json", 400],
    ["nothing", "", "application/json", 400],
    ["too much", JSON.stringify({ email: "a@b.example", message: "x".repeat(300_000) }), "application/json", 413],
    ["a picture", "GIF89a", "image/gif", 415],
    ["no e-mail", JSON.stringify({ company: "<script>alert(1)</script>" }), "application/json", 422],
    ["half an e-mail", JSON.stringify({ email: "<b>nobody</b>" }), "application/json", 422],
  ])("%s: a clear problem", async (_, body, type, status) => {
    const response = await send(body, { "content-type": type });
    const text = await response.text();
    expect([response.status, response.headers.get("content-type")]).toEqual([
      status,
      expect.stringMatching(/^application\/problem\+json/),
    ]);
    const problem = ProblemSchema.parse(JSON.parse(text));
    expect(problem.status).toBe(status);
    if (status === 422) expect(problem.errors).toEqual([{ field: "email", detail: expect.any(String) }]);
    expect(text).not.toMatch(/<script>|<b>/);
  });

  it("what a machine fills in gets the same response and is kept aside, without a lead", async () => {
    const { body } = someone();
    const started = String(Date.now());
    expect((await post("/leads", { ...body, _gotcha: "x", _started: started })).status).toBe(202);
    await expect(leadIdOf(body.email)).rejects.toThrow();
    const ask = await asking("marketing");
    const { entries } = AsideViewSchema.parse((await ask("aside?kind=signs")).body);
    const [kept] = entries.filter(({ email }) => email === body.email);
    expect(kept?.reasons.map(({ en }) => en)).toContain("A field that people cannot see was filled in");
    const released = await ask("aside/release", { ids: [kept?.id] });
    expect(released).toMatchObject({ status: 200, body: { count: 1 } });
    expect(await leadNow(await leadIdOf(body.email))).toMatchObject({ createdAt: kept?.at });
  });
});

describe("the same lead again", () => {
  it("posted 20 times at once is one lead, one submission, one hand-off mail, and one answer", async () => {
    const { mark, body } = someone(fitting);
    const references = await Promise.all(Array.from({ length: 20 }, () => submit(body)));
    expect(new Set(references)).toHaveLength(1);
    const leadId = await leadIdOf(body.email);
    expect(await leadItems(leadId, "SUBMISSION#")).toHaveLength(1);
    const handOff = await mailAbout(mark, "hand-off", ({ text }) => text.includes("/answers/"));
    await leadIn(leadId, "handed-off");
    const handOffs = (await mailsAbout(mark)).filter(({ subject }) => subject === handOff.subject);
    expect(handOffs).toHaveLength(1);
  });

  it("with 20 different messages at once is one lead with 20 submissions", async () => {
    const { body } = someone();
    await Promise.all(Array.from({ length: 20 }, (_, i) => submit({ ...body, message: `pregunta ${i}` })));
    const leadId = await leadIdOf(body.email);
    expect(await leadItems(leadId, "SUBMISSION#")).toHaveLength(20);
  });

  it("with the same Idempotency-Key does nothing, whatever the body says", async () => {
    const { body } = someone();
    const headers = { "idempotency-key": `key-${body.email}` };
    const [first, second] = [await submit(body, headers), await submit({ ...body, message: "otra cosa" }, headers)];
    expect(second).toBe(first);
    expect(await leadItems(await leadIdOf(body.email), "SUBMISSION#")).toHaveLength(1);
  });

  it("with other capitals in the address is still the same lead", async () => {
    const { body } = someone();
    await submit(body);
    await submit({ ...body, email: ` ${body.email.toUpperCase()}`, message: "soy yo" });
    expect(await leadItems(await leadIdOf(body.email), "SUBMISSION#")).toHaveLength(2);
  });
});

describe("a browser on another origin", () => {
  it("may post from the site, and from nowhere else", async () => {
    const preflight = (origin: string) =>
      fetch(new URL("/leads", outputs.api), {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
      });
    const site = new URL(outputs.form).origin;
    expect((await preflight(site)).headers.get("access-control-allow-origin")).toBe(site);
    expect((await preflight("https://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
  });
});
