import { untilWritten } from "../../adapters/contention.ts";
import { keepTerms, readTerms } from "../../adapters/dynamo-agreement-in-force.ts";
import {
  changeProposal,
  keepAgreed,
  keepSignature,
  putStandIn,
  readProposal,
} from "../../adapters/dynamo-proposals.ts";
import { readFactor } from "../../adapters/dynamo-second-factor.ts";
import { log } from "../../adapters/logger.ts";
import { lifetimes } from "../../contract/limits.ts";
import type { Department } from "../../contract/stages.ts";
import { end, type StoredProposal, sign } from "../../domain/agreement/proposal/proposal.ts";
import { replaceSigner } from "../../domain/agreement/proposal/signers.ts";
import { assertNever } from "../../domain/assert-never.ts";
import type { HttpResponse } from "../../domain/http/http.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { calendarOf } from "../../domain/working-time/calendar.ts";
import { elapsedMillis } from "../../domain/working-time/duration.ts";
import { factorNeeded, notEnded, notNamed, notSigned, signInAgain } from "../../views/room/room-problems.ts";
import { type BoardDependencies, type BoardRequest, notFound } from "../board-request.ts";
import { compiled } from "./compiled.ts";
import { type RoomNow, roomNow } from "./room-now.ts";
import { showProposal, showRoom } from "./show.ts";

export interface RoomDependencies extends BoardDependencies {
  /** Whether a signer needs a second factor, or (in a deployment for trying it out) may do without. */
  readonly signing: "with-factor" | "without-factor";
}

/** Reads, decides and writes, again when somebody else came first. */
const deciding = (
  deps: BoardDependencies,
  proposalId: string,
  decide: (kept: StoredProposal, room: RoomNow) => Promise<HttpResponse | undefined>,
): Promise<HttpResponse> =>
  untilWritten<HttpResponse>(async () => {
    const kept = await readProposal(deps.table, proposalId);
    return kept === undefined ? notFound() : decide(kept, await roomNow(deps));
  });

/** `POST proposals/{proposalId}/{withdraw|refuse}`. */
export const endProposal = (
  deps: BoardDependencies,
  request: BoardRequest,
  proposalId: string,
  how: "withdrawn" | "refused",
  reason: string,
): Promise<HttpResponse> =>
  deciding(deps, proposalId, async (kept, room) => {
    const { user } = request;
    const name = nameOfPerson(user.user, room.agreement);
    const ended = end(kept, { how, user, name, reason, at: room.at }, room.situation);
    switch (ended.is) {
      case "already":
        return showProposal(deps, request, kept, room);
      case "refused":
        return notEnded(ended.because);
      case "ended":
        if (!(await changeProposal(deps.table, ended.proposal))) return undefined;
        log.info("A proposal has ended", { code: `proposal-${how}`, proposalId, correlationId: request.correlationId });
        return showProposal(deps, request, ended.proposal, room);
      default:
        return assertNever(ended);
    }
  });

/** `POST proposals/{proposalId}/sign`. */
export const signProposal = async (
  deps: RoomDependencies,
  request: BoardRequest,
  proposalId: string,
  version: string,
): Promise<HttpResponse> => {
  if (!isFresh(request, deps.now())) return signInAgain();
  if (deps.signing === "with-factor" && (await readFactor(deps.table, request.user.user)) === undefined)
    return factorNeeded();
  return deciding(deps, proposalId, (kept, room) => signNow(deps, request, { kept, room, version }));
};

const isFresh = ({ signedInAt }: BoardRequest, now: string): boolean =>
  signedInAt !== undefined && Date.parse(now) - Date.parse(signedInAt) <= elapsedMillis(lifetimes.signInToSign);

interface Signing {
  readonly kept: StoredProposal;
  readonly room: RoomNow;
  /** What the signer has before them. */
  readonly version: string;
}

/** @returns `undefined` when somebody else came first */
const signNow = async (
  deps: BoardDependencies,
  request: BoardRequest,
  { kept, room, version }: Signing,
): Promise<HttpResponse | undefined> => {
  const { user, correlationId } = request;
  const { agreement, at, inForce, situation } = room;
  const pen = { user, name: nameOfPerson(user.user, agreement), version, at };
  const signed = sign(kept, pen, situation, calendarOf(agreement));
  if (signed.is === "already") return showProposal(deps, request, kept, room);
  if (signed.is === "refused") return notSigned(signed.because);
  const { text } = await readTerms(deps.table, kept.termsId);
  const read = compiled(text, kept.from ?? room.today);
  if (!read.ok || read.terms.agreement.version !== kept.version) return notSigned("other-rules");
  const isKept =
    signed.is === "signed"
      ? await keepSignature(deps.table, signed.proposal, inForce)
      : await keepAgreed(
          deps.table,
          signed.proposal,
          signed.becomes,
          { terms: read.terms.agreement, termsId: await keepTerms(deps.table, read.terms) },
          inForce,
        );
  if (!isKept) return undefined;
  const { proposalId } = kept;
  log.info("A proposal was signed", { code: `proposal-${signed.is}`, proposalId, correlationId });
  return showProposal(deps, request, signed.proposal, await roomNow(deps));
};

/** `POST proposals/signers`. */
export const nameSigner = (
  deps: BoardDependencies,
  { user }: BoardRequest,
  wish: { readonly department: Department; readonly id: string; readonly why: string },
): Promise<HttpResponse> =>
  untilWritten<HttpResponse>(async () => {
    const { agreement, standIns, at } = await roomNow(deps);
    const replaced = replaceSigner(agreement.terms, standIns, { ...wish, by: user.user, at });
    if (replaced.is === "refused") return notNamed(replaced.because);
    if (replaced.is === "named") {
      const before = standIns.find(({ department }) => department === wish.department);
      if (!(await putStandIn(deps.table, replaced.standIn, before))) return undefined;
    }
    return showRoom(deps);
  });
