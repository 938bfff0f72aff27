import { HttpMethod, type IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { explainForBoard } from "../../lambdas/agreement/explain/explain-page.ts";
import { agreementExplainedFile } from "../../lambdas/contract/agreement-explained.ts";
import { boardPaths } from "../../lambdas/contract/board.ts";
import { tableIndexes } from "../../lambdas/contract/table.ts";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route } from "../api/route.ts";
import { routeLimits } from "../api/route-limits.ts";
import { Deployment } from "../house/deployment.ts";
import { HouseFunction } from "../house/function.ts";
import { allowOnTable, type OpenPartition, queryIndex } from "../table/lead-table.ts";
import { allowCounting, deadLetterVariable } from "./dead-letter-queues.ts";

/** What the pages show. */
const shown = [
  "lead",
  "emailClaim",
  "keptAside",
  "rep",
  "waiting",
  "orphan",
  "agreement",
  "meeting",
  "proposals",
  "counters",
  "stageCounts",
  "generation",
] as const satisfies OpenPartition[];

/** What the actions read and change; an erasure reaches whatever knows the lead. */
const changed = [
  "lead",
  "emailClaim",
  "rep",
  "waiting",
  "meeting",
  "suppression",
  "erasure",
  "erased",
  "reference",
  "idempotency",
  "visitor",
  "keptAside",
  "arrival",
  "import",
  "company",
  "orphan",
  "demo",
] as const satisfies OpenPartition[];

export interface BoardApiProps {
  readonly api: PublicApi;
  readonly table: ITable;
  /** Admits requests with a valid token of the board. */
  readonly token: IHttpRouteAuthorizer;
}

/** The board's reads and actions; the functions know each user's role and enforce it. */
export class BoardApi extends Construct {
  readonly get: HouseFunction<"board">;
  readonly post: HouseFunction<"table">;

  constructor(scope: Construct, id: string, { api, table, token }: BoardApiProps) {
    super(scope, id);
    this.get = new HouseFunction<"board">(this, "Get", {
      entry: "board/get-board",
      agreementIn: table,
      description: "Shows leads, figures, the agreement and what needs attention, to each role what it may see",
      environment: { TABLE_NAME: table.tableName, DEAD_LETTER_QUEUES: deadLetterVariable(this) },
      beside: { [agreementExplainedFile]: JSON.stringify(explainForBoard(Deployment.of(this).agreement)) },
      timeout: responseLimit,
    });
    allowOnTable(table, this.get, shown, "dynamodb:GetItem", "dynamodb:Query");
    // Lists as files.
    allowOnTable(table, this.get, ["lead"], "dynamodb:BatchGetItem");
    allowOnTable(table, this.get, ["trail"], "dynamodb:Query", "dynamodb:UpdateItem");
    for (const index of ["board", "ownerBoard", "search", "attention"] as const)
      this.get.addToRolePolicy(queryIndex(table, tableIndexes[index]));
    allowCounting(this, this.get);
    const shared = { path: `${boardPaths.api}/{path+}`, limit: routeLimits.board, authorizer: token };
    route(api, { ...shared, methods: [HttpMethod.GET], answerer: this.get });
    const search = { path: `${boardPaths.api}/search`, limit: routeLimits.boardSearch };
    route(api, { ...shared, ...search, methods: [HttpMethod.POST], answerer: this.get });
    const found = { path: `${boardPaths.api}/exports/search`, limit: routeLimits.boardExports };
    route(api, { ...shared, ...found, methods: [HttpMethod.POST], answerer: this.get });

    this.post = new HouseFunction<"table">(this, "Post", {
      entry: "board/post-board",
      agreementIn: table,
      description: "Carries out what users of the board decide, as far as their role allows",
      environment: { TABLE_NAME: table.tableName },
      timeout: responseLimit,
    });
    allowOnTable(
      table,
      this.post,
      changed,
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:ConditionCheckItem",
    );
    allowOnTable(table, this.post, ["trail"], "dynamodb:UpdateItem");
    // Of the versions, what each was to bring: a meeting says whether it did.
    allowOnTable(table, this.post, ["agreement"], "dynamodb:Query");
    // For an export: how often the mailbox was asked to confirm.
    allowOnTable(table, this.post, ["limit"], "dynamodb:GetItem");
    // Who may be the person that a colleague is about to add.
    this.post.addToRolePolicy(queryIndex(table, tableIndexes.search));
    this.post.addToRolePolicy(queryIndex(table, tableIndexes.attention));
    route(api, { ...shared, methods: [HttpMethod.POST], answerer: this.post });
  }
}
