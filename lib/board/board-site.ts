import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { Construct } from "constructs";
import { boardPaths } from "../../lambdas/contract/board.ts";
import type { PublicApi } from "../api/public-api.ts";
import { answerLimit, route } from "../api/route.ts";
import { HouseFunction } from "../house/house-function.ts";
import { boardFiles } from "./board-files.ts";

export interface BoardSiteProps {
  readonly api: PublicApi;
}

/** The board's own files. Anybody may load them: they say nothing of any lead. */
export class BoardSite extends Construct {
  constructor(scope: Construct, id: string, { api }: BoardSiteProps) {
    super(scope, id);
    const site = new HouseFunction<"site">(this, "Site", {
      entry: "board/site",
      description: "Serves the board's page, scripts and styles",
      environment: { PUBLIC_URL: api.publicUrl },
      beside: boardFiles(),
      timeout: answerLimit,
    });
    for (const path of [boardPaths.board, `${boardPaths.board}/{file+}`])
      route(api, path, [HttpMethod.GET, HttpMethod.HEAD], site);
  }
}
