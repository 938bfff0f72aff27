import { describe, expect, it, vi } from "vitest";
import { originSecrets, readOriginSecrets } from "../../lambdas/adapters/origin-secrets.ts";
import { fromApiEvent, json } from "../../lambdas/domain/http/http.ts";
import { respond } from "../../lambdas/http/respond.ts";

const event = (headers: Record<string, string>) => ({
  rawPath: "/leads",
  headers,
  requestContext: { requestId: "r", http: { method: "POST", sourceIp: "130.176.0.1" } },
});
const byFront = { "x-smarketing-front": "current", "x-smarketing-viewer": "203.0.113.9" };

const answering = (isOpen: boolean) => {
  const answer = vi.fn(async (asked: unknown) => json(200, { sender: fromApiEvent(asked).sender }));
  const secrets = async () => ["current", "previous"];
  return { answer, handle: respond(answer, undefined, { secrets, isOpen }) };
};

describe("a function behind the front", () => {
  it.each(["current", "previous"])(
    "answers what comes with the %s secret, and believes the viewer's address",
    async (secret) => {
      const { handle } = answering(false);
      const { statusCode, body } = await handle(event({ ...byFront, "x-smarketing-front": secret }));
      expect([statusCode, JSON.parse(body)]).toEqual([200, { sender: "203.0.113.9" }]);
    },
  );

  it.each([
    ["no secret", { "x-smarketing-viewer": "203.0.113.9" }],
    ["an old one", { ...byFront, "x-smarketing-front": "before the previous" }],
    ["an empty one", { ...byFront, "x-smarketing-front": "" }],
  ])("refuses what comes with %s, with a problem, and does nothing", async (_, headers) => {
    const { handle, answer } = answering(false);
    const { statusCode, headers: said, body } = await handle(event(headers));
    expect(statusCode).toBe(403);
    expect(said["content-type"]).toContain("application/problem+json");
    expect(JSON.parse(body)).toMatchObject({ status: 403, detail: expect.stringContaining("public address") });
    expect(answer).not.toHaveBeenCalled();
  });

  it("lets in what comes another way while it is open, and does not believe it", async () => {
    const { handle } = answering(true);
    const { statusCode, body } = await handle(event({ "x-smarketing-viewer": "203.0.113.9" }));
    expect([statusCode, JSON.parse(body)]).toEqual([200, { sender: "130.176.0.1" }]);
  });

  it("passes neither the secret nor the viewer's header on", async () => {
    const { handle, answer } = answering(false);
    await handle(event({ ...byFront, accept: "*/*" }));
    expect(answer.mock.calls[0]?.[0]).toMatchObject({ headers: { accept: "*/*" } });
    expect(JSON.stringify(answer.mock.calls)).not.toMatch(/current|x-smarketing/);
  });

  it("without a front the sender is who the gateway saw", async () => {
    const answer = async (asked: unknown) => json(200, { sender: fromApiEvent(asked).sender });
    const { body } = await respond(answer)(event(byFront));
    expect(JSON.parse(body)).toEqual({ sender: "130.176.0.1" });
  });
});

describe("the secrets", () => {
  const store = (...values: (readonly string[] | Error)[]) => {
    let clock = 0;
    const read = vi.fn(async () => {
      const value = values[Math.min(read.mock.calls.length, values.length) - 1] ?? [];
      if (value instanceof Error) throw value;
      return value;
    });
    const secrets = originSecrets(read, () => clock);
    return { read, secrets, pass: (millis: number) => (clock += millis) };
  };

  it("are read once at the start, however many requests come, and again after five minutes", async () => {
    const { read, secrets, pass } = store(["a"], ["b", "a"]);
    await Promise.all([secrets("a"), secrets("a"), secrets()]);
    expect([await secrets("a"), read.mock.calls.length]).toEqual([["a"], 1]);
    pass(5 * 60_000);
    expect([await secrets("a"), read.mock.calls.length]).toEqual([["b", "a"], 2]);
  });

  it("are read again for one that is not known, as it may be new; but not for each that is invented", async () => {
    const { read, secrets, pass } = store(["a"], ["b", "a"]);
    await secrets("a");
    expect([await secrets("b"), read.mock.calls.length]).toEqual([["a"], 1]);
    pass(10_000);
    expect([await secrets("b"), read.mock.calls.length]).toEqual([["b", "a"], 2]);
    for (let i = 0; i < 20; i++) await secrets(`invented-${i}`);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("that were known go on counting when they cannot be read again; unread ones are a fault that is met again", async () => {
    const { secrets, pass } = store(["a"], new Error("away"));
    await secrets("a");
    pass(5 * 60_000);
    expect(await secrets("a")).toEqual(["a"]);
    const never = store(new Error("away"), new Error("away"), ["a"]);
    await expect(never.secrets("a")).rejects.toThrow("away");
  });

  describe("in Secrets Manager", () => {
    const arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:OriginSecret-AbCdEf";
    const asked: { address: string; stage: string; headers: Headers }[] = [];
    const replying = (reply: (stage: string) => Response) => {
      vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIATEST");
      vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
      vi.stubEnv("AWS_SESSION_TOKEN", "token");
      asked.length = 0;
      const send: typeof fetch = async (address, init) => {
        const { SecretId, VersionStage } = JSON.parse(String(init?.body));
        expect(SecretId).toBe(arn);
        asked.push({ address: String(address), stage: VersionStage, headers: new Headers(init?.headers) });
        return reply(VersionStage);
      };
      return readOriginSecrets(arn, send)().finally(() => vi.unstubAllEnvs());
    };
    const fault = (kind: string, status = 400) => Response.json({ __type: `com.amazonaws#${kind}` }, { status });

    it("are its current and its previous value, asked for by signed requests to its region", async () => {
      expect(await replying((stage) => Response.json({ SecretString: stage.toLowerCase() }))).toEqual([
        "awscurrent",
        "awsprevious",
      ]);
      expect(new Set(asked.map(({ address }) => address))).toEqual(
        new Set(["https://secretsmanager.eu-west-1.amazonaws.com/"]),
      );
      expect(asked[0]?.headers.get("authorization")).toMatch(
        /^AWS4-HMAC-SHA256 Credential=AKIATEST\/\d{8}\/eu-west-1\/secretsmanager\//,
      );
    });

    it("before the first rotation there is one", async () => {
      const reply = (stage: string) =>
        stage === "AWSCURRENT" ? Response.json({ SecretString: "only" }) : fault("ResourceNotFoundException");
      expect(await replying(reply)).toEqual(["only"]);
    });

    it("are a fault when they cannot be read, which names no secret", async () => {
      await expect(replying(() => fault("AccessDeniedException"))).rejects.toMatchObject({
        name: "AccessDeniedException",
      });
      await expect(replying(() => fault("ThrottlingException"))).rejects.toMatchObject({ name: "ThrottlingException" });
    });
  });
});
