import { HttpMethod, type IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { boardPaths } from "../../lambdas/contract/board.ts";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route } from "../api/route.ts";
import { routeLimits } from "../api/route-limits.ts";
import { Deployment } from "../house/deployment.ts";
import { HouseFunction } from "../house/function.ts";
import type { ListBucket } from "../import/list-bucket.ts";
import { allowOnTable } from "../table/lead-table.ts";

export interface BoardImportsProps {
  readonly api: PublicApi;
  readonly table: ITable;
  readonly lists: ListBucket;
  /** Admits requests with a valid token of the board. */
  readonly token: IHttpRouteAuthorizer;
}

/** The board's pages of imports: a function of its own, since it alone may put lists into their bucket. */
export class BoardImports extends Construct {
  readonly function: HouseFunction<"boardImports">;

  constructor(scope: Construct, id: string, { api, table, lists, token }: BoardImportsProps) {
    super(scope, id);
    this.function = new HouseFunction<"boardImports">(this, "Function", {
      entry: "board/imports",
      agreementIn: table,
      description: "Begins imports of lists, shows where they stand, and carries out what colleagues decide on them",
      environment: {
        TABLE_NAME: table.tableName,
        IMPORTS_BUCKET: lists.bucketName,
        UPLOADS_ORIGIN: Deployment.of(this).uploadsOrigin ?? "",
      },
      timeout: responseLimit,
    });
    allowOnTable(
      table,
      this.function,
      ["import"],
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
    );
    allowOnTable(table, this.function, ["trail"], "dynamodb:UpdateItem");
    // The put is for the upload that it signs: whoever has that may do what the function may.
    lists.allow(this.function, "s3:GetObject", "s3:PutObject");
    const shared = { limit: routeLimits.boardImports, authorizer: token, answerer: this.function };
    const both = [HttpMethod.GET, HttpMethod.POST];
    const imports = `${boardPaths.api}/imports`;
    route(api, { ...shared, path: imports, methods: both });
    route(api, { ...shared, path: `${imports}/{importId}`, methods: [HttpMethod.GET] });
    route(api, { ...shared, path: `${imports}/{importId}/{part}`, methods: both });
    for (const list of ["imports", "import-rows"])
      route(api, {
        ...shared,
        limit: routeLimits.boardExports,
        path: `${boardPaths.api}/exports/${list}`,
        methods: [HttpMethod.GET],
      });
  }
}
