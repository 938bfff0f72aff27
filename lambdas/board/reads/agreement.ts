import { readInForce, readTerms, versionAt } from "../../adapters/dynamo-agreement-in-force.ts";
import { type AgreementVersion, readAgreementVersions } from "../../adapters/dynamo-agreement-versions.ts";
import { readVerdicts } from "../../adapters/dynamo-meetings.ts";
import { readAgreedProposals } from "../../adapters/dynamo-proposals.ts";
import { readVersionMarks } from "../../adapters/dynamo-version-marks.ts";
import { changesBetween } from "../../agreement/agreement-changes.ts";
import type { Agreement } from "../../contract/agreement.ts";
import type { AgreementView, ChangeVerdict } from "../../contract/board.ts";
import { StageSchema } from "../../contract/stages.ts";
import type { StoredProposal } from "../../domain/agreement/proposal/proposal.ts";
import { markOf, type VersionMark } from "../../domain/agreement/version-mark.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { reply } from "../reply.ts";
import type { Read } from "./read.ts";

/** One more than shown, so that the oldest one can be compared, too. */
const mostVersions = 11;

/** `GET agreement`: the contract in plain words, and what of it changed when. */
export const readAgreement: Read = async ({ table, agreement, now, deployedChapters }) => {
  const { glossary } = agreement.terms;
  const [kept, marks, verdicts, proposals, holds] = await Promise.all([
    readAgreementVersions(table, mostVersions),
    readVersionMarks(table),
    readVerdicts(table),
    readAgreedProposals(table),
    readInForce(table),
  ]);
  const versions = versionsOf(kept, marks).map((version) => ({
    ...withVerdict(version, verdicts, agreement),
    ...agreedBy(proposals.get(version.number)),
  }));
  const inForce = markOf(marks, agreement.version, now());
  const terms = holds && (await readTerms(table, versionAt(holds, now()).termsId));
  const view: AgreementView = {
    version: agreement.version,
    ...(inForce !== undefined && { number: inForce.number, since: inForce.since }),
    ...(holds?.current.signed === undefined && holds?.next?.signed === undefined && { isUnsigned: true }),
    chapters: terms?.chapters ?? deployedChapters(),
    glossary,
    stages: stagesOf(agreement),
    versions: versions.slice(0, mostVersions - 1),
  };
  return reply("agreement", view);
};

/** Who proposed it and why, and who signed; of one that a deployment brought nobody did. */
const agreedBy = (proposal: StoredProposal | undefined): Pick<AgreementView["versions"][number], "agreed"> => {
  if (proposal === undefined) return {};
  const { proposalId, title, why, byName, signatures } = proposal;
  const signed = signatures.map(({ department, name, at }) => ({ department, name, at }));
  return { agreed: { proposalId, title, why, byName, signatures: signed } };
};

/** What the meeting said of it, if it has closed it. */
const withVerdict = (
  version: AgreementView["versions"][number],
  verdicts: readonly ChangeVerdict[],
  agreement: Agreement,
): AgreementView["versions"][number] => {
  const said = verdicts.find(({ number }) => number === version.number);
  if (said === undefined) return version;
  const { week, verdict, closedBy, closedAt: at } = said;
  return { ...version, closed: { week, verdict, by: nameOfPerson(closedBy, agreement), at } };
};

const stagesOf = ({ terms }: Agreement): AgreementView["stages"] =>
  StageSchema.options.map((id) => {
    const { label, owner, limit } = terms.stages[id];
    const told = limit && { es: sayDuration(limit, "es"), en: sayDuration(limit, "en") };
    return { id, label, owner, ...(told && { limit: told }) };
  });

/** A version that two concurrent calls stored twice counts from the first time on. */
const versionsOf = (kept: readonly AgreementVersion[], marks: readonly VersionMark[]): AgreementView["versions"] =>
  kept
    .filter(({ version }, i) => version !== kept[i + 1]?.version)
    .map(({ version, since, terms }, i, all) => {
      const before = all[i + 1];
      const number = marks.find((mark) => mark.since === since)?.number ?? all.length - i;
      return { number, version, since, changes: before === undefined ? [] : changesBetween(before.terms, terms) };
    });
