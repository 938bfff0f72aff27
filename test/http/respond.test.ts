import { DynamoDBServiceException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LeadContentionError } from "../../lambdas/adapters/contention.ts";
import { passesByItself } from "../../lambdas/adapters/passing-faults.ts";
import { json } from "../../lambdas/domain/http/http.ts";
import { respond } from "../../lambdas/http/respond.ts";

const metadata = { $metadata: {} };
const fault = (name: string, httpStatusCode = 400) =>
  new DynamoDBServiceException({ name, message: name, $fault: "client", $metadata: { httpStatusCode } });
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: "cancelled",
    CancellationReasons: codes.map((Code) => ({ Code })),
    ...metadata,
  });
const lost = (code: string) => Object.assign(new Error("socket hang up"), { code });

describe("a fault passes by itself", () => {
  it.each([
    ["a throttled request", fault("ThrottlingException")],
    ["a partition that is too busy", fault("ProvisionedThroughputExceededException")],
    ["a plain write that meets a transaction", fault("TransactionConflictException")],
    ["an error of the service", fault("InternalServerError", 500)],
    ["the same by its name alone", fault("InternalServerError", 503)],
    ["a transaction that met another", cancelled("None", "TransactionConflict")],
    ["a transaction that was throttled", cancelled("ThrottlingError", "None")],
    ["a transaction on a busy partition", cancelled("ProvisionedThroughputExceeded")],
    ["a lost connection", lost("ECONNRESET")],
    ["a connection that cannot be made", lost("EAI_AGAIN")],
    ["too many calls of the directory", fault("TooManyRequestsException")],
    ["many writers of one lead", new LeadContentionError("gave way")],
  ])("%s", (_, error) => expect(passesByItself(error)).toBe(true));

  it.each([
    ["what is not valid", fault("ValidationException")],
    ["what is not allowed", fault("AccessDeniedException")],
    ["a transaction that is not valid", cancelled("ValidationError", "TransactionConflict")],
    ["a mistake of ours", new TypeError("undefined is not a function")],
    ["what is no error", "ThrottlingException"],
  ])("not %s", (_, error) => expect(passesByItself(error)).toBe(false));
});

describe("a request that meets a fault", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const event = (over: object = {}) => ({
    rawPath: "/leads",
    requestContext: { requestId: "request-1", http: { method: "POST" } },
    ...over,
  });

  /** What the function responds, and after how many milliseconds. */
  const asked = async (handle: ReturnType<typeof respond>, context?: unknown, over: object = {}) => {
    const start = Date.now();
    const response = handle(event(over), context).then((each) => ({ ...each, after: Date.now() - start }));
    await vi.advanceTimersByTimeAsync(60_000);
    return response;
  };

  const failing = (times: number, error: unknown = fault("ThrottlingException")) => {
    const answer = vi.fn(async (_event: unknown, _correlationId: string) => {
      if (answer.mock.calls.length <= times) throw error;
      return json(202, {});
    });
    return answer;
  };

  it("is carried out as soon as the fault has passed, as the same request", async () => {
    const answer = failing(4);
    const { statusCode, after } = await asked(respond(answer));
    expect(statusCode).toBe(202);
    expect(after).toBeLessThanOrEqual(100 + 200 + 400 + 800);
    expect(answer.mock.calls.map(([, correlationId]) => correlationId)).toEqual(Array(5).fill("request-1"));
  });

  it("is not tried again when it can only fail again", async () => {
    const answer = failing(1, fault("ValidationException"));
    expect(await asked(respond(answer))).toMatchObject({ statusCode: 503, after: 0 });
    expect(answer).toHaveBeenCalledOnce();
  });

  it("is turned away within ten seconds, with some seconds to wait that differ", async () => {
    const waits = new Set<string | undefined>();
    for (let i = 0; i < 40; i++) {
      const { statusCode, headers, body, after } = await asked(respond(failing(Number.POSITIVE_INFINITY)));
      expect(statusCode).toBe(503);
      expect(after).toBeLessThanOrEqual(10_000);
      expect(after).toBeGreaterThan(5000);
      expect(headers["content-type"]).toContain("application/problem+json");
      expect(JSON.parse(body)).toMatchObject({ status: 503, title: "Please try again" });
      waits.add(headers["retry-after"]);
    }
    expect([...waits].sort()).toEqual(["2", "3", "4", "5"]);
  });

  it("is answered before Lambda ends the function, even when the table never answers", async () => {
    const context = { left: 5000, getRemainingTimeInMillis: () => context.left };
    const silent = respond(() => new Promise(() => {}));
    expect(await asked(silent, context)).toMatchObject({ statusCode: 503, after: 3500 });
    expect(await asked(silent)).toMatchObject({ statusCode: 503, after: 18_500 });
    context.left = 1000;
    expect(await asked(silent, context)).toMatchObject({ statusCode: 503, after: 0 });
  });

  it("is not cut short while it is being carried out: only no further attempt begins after ten seconds", async () => {
    const slow = (millis: number, error?: Error) => async () => {
      await new Promise((resolve) => setTimeout(resolve, millis));
      if (error !== undefined) throw error;
      return json(202, {});
    };
    expect(await asked(respond(slow(15_000)))).toMatchObject({ statusCode: 202, after: 15_000 });
    expect(await asked(respond(slow(12_000, fault("ThrottlingException"))))).toMatchObject({
      statusCode: 503,
      after: 12_000,
    });
  });

  describe("of a browser", () => {
    const page = { company: "Tornos & Cía", siteOrigins: ["https://www.engranaje.example"] };
    const browser = (over: object = {}) => ({
      headers: { accept: "text/html", "accept-language": "es-ES", "content-type": "application/x-www-form-urlencoded" },
      ...over,
    });
    const never = () => respond(failing(Number.POSITIVE_INFINITY), page);

    it("keeps the form, which sends the same again without a script, and may lead on to our sites", async () => {
      const body = new URLSearchParams({ email: "ana@x.example", message: 'Dijo «"<b>hola</b>"»', _gotcha: "" });
      const { statusCode, headers, body: shown } = await asked(never(), undefined, browser({ body: body.toString() }));
      expect(statusCode).toBe(503);
      expect(headers["retry-after"]).toMatch(/^[2-5]$/);
      expect(headers["content-security-policy"]).toContain("form-action 'self' https://www.engranaje.example;");
      expect(shown).toContain('<html lang="es">');
      expect(shown).toContain("Inténtelo de nuevo · Tornos &amp; Cía");
      expect(shown).toContain('<form method="post">');
      expect(shown).toContain('<input type="hidden" name="email" value="ana@x.example">');
      expect(shown).toContain("Dijo «&quot;&lt;b&gt;hola&lt;/b&gt;&quot;»");
      expect(shown).toContain('name="_gotcha"');
      expect(shown).not.toContain("http-equiv");
    });

    it("speaks the form's language, whatever its type", async () => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ language: "en", nombre: "Ana" })) form.set(name, value);
      const sent = new Response(form);
      const type = sent.headers.get("content-type");
      const body = Buffer.from(await sent.arrayBuffer()).toString("base64");
      const headers = { ...browser().headers, "content-type": type };
      const { body: shown } = await asked(never(), undefined, { headers, body, isBase64Encoded: true });
      expect(shown).toContain("Please try again");
      expect(shown).toContain('name="nombre" value="Ana"');
    });

    it("loads a page that was only to be shown again by itself", async () => {
      const requestContext = { requestId: "r", http: { method: "GET" } };
      const { headers, body } = await asked(never(), undefined, browser({ requestContext }));
      expect(body).toContain(`<meta http-equiv="refresh" content="${headers["retry-after"]}">`);
      expect(body).not.toContain("<form");
    });

    it("is told nothing but that by a program's problem", async () => {
      const headers = { accept: "application/json" };
      const { body } = await asked(never(), undefined, { headers });
      expect(JSON.parse(body)).toMatchObject({ status: 503 });
    });
  });
});
