import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect } from "vitest";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { type DynamoTable, toItem } from "../../lambdas/adapters/dynamo-table.ts";
import { getBoard } from "../../lambdas/board/get-board.ts";
import type { ReadDependencies } from "../../lambdas/board/reads/read.ts";
import type { Role } from "../../lambdas/contract/board.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { anAgreement } from "../builders/agreement.ts";
import { now } from "../builders/now.ts";
import { undocumented } from "../openapi/documented.ts";

export const stored = async (table: DynamoTable, leads: readonly Lead[]): Promise<void> => {
  for (const lead of leads)
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toItem(leadItem(lead)) }));
};

/** The board's function, asked as the gateway asks it, by somebody of this role; it responds as docs/openapi.json has it. */
export const asking =
  (table: DynamoTable, deps: Partial<ReadDependencies> = {}) =>
  async (role: Role, path: string, user = role === "rep" ? "ana" : "olga", sent?: object): Promise<Answer> => {
    const method = sent === undefined ? "GET" : "POST";
    const [rawPath = "", rawQueryString = ""] = `/board/api/${path}`.split("?");
    const answer = await getBoard({
      table,
      agreement: anAgreement(),
      now: () => now,
      deployedChapters: () => [],
      deadLetters: async () => [],
      ...deps,
    })({
      rawPath,
      rawQueryString,
      body: sent && JSON.stringify(sent),
      requestContext: {
        requestId: "request-1",
        http: { method },
        authorizer: { jwt: { claims: { username: user, "cognito:groups": `[${role}]` } } },
      },
    });
    const responded = { status: answer.statusCode, body: JSON.parse(answer.body) };
    const contentType = answer.headers["content-type"] ?? "";
    expect(undocumented({ method, path: rawPath, contentType, ...responded })).toBe("");
    return responded;
  };

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, for a test to look into
  readonly body: any;
}
