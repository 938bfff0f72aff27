import { expect } from "vitest";
import * as z from "zod/mini";
import { inForceWrite, keepTerms } from "../../lambdas/adapters/dynamo-agreement-in-force.ts";
import { versionWrite } from "../../lambdas/adapters/dynamo-agreement-versions.ts";
import { type DynamoTable, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { compileText } from "../../lambdas/agreement/compile-text.ts";
import type { RoomDependencies } from "../../lambdas/board/room/act.ts";
import { boardRoom } from "../../lambdas/board/room.ts";
import { boardPaths, type Role } from "../../lambdas/contract/board.ts";
import { BilingualSchema } from "../../lambdas/contract/stages.ts";
import { whenNeeded } from "../../lambdas/contract/start-light.ts";
import { altered, shipped } from "../agreement/explain/altered.ts";
import { shippedAgreement } from "../builders/shipped-agreement.ts";
import { undocumented } from "../openapi/documented.ts";

const agreement = whenNeeded(shippedAgreement);

const compiled = (text: string) => {
  const read = compileText(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.terms;
};
const shippedTerms = whenNeeded(() => compiled(shipped));

/** The shipped agreement is in force as version 1. */
export const putFirstInForce = async (table: DynamoTable, since: string): Promise<void> => {
  const terms = shippedTerms();
  const version = { number: 1, version: terms.agreement.version, since, termsId: await keepTerms(table, terms) };
  const { done } = await transact(table, [
    inForceWrite(table, undefined, { current: version }),
    versionWrite(table, terms.agreement, version),
  ]);
  if (!done) throw new Error("not put in force");
};

/** The shipped agreement with another threshold of the gate. */
export const withLeastFit = (points: number): string => altered("leastFit: 50", `leastFit: ${points}`);

const AnsweredSchema = z.object({ said: z.optional(BilingualSchema), code: z.optional(z.string()) });

export interface Asking {
  readonly user: string;
  readonly role: Role;
  readonly path: string;
  readonly sent?: object;
  readonly key?: string;
  /** Seconds since the sign-in; missing: the token does not say. */
  readonly signedInFor?: number;
}

/** The room's function, asked as the gateway asks it; it responds as docs/openapi.json has it. */
export const askingRoom =
  (deps: Pick<RoomDependencies, "table" | "now"> & Partial<RoomDependencies>) =>
  async ({ user, role, path, sent, key, signedInFor = 10 }: Asking) => {
    const method = sent === undefined ? "GET" : "POST";
    const [rawPath = "", rawQueryString = ""] = `${boardPaths.api}/${path}`.split("?");
    const signedIn = Math.floor(Date.parse(deps.now()) / 1000) - signedInFor;
    const response = await boardRoom({ agreement: agreement(), signing: "without-factor", ...deps })({
      rawPath,
      rawQueryString,
      headers: { "content-type": "application/json", ...(key !== undefined && { "idempotency-key": key }) },
      body: sent && JSON.stringify(sent),
      requestContext: {
        requestId: "request-1",
        http: { method },
        authorizer: {
          jwt: { claims: { username: user, "cognito:groups": `[${role}]`, auth_time: String(signedIn) } },
        },
      },
    });
    const body: unknown = JSON.parse(response.body);
    const contentType = response.headers["content-type"] ?? "";
    expect(undocumented({ method, path: rawPath, status: response.statusCode, contentType, body })).toBe("");
    return { status: response.statusCode, body, ...AnsweredSchema.parse(body) };
  };
