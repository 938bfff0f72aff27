import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromApiEvent, headerOf, html, json, problem, seeOther } from "../../../lambdas/domain/http/http.ts";
import { tryAgain, tryAgainAs } from "../../../lambdas/views/page/try-again.ts";

const event = (more: object = {}) => ({
  version: "2.0",
  routeKey: "POST /leads",
  rawPath: "/leads",
  rawQueryString: "a=1&a=%C3%B1",
  headers: { "Content-Type": "text/plain", Accept: "*/*" },
  requestContext: { requestId: "r-1", http: { method: "post", path: "/leads" } },
  isBase64Encoded: false,
  ...more,
});

describe("a request of the HTTP API", () => {
  it("has its method in capitals, its headers' names in lower case and its query parsed", () => {
    const request = fromApiEvent(event());
    expect(request).toMatchObject({ method: "POST", path: "/leads", headers: { "content-type": "text/plain" } });
    expect(request.query.getAll("a")).toEqual(["1", "ñ"]);
    expect(headerOf(request, "accept")).toBe("*/*");
    expect(headerOf(request, "constructor")).toBeUndefined();
    expect(request.body).toHaveLength(0);
  });

  it("has the bytes that were sent, base64-encoded by the API or not", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const body = Buffer.from(bytes).toString("base64");
        expect([...fromApiEvent(event({ body, isBase64Encoded: true })).body]).toEqual([...bytes]);
      }),
    );
    expect(new TextDecoder().decode(fromApiEvent(event({ body: "año" })).body)).toBe("año");
  });

  it("is nothing else", () => {
    expect(() => fromApiEvent({ Records: [] })).toThrow();
  });
});

describe("an answer", () => {
  it("of a page lets nothing run, nothing be framed and nothing be remembered", () => {
    const { statusCode, headers, body } = html(404, "<p>x</p>");
    expect({ statusCode, body }).toEqual({ statusCode: 404, body: "<p>x</p>" });
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex",
    });
    const policy = headers["content-security-policy"] ?? "";
    expect(policy.split("; ").sort()).toEqual([
      "base-uri 'none'",
      "default-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "style-src 'unsafe-inline'",
    ]);
  });

  it("for programs is JSON, and an error is a problem with one entry a field", () => {
    expect(json(202, { reference: "r" })).toMatchObject({ statusCode: 202, body: '{"reference":"r"}' });
    const errors = [{ field: "email", detail: "required" }];
    const { statusCode, headers, body } = problem(422, "Title", "Detail", errors);
    expect({ statusCode, type: headers["content-type"] }).toEqual({
      statusCode: 422,
      type: "application/problem+json; charset=utf-8",
    });
    expect(JSON.parse(body)).toEqual({ type: "about:blank", title: "Title", status: 422, detail: "Detail", errors });
    expect(JSON.parse(problem(400, "T", "D").body)).not.toHaveProperty("errors");
  });

  it("for programs shows nothing, runs nothing and is framed by nobody when a browser opens it", () => {
    for (const { headers } of [json(200, {}), problem(400, "T", "D")])
      expect(headers["content-security-policy"]).toBe("default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
  });

  it("after a post names the next address", () => {
    expect(seeOther("https://www.engranaje.example/")).toMatchObject({
      statusCode: 303,
      headers: { location: "https://www.engranaje.example/", "cache-control": "no-store" },
      body: "",
    });
    // A form in a frame of the agreement's sites is sent on in that frame.
    expect(seeOther("https://www.engranaje.example/").headers["content-security-policy"]).toBe("default-src 'none'");
  });
});

describe("an internal error", () => {
  const asked = (headers: Record<string, string>) =>
    tryAgainAs(fromApiEvent(event({ headers })), { company: "Tornos & Cía", seconds: 2 });

  it("is a problem for a program, and says when to retry", async () => {
    for (const response of [tryAgain(2), await asked({ accept: "application/json" })]) {
      expect(response).toMatchObject({ statusCode: 503, headers: { "retry-after": "2" } });
      expect(response.headers["content-type"]).toContain("problem+json");
    }
  });

  it.each([
    ["es-ES,es;q=0.9", "Inténtelo de nuevo"],
    ["en", "Please try again"],
  ])("is a page for a browser that speaks %s", async (language, title) => {
    const response = await asked({ accept: "text/html", "accept-language": language });
    expect(response).toMatchObject({ statusCode: 503, headers: { "retry-after": "2" } });
    expect(response.body).toContain(title);
    expect(response.body).toContain("Tornos &amp; Cía");
  });
});
