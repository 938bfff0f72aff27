import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { signatureHeaders } from "../../docs/examples/crm.ts";
import { isSignatureOf, signatureOf, signedHeaders } from "../../lambdas/domain/http/signature.ts";
import { getSla } from "../../lambdas/metrics/get-sla.ts";
import { postTeam } from "../../lambdas/team/post-team.ts";
import { cipherTwin } from "../../local/twin/cipher-twin.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { anApiKey } from "../builders/api-key.ts";

const run = promisify(execFile);

const VectorSchema = z.strictObject({
  why: z.string(),
  timestamp: z.string(),
  method: z.string(),
  path: z.string(),
  body: z.string(),
  signature: z.string(),
});
type Vector = z.infer<typeof VectorSchema>;
const VectorsSchema = z.strictObject({
  secret: z.string(),
  right: z.array(VectorSchema),
  wrong: z.array(VectorSchema),
});
const vectors = VectorsSchema.parse(JSON.parse(readFileSync("docs/examples/signature-vectors.json", "utf8")));

const signedOf = ({ body, ...rest }: Vector) => ({ ...rest, body: Buffer.from(body) });

describe("the vectors of docs/signing.md", () => {
  it.each(vectors.right)("fit: $why", (vector) => {
    const scheme = vector.signature.startsWith("v1=") ? "v1" : "v2";
    expect(signatureOf(vectors.secret, signedOf(vector), scheme)).toBe(vector.signature);
    expect(isSignatureOf(vector.signature, vectors.secret, signedOf(vector))).toBe(true);
    if (scheme === "v1") return;
    const { method, path, body, timestamp } = vector;
    const key = { id: "key-1", secret: vectors.secret };
    expect(signatureHeaders(key, method, path, body, Number(timestamp))).toEqual({
      [signedHeaders.key]: "key-1",
      [signedHeaders.timestamp]: timestamp,
      [signedHeaders.signature]: vector.signature,
    });
  });

  it.each(vectors.wrong)("do not fit: $why", (vector) => {
    expect(isSignatureOf(vector.signature, vectors.secret, signedOf(vector))).toBe(false);
  });
});

/** The functions of the signed API behind a server, as the gateway asks them; by the clock, as the clients sign. */
describe("the clients in docs/examples", () => {
  let server: Server;
  let env: Record<string, string>;
  beforeAll(async () => {
    const now = () => new Date().toISOString();
    const deps = { table: dynamoTwin(), agreement: anAgreement(), now, decrypt: cipherTwin.decrypt };
    const { keyId, secret } = await anApiKey(deps.table, deps.now());
    const functions = new Map([
      ["GET /sla", getSla(deps)],
      ["POST /team", postTeam(deps)],
    ]);
    server = createServer(async (request, response) => {
      const [rawPath = "", rawQueryString = ""] = (request.url ?? "").split("?");
      const { method = "", headers } = request;
      const http = { requestContext: { requestId: "r", http: { method } }, body: await text(request) };
      const answered = await functions.get(`${method} ${rawPath}`)?.({ rawPath, rawQueryString, headers, ...http });
      response.writeHead(answered?.statusCode ?? 404, answered?.headers ?? {}).end(answered?.body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const api = `http://127.0.0.1:${Object(server.address()).port}`;
    env = { SMARKETING_API: api, SMARKETING_KEY: keyId, SMARKETING_SECRET: secret };
  });
  afterAll(() => server.close());

  const clients = [
    ["crm.ts", "node_modules/.bin/tsx"],
    ["crm.py", "python3"],
    ["crm.sh", "sh"],
  ] as const;
  const ask = async (file: string, command: string, words: readonly string[], more: Record<string, string> = {}) => {
    const asking = run(command, [`docs/examples/${file}`, ...words], { env: { ...process.env, ...env, ...more } });
    const { stdout, code = 0 } = await asking.catch((failed: unknown) => Object(failed));
    return { code, said: JSON.parse(stdout) };
  };

  it.each(clients)("%s reads with a query, and posts words beyond ASCII", async (file, command) => {
    expect(await ask(file, command, ["GET", "/sla?weeks=2"])).toMatchObject({ code: 0, said: { waiting: 0 } });
    const { team } = anAgreement().terms;
    const body = JSON.stringify({ rep: team.reps[0]?.id, absences: [{ from: "2099-12-21", to: "2099-12-31" }] });
    expect(await ask(file, command, ["POST", "/team", body])).toMatchObject({
      code: 0,
      said: { rep: team.reps[0]?.id, absences: [{ from: "2099-12-21", to: "2099-12-31" }] },
    });
    const unknown = await ask(file, command, ["POST", "/team", JSON.stringify({ rep: "Núñez €", leaves: null })]);
    expect(unknown).toMatchObject({ said: { status: 404, title: "No such rep" } });
    expect(unknown.code).not.toBe(0);
  });

  it.each(clients)("%s says why its signature does not match", async (file, command) => {
    const refused = await ask(file, command, ["GET", "/sla"], { SMARKETING_SECRET: "another" });
    expect(refused).toMatchObject({ said: { status: 401, detail: expect.stringContaining("does not match") } });
    expect(refused.code).not.toBe(0);
  });
});
