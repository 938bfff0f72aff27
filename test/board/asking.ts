import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { type DynamoTable, toItem } from "../../lambdas/adapters/dynamo-table.ts";
import { getBoard } from "../../lambdas/board/get-board.ts";
import type { ReadDependencies } from "../../lambdas/board/reads/read.ts";
import type { Role } from "../../lambdas/contract/board.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { anAgreement } from "../builders/agreement.ts";
import { now } from "../builders/now.ts";

export const stored = async (table: DynamoTable, leads: readonly Lead[]): Promise<void> => {
  for (const lead of leads)
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toItem(leadItem(lead)) }));
};

/** The board's function, asked as the gateway asks it, by someone of this role. */
export const asking =
  (table: DynamoTable, deps: Partial<ReadDependencies> = {}) =>
  async (role: Role, path: string, user = role === "rep" ? "ana" : "olga"): Promise<Answer> => {
    const [rawPath = "", rawQueryString = ""] = `/board/api/${path}`.split("?");
    const answer = await getBoard({
      table,
      agreement: anAgreement(),
      now: () => now,
      chapters: [],
      deadLetters: async () => [],
      ...deps,
    })({
      rawPath,
      rawQueryString,
      requestContext: {
        requestId: "request-1",
        http: { method: "GET" },
        authorizer: { jwt: { claims: { username: user, "cognito:groups": `[${role}]` } } },
      },
    });
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, for a test to look into
  readonly body: any;
}
