import { readProposal } from "../adapters/dynamo-proposals.ts";
import { environmentOf } from "../adapters/lambda-runtime.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { limits } from "../contract/limits.ts";
import {
  CheckBodySchema,
  EndBodySchema,
  ProposeBodySchema,
  SignBodySchema,
  SignerBodySchema,
} from "../contract/room.ts";
import { TryBodySchema } from "../contract/trial.ts";
import { mayNegotiate } from "../domain/agreement/proposal/proposal.ts";
import { mayRead } from "../domain/board/rights.ts";
import { fieldErrorsOf, type HttpResponse } from "../domain/http/http.ts";
import { isId } from "../domain/lead/lead.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { unfit } from "../views/board/action-problems.ts";
import { type BoardRequest, boardDependencies, boardRequest, forbidden, notFound } from "./board-request.ts";
import { endProposal, nameSigner, type RoomDependencies, signProposal } from "./room/act.ts";
import { checkText, proposeText } from "./room/propose.ts";
import { roomNow } from "./room/room-now.ts";
import { showDraft, showProposal, showRoom } from "./room/show.ts";
import { showTrial, tryProposal } from "./room/trial.ts";

/** `/board/api/proposals` and below: a function of its own, since it alone compiles agreements and may put them in force. */
export const boardRoom = (deps: RoomDependencies) =>
  boardRequest(
    deps,
    async (request): Promise<HttpResponse> => {
      const [route, ...path] = request.path;
      if (route !== "proposals" || path.length > 2) return notFound();
      if (!mayRead(request.user.role, "proposals")) return forbidden();
      return request.json === undefined ? show(deps, request, path) : act(deps, request, path);
    },
    limits.roomRequestBytes,
  );

const show = async (deps: RoomDependencies, request: BoardRequest, path: readonly string[]): Promise<HttpResponse> => {
  const [named, part] = path;
  if (named === undefined) return showRoom(deps);
  if (part === "trial") {
    const tried = isId(named) ? await readProposal(deps.table, named) : undefined;
    return tried === undefined ? notFound() : showTrial(deps, tried);
  }
  if (part !== undefined) return notFound();
  if (named === "draft") return showDraft(deps, request);
  const kept = isId(named) ? await readProposal(deps.table, named) : undefined;
  return kept === undefined ? notFound() : showProposal(deps, request, kept, await roomNow(deps));
};

const act = async (deps: RoomDependencies, request: BoardRequest, path: readonly string[]): Promise<HttpResponse> => {
  const [named, part] = path;
  if (part === undefined) {
    if (named === "signers") return postSigner(deps, request);
    if (!mayNegotiate(request.user)) return forbidden();
    if (named === undefined) return postProposal(deps, request);
    return named === "check" ? postCheck(deps, request) : notFound();
  }
  if (named === undefined || !isId(named)) return notFound();
  if (!mayNegotiate(request.user)) return forbidden();
  switch (part) {
    case "withdraw":
      return postEnd(deps, request, named, "withdrawn");
    case "refuse":
      return postEnd(deps, request, named, "refused");
    case "sign":
      return postSignature(deps, request, named);
    case "try":
      return postTrial(deps, request, named);
    default:
      return notFound();
  }
};

const postProposal = async (deps: RoomDependencies, request: BoardRequest): Promise<HttpResponse> => {
  const read = ProposeBodySchema.safeParse(request.json);
  return read.success ? proposeText(deps, request, read.data) : unfit(fieldErrorsOf(read.error));
};

const postCheck = async (deps: RoomDependencies, request: BoardRequest): Promise<HttpResponse> => {
  const read = CheckBodySchema.safeParse(request.json);
  return read.success ? checkText(deps, read.data.text) : unfit(fieldErrorsOf(read.error));
};

const postEnd = async (
  deps: RoomDependencies,
  request: BoardRequest,
  proposalId: string,
  how: "withdrawn" | "refused",
): Promise<HttpResponse> => {
  const read = EndBodySchema.safeParse(request.json);
  if (!read.success) return unfit(fieldErrorsOf(read.error));
  return endProposal(deps, request, proposalId, how, read.data.reason);
};

const postSignature = async (
  deps: RoomDependencies,
  request: BoardRequest,
  proposalId: string,
): Promise<HttpResponse> => {
  const read = SignBodySchema.safeParse(request.json);
  return read.success ? signProposal(deps, request, proposalId, read.data.version) : unfit(fieldErrorsOf(read.error));
};

const postTrial = async (deps: RoomDependencies, request: BoardRequest, proposalId: string): Promise<HttpResponse> => {
  const read = TryBodySchema.safeParse(request.json);
  if (!read.success) return unfit(fieldErrorsOf(read.error));
  const kept = await readProposal(deps.table, proposalId);
  return kept === undefined ? notFound() : tryProposal(deps, request, kept, read.data.weeks);
};

const postSigner = async (deps: RoomDependencies, request: BoardRequest): Promise<HttpResponse> => {
  if (request.user.role !== "operations") return forbidden();
  const read = SignerBodySchema.safeParse(request.json);
  return read.success ? nameSigner(deps, request, read.data) : unfit(fieldErrorsOf(read.error));
};

export const handler = bindToApi(() => {
  const { SIGNING } = environmentOf(environments.room);
  const of = boardDependencies();
  return (agreement: Agreement): RoomDependencies => ({ ...of(agreement), signing: SIGNING });
}, boardRoom);
