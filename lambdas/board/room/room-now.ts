import type { InForce } from "../../adapters/dynamo-agreement-in-force.ts";
import { readCompiled, readInForce, versionAt } from "../../adapters/dynamo-agreement-in-force.ts";
import { readStandIns } from "../../adapters/dynamo-proposals.ts";
import type { Agreement } from "../../contract/agreement.ts";
import type { InForceVersion } from "../../contract/room.ts";
import type { Situation } from "../../domain/agreement/proposal/proposal.ts";
import { type StandIn, signersNow } from "../../domain/agreement/proposal/signers.ts";
import { localTime } from "../../domain/working-time/local-time.ts";
import type { BoardDependencies } from "../board-request.ts";

/** What is in force as one request sees it, and who signs by it. */
export interface RoomNow {
  readonly at: string;
  /** Today in the company's time zone. */
  readonly today: string;
  readonly inForce: InForce;
  /** Of the version that holds: the one in memory may be half a minute behind. */
  readonly agreement: Agreement;
  readonly termsId: string;
  readonly standIns: readonly StandIn[];
  readonly situation: Situation;
}

/** @throws before the first agreement is in force: the deployment puts it there */
export const roomNow = async ({ table, agreement: known, now }: BoardDependencies): Promise<RoomNow> => {
  const at = now();
  const [inForce, standIns] = await Promise.all([readInForce(table), readStandIns(table)]);
  if (inForce === undefined) throw new Error("no agreement is in force yet");
  const held = versionAt(inForce, at);
  const agreement =
    known.number === held.number && known.version === held.version ? known : await readCompiled(table, held.termsId);
  const { next } = inForce;
  return {
    at,
    today: localTime(at, agreement.terms.company.timeZone).slice(0, 10),
    inForce,
    agreement,
    termsId: held.termsId,
    standIns,
    situation: {
      inForce: shownVersion(held),
      next: next !== undefined && next.since > at ? shownVersion(next) : undefined,
      signers: signersNow(agreement.terms, standIns),
    },
  };
};

export const shownVersion = ({ number, version, since }: InForceVersion): InForceVersion => ({
  number,
  version,
  since,
});
