import { HttpUserPoolAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { boardPaths } from "../../lambdas/contract/board.ts";
import type { PublicApi } from "../api/public-api.ts";
import type { ListBucket } from "../import/list-bucket.ts";
import { BoardApi } from "./board-api.ts";
import { BoardImports } from "./board-imports.ts";
import { BoardRoom } from "./board-room.ts";
import { BoardSite } from "./board-site.ts";
import { BoardSources } from "./board-sources.ts";
import { BoardUsers } from "./board-users.ts";
import { ForgottenPassword } from "./forgotten-password.ts";
import { SignIn } from "./sign-in.ts";

export interface BoardStageProps {
  readonly api: PublicApi;
  readonly table: ITable;
  /** Where lists are that are imported. */
  readonly lists: ListBucket;
}

/** The shared view: its page, who may open it, and its API. Made after every dead-letter queue, since it shows them. */
export class BoardStage extends Construct {
  readonly users: BoardUsers;
  /** As people type it. */
  readonly url: string;
  /** The latency that a user of the board notices. */
  readonly functions: readonly IFunction[];

  constructor(scope: Construct, id: string, { api, table, lists }: BoardStageProps) {
    super(scope, id);
    this.url = `${api.publicUrl}${boardPaths.board}`;
    new BoardSite(this, "Site", { api, lists });
    this.users = new BoardUsers(this, "Users");
    new ForgottenPassword(this, "Forgotten", { api, users: this.users, table });
    new SignIn(this, "SignIn", { api, users: this.users, table });
    const token = new HttpUserPoolAuthorizer("BoardToken", this.users, { userPoolClients: [this.users.client] });
    const { get, post } = new BoardApi(this, "Api", { api, table, token });
    const sources = new BoardSources(this, "Sources", { api, table, token });
    const imports = new BoardImports(this, "Imports", { api, table, lists, token });
    const room = new BoardRoom(this, "Room", { api, table, token });
    this.functions = [get, post, sources.function, imports.function, room.function];
  }
}
