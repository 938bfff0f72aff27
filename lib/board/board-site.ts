import { readFileSync } from "node:fs";
import path from "node:path";
import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { Construct } from "constructs";
import { boardPaths } from "../../lambdas/contract/board.ts";
import { siteFolder } from "../../lambdas/contract/board-site.ts";
import type { PublicApi } from "../api/public-api.ts";
import { responseLimit, route, routeOthers } from "../api/route.ts";
import { routeLimits } from "../api/route-limits.ts";
import type { FilesBeside } from "../house/bundle.ts";
import { Deployment } from "../house/deployment.ts";
import { HouseFunction } from "../house/function.ts";
import type { ListBucket } from "../import/list-bucket.ts";
import { buildBoard } from "./build-board.ts";
import { filesBelow } from "./pack-files.ts";

/** The board's files beside the function that serves it: plain, compressed, and listed. */
export const boardFiles = (): FilesBeside => {
  const folder = buildBoard();
  return Object.fromEntries(
    filesBelow(folder).map((name) => [`${siteFolder}/${name}`, readFileSync(path.join(folder, name))]),
  );
};

export interface BoardSiteProps {
  readonly api: PublicApi;
  /** Its page uploads lists into it. */
  readonly lists: ListBucket;
}

/** The board's own files, public because they hold no lead's data. */
export class BoardSite extends Construct {
  constructor(scope: Construct, id: string, { api, lists }: BoardSiteProps) {
    super(scope, id);
    const site = new HouseFunction<"site">(this, "Site", {
      entry: "board/site",
      description: "Serves the board's page, scripts and styles",
      environment: { UPLOADS_ORIGIN: Deployment.of(this).uploadsOrigin ?? lists.origin },
      beside: boardFiles(),
      timeout: responseLimit,
    });
    for (const path of [boardPaths.board, `${boardPaths.board}/{file+}`])
      route(api, {
        path,
        methods: [HttpMethod.GET, HttpMethod.HEAD],
        answerer: site,
        limit: routeLimits.boardFiles,
      });
    // `/board/`, which people type and old links have.
    routeOthers(api, { answerer: site, limit: routeLimits.others });
  }
}
