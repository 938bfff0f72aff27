import { askTrial, readTrial } from "../../adapters/dynamo-trials.ts";
import type { StoredProposal } from "../../domain/agreement/proposal/proposal.ts";
import { trialView } from "../../domain/agreement/trial/job.ts";
import type { HttpResponse } from "../../domain/http/http.ts";
import type { BoardDependencies, BoardRequest } from "../board-request.ts";
import { reply } from "../reply.ts";

/** `GET proposals/{proposalId}/trial`. */
export const showTrial = async (
  { table }: BoardDependencies,
  { proposalId }: Pick<StoredProposal, "proposalId">,
): Promise<HttpResponse> =>
  reply("proposals/{proposalId}/trial", trialView(proposalId, await readTrial(table, proposalId)));

/** `POST proposals/{proposalId}/try`: a function goes through the past, and the page asks how far it has come. */
export const tryProposal = async (
  { table, agreement, now }: BoardDependencies,
  { user }: BoardRequest,
  { proposalId, version, termsId }: Pick<StoredProposal, "proposalId" | "version" | "termsId">,
  weeks: number | undefined,
): Promise<HttpResponse> => {
  const { timeZone } = agreement.terms.company;
  const asked = { proposalId, version, termsId, weeks, by: user.user, at: now(), timeZone };
  return reply("proposals/{proposalId}/trial", trialView(proposalId, await askTrial(table, asked)));
};
