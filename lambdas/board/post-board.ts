import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { LeadActionSchema } from "../contract/board.ts";
import { unfit } from "../domain/board/actions/said.ts";
import type { HttpResponse } from "../domain/http/index.ts";
import { isId } from "../domain/lead/is-id.ts";
import { deedOf } from "./actions/deed-of.ts";
import { actOn } from "./actions/lead-action.ts";
import {
  type BoardDependencies,
  type BoardRequest,
  boardDependencies,
  boardRequest,
  notFound,
} from "./board-request.ts";
import { postMeeting } from "./post-meeting.ts";

/** `POST /board/api/{path+}`: everything that is done from the board. */
export const postBoard = (deps: BoardDependencies) =>
  boardRequest(deps, async (request): Promise<HttpResponse> => {
    const [route, ...path] = request.path;
    switch (route) {
      case "leads":
        return postLead(deps, request, path);
      case "meetings":
        return postMeeting(deps, request, path);
      default:
        return notFound();
    }
  });

/** `leads/{leadId}/{action}`. */
const postLead = async (deps: BoardDependencies, request: BoardRequest, [leadId = "", named, ...more]: string[]) => {
  const action = LeadActionSchema.safeParse(named);
  if (!action.success || more.length > 0 || !isId(leadId)) return notFound();
  const read = deedOf(action.data, request.json);
  return read.ok ? actOn(deps, request, leadId, read.deed) : unfit(read.errors);
};

export const handler = bindAtStart(() => postBoard(boardDependencies()));
