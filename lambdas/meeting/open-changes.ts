import { type AgreementVersion, readAgreementVersions } from "../adapters/dynamo-agreement-versions.ts";
import { readVerdicts } from "../adapters/dynamo-meetings.ts";
import { readAgreedProposals } from "../adapters/dynamo-proposals.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { readTrial } from "../adapters/dynamo-trials.ts";
import { changesBetween } from "../agreement/agreement-changes.ts";
import type { StoredProposal } from "../domain/agreement/proposal/proposal.ts";
import { trialView } from "../domain/agreement/trial/job.ts";
import type { VersionMark } from "../domain/agreement/version-mark.ts";
import type { Change } from "../views/meeting/change-card.ts";

/** A meeting has an hour: these are the newest; one that is closed makes room for the next. */
const mostOpen = 3;
/** A change that nobody has closed in as many later ones is history. */
const mostLookedAt = 10;

/** The changes of the agreement that are in force, or were, and that no meeting has closed; the newest first. */
export const readOpenChanges = async (
  table: DynamoTable,
  marks: readonly VersionMark[],
  now: string,
): Promise<Change[]> => {
  const inForce = marks.filter(({ since, number }) => since <= now && number > 1).slice(-mostLookedAt);
  if (inForce.length === 0) return [];
  const [verdicts, proposals, kept] = await Promise.all([
    readVerdicts(table),
    readAgreedProposals(table),
    readAgreementVersions(table, mostLookedAt + 1 + marks.filter(({ since }) => since > now).length),
  ]);
  const open = inForce
    .filter(({ number }) => !verdicts.some((verdict) => verdict.number === number))
    .slice(-mostOpen)
    .toReversed();
  return Promise.all(
    open.map(async (mark) => {
      const proposal = proposals.get(mark.number);
      return {
        mark,
        until: marks.find(({ since }) => since > mark.since && since <= now)?.since,
        changes: changesOf(mark, kept),
        title: proposal?.title,
        trial: proposal && (await trialOf(table, proposal)),
      };
    }),
  );
};

/** What its trial found, if it was one of the terms that were signed, and is over. */
const trialOf = async (table: DynamoTable, { proposalId, version }: StoredProposal) => {
  const { trial } = trialView(proposalId, await readTrial(table, proposalId));
  return trial?.version === version ? trial.figures : undefined;
};

/** In words, against the version before. */
const changesOf = ({ since }: VersionMark, kept: readonly AgreementVersion[]) => {
  const at = kept.findIndex((version) => version.since === since);
  const [version, before] = [kept[at], kept[at + 1]];
  return version === undefined || before === undefined ? [] : changesBetween(before.terms, version.terms);
};
