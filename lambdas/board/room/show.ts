import { readTerms } from "../../adapters/dynamo-agreement-in-force.ts";
import { readAgreementVersions } from "../../adapters/dynamo-agreement-versions.ts";
import { readProposals } from "../../adapters/dynamo-proposals.ts";
import type { ProposalView, RoomView } from "../../contract/room.ts";
import { mayDo, type StoredProposal, shown } from "../../domain/agreement/proposal/proposal.ts";
import type { HttpResponse } from "../../domain/http/http.ts";
import { type BoardDependencies, type BoardRequest, notFound } from "../board-request.ts";
import { reply } from "../reply.ts";
import { changesOf } from "./compiled.ts";
import { type RoomNow, roomNow, shownVersion } from "./room-now.ts";

/** A page shows so many; at two a week, a year. */
const mostShown = 100;
const mostVersions = 30;

/** `GET proposals`. */
export const showRoom = async (deps: BoardDependencies): Promise<HttpResponse> => {
  const [room, found, kept] = await Promise.all([
    roomNow(deps),
    readProposals(deps.table, mostShown + 1),
    readAgreementVersions(deps.table, mostVersions),
  ]);
  const { situation, at } = room;
  const { inForce, next, signers } = situation;
  const earlier = kept.flatMap(({ number, version, since, termsId }) =>
    number !== undefined && termsId !== undefined && number < inForce.number ? [{ number, version, since }] : [],
  );
  const view: RoomView = {
    asOf: at,
    inForce,
    ...(next !== undefined && { next }),
    signers,
    proposals: found.slice(0, mostShown).map((each) => shown(each, situation)),
    more: found.length > mostShown,
    versions: earlier,
  };
  return reply("proposals", view);
};

/** `GET proposals/draft?from=<number>`. */
export const showDraft = async (deps: BoardDependencies, { query }: BoardRequest): Promise<HttpResponse> => {
  const { situation, termsId } = await roomNow(deps);
  const from = query.get("from");
  const id = from === null || from === "" ? termsId : await termsIdOf(deps, Number(from));
  if (id === undefined) return notFound();
  const { text } = await readTerms(deps.table, id);
  return reply("proposals/draft", { base: shownVersion(situation.inForce), text });
};

const termsIdOf = async ({ table }: BoardDependencies, number: number): Promise<string | undefined> =>
  (await readAgreementVersions(table, mostVersions)).find((version) => version.number === number)?.termsId;

/** `GET proposals/{proposalId}`, and the response to what is done with it. */
export const showProposal = async (
  { table }: BoardDependencies,
  { user }: BoardRequest,
  kept: StoredProposal,
  { situation }: RoomNow,
): Promise<HttpResponse> => {
  const [before, after] = await Promise.all([readTerms(table, kept.baseTermsId), readTerms(table, kept.termsId)]);
  const view: ProposalView = {
    proposal: shown(kept, situation),
    text: after.text,
    changes: changesOf(before, after),
    may: mayDo(user, kept, situation),
    signers: situation.signers,
    inForce: situation.inForce,
  };
  return reply("proposals/{proposalId}", view);
};
