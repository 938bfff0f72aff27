import { randomUUID } from "node:crypto";
import type { Agreement } from "../contract/agreement.ts";
import type { InForceVersion as VersionShown } from "../contract/room.ts";
import { keys } from "../contract/table.ts";
import { type StoredProposal, StoredProposalSchema } from "../domain/agreement/proposal/proposal.ts";
import { type StandIn, StandInSchema } from "../domain/agreement/proposal/signers.ts";
import { newWalk } from "../domain/agreement/walk/walk.ts";
import { type InForce, inForceWrite, versionAt } from "./dynamo-agreement-in-force.ts";
import { versionWrite } from "./dynamo-agreement-versions.ts";
import {
  check,
  type DynamoTable,
  isNew,
  type NamedWrite,
  put,
  readBeginningWith,
  readItem,
  readPage,
  rewrite,
  transact,
  type Whole,
} from "./dynamo-table.ts";
import { beginWalk } from "./dynamo-walks.ts";

/** Begins with the time: the newest is the last. */
export const newProposalId = (at: string): string =>
  `${at.replace(/\D/g, "").slice(0, 17)}-${randomUUID().slice(0, 8)}`;

export const readProposal = async (table: DynamoTable, proposalId: string): Promise<StoredProposal | undefined> => {
  const item = await readItem(table, keys.proposal(proposalId));
  return item && StoredProposalSchema.parse(item);
};

/** The newest first. */
export const readProposals = async (table: DynamoTable, most: number): Promise<StoredProposal[]> => {
  const { pk, sk } = keys.proposal("");
  const question = {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
    ScanIndexForward: false,
    ConsistentRead: true,
    Limit: most,
  };
  const items = await readPage(table, question, { ":pk": pk, ":sk": sk });
  return items.map((item) => StoredProposalSchema.parse(item));
};

/** Far more than are made while the versions that somebody looks at come into force. */
const mostLookedAt = 200;

/** Those that both have signed, by the number of the version that they became. */
export const readAgreedProposals = async (table: DynamoTable): Promise<ReadonlyMap<number, StoredProposal>> => {
  const proposals = await readProposals(table, mostLookedAt);
  return new Map(proposals.flatMap((each) => (each.becomes === undefined ? [] : [[each.becomes.number, each]])));
};

export const readStandIns = async (table: DynamoTable): Promise<StandIn[]> =>
  (await readBeginningWith(table, keys.signer(""))).map((item) => StandInSchema.parse(item));

/** Names a stand-in, if nobody has named another one since `before` was read. @returns false when somebody has */
export const putStandIn = async (
  table: DynamoTable,
  standIn: StandIn,
  before: StandIn | undefined,
): Promise<boolean> => {
  const unchanged = { that: "#at = :before", names: { "#at": "at" }, values: { ":before": before?.at } };
  const condition = before === undefined ? isNew : unchanged;
  const write = rewrite<StandIn>(table, "stand-in", keys.signer(standIn.department), standIn, condition);
  return (await transact(table, [write])).done;
};

/**
 * Keeps a new proposal, and with it that another one is answered by it.
 * @param marks what goes with it, such as that this request has been carried out
 * @returns false when somebody has changed what it answers, or the request was carried out: read again
 */
export const keepProposal = async (
  table: DynamoTable,
  proposal: StoredProposal,
  answered: StoredProposal | undefined,
  marks: readonly NamedWrite[],
): Promise<boolean> => {
  const writes = [
    put(table, "proposal", { ...keys.proposal(proposal.proposalId), ...proposal }, isNew),
    ...(answered === undefined ? [] : [proposalWrite(table, answered)]),
    ...marks,
  ];
  return (await transact(table, writes)).done;
};

/** Writes the proposal as it is after one change, if nobody has changed it since it was read. */
const proposalWrite = (table: DynamoTable, proposal: StoredProposal): NamedWrite => {
  const { from, counters, decision, ended, becomes, ...always } = proposal;
  const whole: Whole<StoredProposal> = { ...always, from, counters, decision, ended, becomes };
  return rewrite<StoredProposal>(table, `proposal ${proposal.proposalId}`, keys.proposal(proposal.proposalId), whole, {
    that: "revision = :read",
    values: { ":read": proposal.revision - 1 },
  });
};

/** @returns false when somebody has changed it meanwhile: read again */
export const changeProposal = async (table: DynamoTable, proposal: StoredProposal): Promise<boolean> =>
  (await transact(table, [proposalWrite(table, proposal)])).done;

/** Writes a signature, while no other version is agreed. @returns false as `changeProposal` */
export const keepSignature = async (
  table: DynamoTable,
  proposal: StoredProposal,
  inForce: InForce,
): Promise<boolean> => {
  const still = check(table, "in-force", keys.agreementInForce(), {
    that: "revision = :seen",
    values: { ":seen": inForce.revision },
  });
  return (await transact(table, [proposalWrite(table, proposal), still])).done;
};

/**
 * The last signature: proposal, version and what holds next, all or nothing.
 * @param terms of the version; they have been kept under `termsId`
 * @returns false as `changeProposal`
 */
export const keepAgreed = async (
  table: DynamoTable,
  proposal: StoredProposal,
  becomes: VersionShown,
  { terms, termsId }: { readonly terms: Pick<Agreement, "terms">; readonly termsId: string },
  inForce: InForce,
): Promise<boolean> => {
  const version = { ...becomes, termsId };
  const current = versionAt(inForce, proposal.steps.at(-1)?.at ?? becomes.since);
  const { number, since } = becomes;
  const outcome = await transact(table, [
    proposalWrite(table, proposal),
    beginWalk(table, newWalk(number, { from: current.termsId, to: termsId, since })),
    versionWrite(table, terms, { ...version, proposalId: proposal.proposalId }),
    inForceWrite(table, inForce, {
      current,
      next: { ...version, signed: true },
    }),
  ]);
  return outcome.done;
};
