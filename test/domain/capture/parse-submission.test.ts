import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSubmission } from "../../../lambdas/domain/capture/parse-submission.ts";
import { refuse } from "../../../lambdas/views/capture/refuse.ts";
import { accepted, aPost, browser, formPost, type Headers, jsonPost, refused, rules } from "./request.ts";

const fields = { email: "ines@talleresnorte.example", nombre: "Inés", presupuesto: "5000" };
const boundary = "----form";

const part = (name: string, value: string, more = "") =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;

const multipart = (parts: string, headers?: Headers) =>
  aPost(`multipart/form-data; boundary=${boundary}`, `${parts}--${boundary}--\r\n`, headers);

describe("POST /leads", () => {
  it.each([
    ["JSON", jsonPost(fields)],
    ["JSON with a byte order mark", aPost("application/json", `\uFEFF${JSON.stringify(fields)}`)],
    ["JSON from sendBeacon", aPost("text/plain;charset=UTF-8", JSON.stringify(fields))],
    ["a plain form", formPost(fields)],
    [
      "a form with files",
      multipart(part("email", fields.email) + part("nombre", "Inés") + part("presupuesto", "5000")),
    ],
    ["a type in capitals", aPost("Application/JSON; Charset=utf-8", JSON.stringify(fields))],
  ])("takes %s", async (_, request) => {
    const { submission } = await accepted(request);
    expect(submission).toMatchObject({
      email: fields.email,
      contact: { name: "Inés" },
      other: [{ name: "presupuesto", value: "5000" }],
    });
  });

  it("takes text in the encoding that is named", async () => {
    const body = Buffer.from(JSON.stringify(fields), "latin1");
    expect((await accepted(aPost("application/json; charset=iso-8859-1", body))).submission.contact.name).toBe("Inés");
  });

  it("keeps of a file that there was one", async () => {
    const request = multipart(
      part("email", "a@b.es") + part("cv", "%PDF", '; filename="mi cv.pdf"') + part("none", "", '; filename=""'),
    );
    expect((await accepted(request)).submission.other).toEqual([{ name: "cv", value: "mi cv.pdf (4 bytes)" }]);
  });

  it.each([
    ["nothing", 400, aPost("application/json", "")],
    ["an empty form", 400, formPost({})],
    ["no JSON", 400, aPost("application/json", "email=a@b.es")],
    ["a list", 400, jsonPost([fields])],
    ["null", 400, jsonPost(null)],
    ["a number", 400, jsonPost(7)],
    ["a text", 400, jsonPost("a@b.es")],
    ["what is nested without end", 400, aPost("application/json", `{"a":${"[".repeat(30_000)}${"]".repeat(30_000)}}`)],
    ["what is nested too deeply", 400, aPost("application/json", `{"a":${"[".repeat(30)}${"]".repeat(30)}}`)],
    ["too many fields", 400, aPost("application/x-www-form-urlencoded", "a&".repeat(1001))],
    ["text that is not UTF-8", 400, aPost("application/json", Uint8Array.from([0x7b, 0xff, 0x7d]))],
    ["multipart without a boundary", 400, aPost("multipart/form-data", part("email", "a@b.es"))],
    ["multipart that does not end", 400, aPost(`multipart/form-data; boundary=${boundary}`, part("email", "a@b.es"))],
    ["multipart with a boundary of no characters", 400, aPost("multipart/form-data; boundary=\u0000Ā", "x")],
    ["64 KB and a byte", 413, aPost("application/json", Buffer.alloc(64 * 1024 + 1, 32))],
    ["no type", 415, aPost(undefined, JSON.stringify(fields))],
    ["XML", 415, aPost("application/xml", "<email>a@b.es</email>")],
    ["an unknown encoding", 415, aPost("application/json; charset=klingon", JSON.stringify(fields))],
    ["no e-mail", 422, jsonPost({ nombre: "Inés" })],
    ["a wrong e-mail", 422, jsonPost({ email: "ines" })],
  ])("refuses %s with %d", async (_, status, request) => {
    const response = await refused(request);
    expect(response.statusCode).toBe(status);
    expect(response.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(JSON.parse(response.body)).toMatchObject({ type: "about:blank", status, title: expect.any(String) });
  });

  it("takes 64 KB", async () => {
    const body = Buffer.alloc(64 * 1024, " ");
    body.write(JSON.stringify(fields));
    expect((await accepted(aPost("application/json", body))).submission.email).toBe(fields.email);
  });

  it("names what it accepts when it refuses the type", async () => {
    const { body, headers } = await refused(aPost("application/xml", "<a/>"));
    for (const type of ["application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]) {
      expect(JSON.parse(body).detail).toContain(type);
      expect(headers["accept-post"]).toContain(type);
    }
  });

  it.each([
    [{ language: "en" }, {}, "required"],
    [{}, { "Accept-Language": "en-GB,en;q=0.8" }, "required"],
    [{ idioma: "es" }, { "Accept-Language": "en" }, "obligatorio"],
    [{ x: "y" }, {}, "obligatorio"],
  ])("says what is wrong in the language of form, browser or agreement (%j, %j)", async (sent, headers, detail) => {
    const { body, headers: answered } = await refused(jsonPost(sent, headers));
    expect(JSON.parse(body).errors).toEqual([{ field: "email", detail }]);
    expect(answered["content-language"]).toBe(detail === "required" ? "en" : "es");
  });

  it("answers a browser that posted a plain form with a page that lists what to fix, and gives nothing back", async () => {
    const evil = "<script>alert(1)</script>";
    const request = formPost({ email: evil, empresa: evil.repeat(20), [evil]: evil, idioma: "en" }, browser);
    const { statusCode, headers, body } = await refused(request);
    expect({ statusCode, type: headers["content-type"] }).toEqual({
      statusCode: 422,
      type: "text/html; charset=utf-8",
    });
    expect(body).toContain("<li>E-mail: must be an address such as name@company.com</li>");
    expect(body).toContain('<html lang="en">');
    expect(body).not.toContain("alert(1)");
  });

  it.each([
    ["a browser's form", formPost(fields, browser), "page"],
    ["a browser's form with files", multipart(part("email", "a@b.es"), browser), "page"],
    ["a form sent by a script", formPost(fields, { Accept: "*/*" }), "json"],
    ["JSON, whatever it accepts", jsonPost(fields, browser), "json"],
  ] as const)("wants for %s what suits it", async (_, request, wants) => {
    expect((await accepted(request)).wants).toBe(wants);
  });

  it("sends the sender on to our own sites only", async () => {
    const next = async (_next: string) => (await accepted(formPost({ ...fields, _next }, browser))).thankYou;
    expect(await next("https://www.engranaje.example/gracias")).toBe("https://www.engranaje.example/gracias");
    expect(await next("//evil.example/")).toBeUndefined();
    expect(await next("https://evil.example/")).toBeUndefined();
  });

  it.each(["", " ", "a b", "ñ", "a\n", "x".repeat(256)])("refuses the idempotency key %j", async (key) => {
    expect((await refused(jsonPost(fields, { "Idempotency-Key": key }))).statusCode).toBe(400);
  });

  it.each(["1", '"8e03978e-40d5-43dd-bc93-6894a57f9324"', "x".repeat(255)])(
    "takes the idempotency key %j",
    async (key) => {
      expect((await accepted(jsonPost(fields, { "idempotency-key": key }))).idempotencyKey).toBe(key);
    },
  );
});

describe("the hash of a request", () => {
  const hash = async (request: Parameters<typeof accepted>[0]) => (await accepted(request)).bodyHash;

  it("is the same however the same was sent, and whenever the form was opened", async () => {
    const hashes = await Promise.all(
      [
        jsonPost({ ...fields, _started: 1 }),
        jsonPost({ _started: 2, ...Object.fromEntries(Object.entries(fields).reverse()) }),
        formPost(fields),
        multipart(part("email", fields.email) + part("nombre", "Inés") + part("presupuesto", "5000")),
      ].map(hash),
    );
    expect(new Set(hashes)).toHaveLength(1);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is another when anything else is", async () => {
    const others = [{ nombre: "Inés " }, { presupuesto: "5001" }, { more: "1" }, { email: "b@c.es" }];
    const hashes = await Promise.all([{}, ...others].map((more) => hash(jsonPost({ ...fields, ...more }))));
    expect(new Set(hashes)).toHaveLength(5);
    const apart = await Promise.all(
      [
        { a: "b", c: "" },
        { a: "", b: "c" },
      ].map((more) => hash(jsonPost({ ...fields, ...more }))),
    );
    expect(new Set(apart)).toHaveLength(2);
  });
});

describe("whatever a client sends", () => {
  const types = fc.oneof(
    fc.constantFrom(
      "application/json",
      "text/plain",
      "application/x-www-form-urlencoded",
      `multipart/form-data; boundary=${boundary}`,
      "multipart/form-data",
    ),
    fc.string({ unit: "binary" }),
  );
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map((text) => Buffer.from(text)),
    fc.webQueryParameters().map((text) => Buffer.from(text)),
    fc
      .array(fc.tuple(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("", '; filename="a"')))
      .map((parts) => Buffer.from(`${parts.map((each) => part(...each)).join("")}--${boundary}--`)),
  );
  const headers = fc.record(
    { accept: fc.string(), "idempotency-key": fc.string(), "accept-language": fc.string({ unit: "binary" }) },
    { requiredKeys: [] },
  );

  it("never makes us throw, and is answered with 4xx when it is not taken in", async () => {
    await fc.assert(
      fc.asyncProperty(types, bodies, headers, async (type, body, more) => {
        const request = aPost(type, body, more);
        const read = await parseSubmission(request, rules);
        if (!read.ok) expect([400, 413, 415, 422]).toContain(refuse(request, read, rules).statusCode);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([" ", "\t", "\n", "\r", " \n", "\u2028", "[", "a", "[a", "a.", "a@", "-", "%", "é", "\u0000", "ﷺ"])(
    "is dealt with, be it a quarter of a megabyte of %j",
    async (piece) => {
      const long = `x${piece.repeat(240_000 / Buffer.byteLength(JSON.stringify(piece)))}x`;
      const answers = [];
      for (const field of ["email", "message", "other", "consent", "empleados", "kind", "_next", "_started"])
        answers.push(await parseSubmission(jsonPost({ email: "a@b.es", [field]: long }), rules));
      answers.push(await parseSubmission(jsonPost({ email: "a@b.es", [long]: "x" }), rules));
      answers.push(await parseSubmission(aPost("application/x-www-form-urlencoded", long), rules));
      for (const read of answers) if (!read.ok) expect([413, 422]).toContain(read.refusal.status);
    },
    // Linear work takes a small part of this; a pattern that backtracks takes minutes.
    20_000,
  );

  it("does not come back", async () => {
    const marker = "zq7marker";
    const marked = fc.string().map((text) => `${text}<${marker}>`);
    await fc.assert(
      fc.asyncProperty(marked, marked, fc.boolean(), async (one, other, page) => {
        const request = formPost(
          { email: one, [other]: one, language: other, consentPurpose: "on" },
          page ? browser : {},
        );
        expect((await refused(request)).body).not.toContain(marker);
      }),
    );
  });
});
