import {
  AsideDecisionSchema,
  AsideWishSchema,
  type ChangeVerdict,
  CloseChangeBodySchema,
  DecisionBodySchema,
  HeldBodySchema,
  type HeldNoted,
  LeadActionSchema,
  type MeetingDecision,
  mayAddLeads,
  mayDecideAside,
  mayRecordDecisions,
  RewordBodySchema,
  type Reworded,
} from "../contract/board.ts";
import { AddLeadSchema, SimilarBodySchema } from "../contract/board-by-hand.ts";
import { fieldErrorsOf, type HttpResponse, json } from "../domain/http/http.ts";
import { isId } from "../domain/lead/lead.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { closeChange, noteDecision, reword, sayHeld } from "../meeting/meetings.ts";
import { unfit } from "../views/board/action-problems.ts";
import { addLead, showSimilar } from "./actions/add-lead.ts";
import { decideOnAside } from "./actions/aside.ts";
import { actOn } from "./actions/lead-action.ts";
import { parseAction } from "./actions/parse-action.ts";
import {
  type BoardDependencies,
  type BoardRequest,
  boardDependencies,
  boardRequest,
  forbidden,
  notFound,
} from "./board-request.ts";

/** `POST /board/api/{path+}`: every action of the board. */
export const postBoard = (deps: BoardDependencies) =>
  boardRequest(deps, async (request): Promise<HttpResponse> => {
    const [route, ...path] = request.path;
    switch (route) {
      case "leads":
        return postLead(deps, request, path);
      case "aside":
        return postAside(deps, request, path);
      case "meetings":
        return postMeeting(deps, request, path);
      default:
        return notFound();
    }
  });

/** `leads`, `leads/similar`, or `leads/{leadId}/{action}`. */
const postLead = async (deps: BoardDependencies, request: BoardRequest, path: string[]) => {
  const [leadId = "", named, ...more] = path;
  if (path.length === 0 || (leadId === "similar" && named === undefined)) return postByHand(deps, request, leadId);
  const action = LeadActionSchema.safeParse(named);
  if (!action.success || more.length > 0 || !isId(leadId)) return notFound();
  const read = parseAction(action.data, request.json);
  return read.ok ? actOn(deps, request, leadId, read.action) : unfit(read.errors);
};

/** What a colleague types of somebody whom nobody may know yet. */
const postByHand = async (deps: BoardDependencies, request: BoardRequest, part: string): Promise<HttpResponse> => {
  if (!mayAddLeads(request.user.role)) return forbidden();
  if (part === "similar") {
    const read = SimilarBodySchema.safeParse(request.json);
    return read.success ? showSimilar(deps, request, read.data) : unfit(fieldErrorsOf(read.error));
  }
  const read = AddLeadSchema.safeParse(request.json);
  return read.success ? addLead(deps, request, read.data) : unfit(fieldErrorsOf(read.error));
};

/** `aside/{release|drop}`. */
const postAside = async (deps: BoardDependencies, request: BoardRequest, [named, ...more]: readonly string[]) => {
  const decision = AsideDecisionSchema.safeParse(named);
  if (!decision.success || more.length > 0) return notFound();
  if (!mayDecideAside(request.user.role)) return forbidden();
  const wish = AsideWishSchema.safeParse(request.json);
  return wish.success ? decideOnAside(deps, request, decision.data, wish.data) : unfit(fieldErrorsOf(wish.error));
};

export const handler = bindToApi(boardDependencies, postBoard);

/** `meetings/{week}/changes/{number}` */
const closeOne = async (
  deps: BoardDependencies,
  user: BoardRequest["user"],
  week: string,
  body: unknown,
  [number = "", ...more]: readonly (string | undefined)[],
): Promise<HttpResponse> => {
  if (more.length > 0 || !/^[1-9]\d{0,5}$/.test(number)) return notFound();
  if (!mayRecordDecisions(user.role)) return forbidden();
  const read = CloseChangeBodySchema.safeParse(body);
  if (!read.success) return unfit(fieldErrorsOf(read.error));
  const closed = await closeChange(deps, user, { week, number: Number(number) }, read.data.verdict);
  return closed === undefined ? notFound() : json(200, closed satisfies ChangeVerdict);
};

/** `meetings/{week}/decisions`, `/{decisionId}` below it, and `/text` below that. */
const postMeeting = async (
  deps: BoardDependencies,
  { user, json: body }: BoardRequest,
  [week = "", part, decisionId, ...more]: readonly string[],
): Promise<HttpResponse> => {
  if (part === "changes") return closeOne(deps, user, week, body, [decisionId, ...more]);
  const isText = decisionId !== undefined && more.length === 1 && more[0] === "text";
  if (part !== "decisions" || (more.length > 0 && !isText)) return notFound();
  if (!mayRecordDecisions(user.role)) return forbidden();
  if (decisionId === undefined) {
    const read = DecisionBodySchema.safeParse(body);
    if (!read.success) return unfit(fieldErrorsOf(read.error));
    const noted = await noteDecision(deps, user, week, read.data);
    return "statusCode" in noted ? noted : json(200, noted satisfies MeetingDecision);
  }
  if (isText) {
    const read = RewordBodySchema.safeParse(body);
    if (!read.success) return unfit(fieldErrorsOf(read.error));
    const { text } = read.data;
    return (await reword(deps, user, week, decisionId, text))
      ? json(200, { decisionId, text } satisfies Reworded)
      : notFound();
  }
  const read = HeldBodySchema.safeParse(body);
  if (!read.success) return unfit(fieldErrorsOf(read.error));
  const { held } = read.data;
  return (await sayHeld(deps, user, week, decisionId, held))
    ? json(200, { decisionId, held } satisfies HeldNoted)
    : notFound();
};
