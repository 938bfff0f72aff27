import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  end,
  mayDo,
  type Situation,
  type StoredProposal,
  sign,
  stateOf,
} from "../../../lambdas/domain/agreement/proposal/proposal.ts";
import { signersNow } from "../../../lambdas/domain/agreement/proposal/signers.ts";
import type { BoardUser } from "../../../lambdas/domain/board/board-user.ts";
import { calendarOf } from "../../../lambdas/domain/working-time/calendar.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { aProposal, firstVersion } from "../../builders/proposal.ts";

const agreement = anAgreement();
const calendar = calendarOf(agreement);
const marketing: BoardUser = { user: "marketing", role: "marketing", colleagueId: "marketing" };
const director: BoardUser = { user: "marta", role: "manager", colleagueId: "marta" };
const manager: BoardUser = { user: "pablo", role: "manager", colleagueId: "pablo" };
const rep: BoardUser = { user: "ana", role: "rep", colleagueId: "ana" };
const operations: BoardUser = { user: "olga", role: "operations" };

const today: Situation = { inForce: firstVersion, signers: signersNow(agreement.terms, []) };
const secondVersion = { number: 2, version: "cccccccccccc", since: now };

const signedBy = (user: BoardUser, kept: StoredProposal, situation = today, version = kept.version) =>
  sign(kept, { user, name: user.user, version, at: now }, situation, calendar);

const afterSigning = (user: BoardUser, kept: StoredProposal): StoredProposal => {
  const signed = signedBy(user, kept);
  if (!("proposal" in signed)) throw new Error(`not signed: ${JSON.stringify(signed)}`);
  return signed.proposal;
};

describe("what may be done with a proposal", () => {
  it.each([
    ["who made it, a signer", marketing, ["counter", "withdraw", "sign", "try"]],
    ["the other signer", director, ["counter", "refuse", "sign", "try"]],
    ["a manager who does not sign", manager, ["counter", "refuse", "try"]],
    ["a rep", rep, []],
    ["operations", operations, []],
  ] as const)("is, of %s", (_, user, deeds) => {
    expect(mayDo(user, aProposal(), today)).toEqual(deeds);
  });

  it("is nothing once another version is in force, or it has ended", () => {
    const over = end(aProposal(), { how: "refused", user: manager, name: "", reason: "No.", at: now }, today);
    if (over.is !== "ended") throw new Error("not ended");
    expect(mayDo(director, aProposal(), { ...today, inForce: secondVersion })).toEqual([]);
    expect(stateOf(aProposal(), { inForce: secondVersion })).toBe("outdated");
    expect(mayDo(director, over.proposal, today)).toEqual([]);
  });

  it("is no signature while another version is signed and does not hold yet", () => {
    expect(mayDo(director, aProposal(), { ...today, next: secondVersion })).toEqual(["counter", "refuse", "try"]);
  });
});

describe("a signature", () => {
  it("of both departments makes the next version", () => {
    const once = afterSigning(marketing, aProposal());
    expect([once.state, once.becomes]).toEqual(["open", undefined]);
    const signed = signedBy(director, once);
    const becomes = { number: 2, version: once.version, since: "2026-03-10T09:30:45.000Z" };
    expect(signed).toMatchObject({ is: "agreed", becomes, proposal: { state: "agreed", becomes } });
  });

  it("given again changes nothing, before and after the other one", () => {
    const once = afterSigning(marketing, aProposal());
    expect(signedBy(marketing, once)).toEqual({ is: "already" });
    expect(signedBy(marketing, afterSigning(director, once))).toEqual({ is: "already" });
  });

  const once = () => afterSigning(marketing, aProposal());
  it.each([
    ["of other terms than the proposed ones", director, once(), today, "cccccccccccc", "changed"],
    ["of somebody whom nobody named", manager, once(), today, undefined, "not-a-signer"],
    ["of a rep", rep, once(), today, undefined, "not-a-signer"],
    ["after another version", director, once(), { ...today, inForce: secondVersion }, undefined, "outdated"],
    [
      "while another version is to come",
      director,
      once(),
      { ...today, next: secondVersion },
      undefined,
      "another-comes",
    ],
    [
      "for a department for which somebody before them has signed",
      manager,
      once(),
      {
        ...today,
        signers: today.signers.map((each) => (each.department === "marketing" ? { ...each, id: "pablo" } : each)),
      },
      undefined,
      "signed-for",
    ],
    [
      "for the second department, by who signs for that by now",
      marketing,
      once(),
      { ...today, signers: [{ department: "sales" as const, id: "marketing", name: "Carla" }] },
      undefined,
      "signs-for-both",
    ],
  ] as const)("is refused: %s", (_, user, kept, situation, version, because) => {
    expect(signedBy(user, kept, situation, version)).toEqual({ is: "refused", because });
  });
});

describe("the end of a proposal", () => {
  const ending = (user: BoardUser, how: "withdrawn" | "refused", kept = aProposal()) =>
    end(kept, { how, user, name: user.user, reason: "No.", at: now }, today);

  it("keeps who ended it, and why", () => {
    expect(ending(manager, "refused")).toMatchObject({
      is: "ended",
      proposal: { state: "refused", ended: { by: "pablo", reason: "No.", at: now }, turn: 2, revision: 2 },
    });
  });

  it("is withdrawn by who made it, and refused by another one", () => {
    expect(ending(director, "withdrawn")).toEqual({ is: "refused", because: "not-yours" });
    expect(ending(marketing, "refused")).toEqual({ is: "refused", because: "yours" });
  });

  it("comes once: the same again changes nothing, another one is too late", () => {
    const ended = ending(marketing, "withdrawn");
    if (ended.is !== "ended") throw new Error("not ended");
    expect(ending(marketing, "withdrawn", ended.proposal)).toEqual({ is: "already" });
    expect(ending(manager, "refused", ended.proposal)).toEqual({ is: "refused", because: "not-open" });
    expect(signedBy(director, ended.proposal)).toEqual({ is: "refused", because: "not-open" });
  });
});

const people = [marketing, director, manager, rep, operations];
const deed = fc.record({
  user: fc.constantFrom(...people),
  does: fc.constantFrom("sign" as const, "withdrawn" as const, "refused" as const),
  /** Who signs then, whoever was named before. */
  signers: fc.shuffledSubarray(["marketing", "marta", "pablo", "ana"], { minLength: 2, maxLength: 2 }),
  version: fc.constantFrom("bbbbbbbbbbbb", "cccccccccccc"),
  number: fc.constantFrom(1, 1, 1, 2),
  isAnotherToCome: fc.boolean(),
});

describe("whatever is done with a proposal, by whomever, in any order", () => {
  it("is signed at most once for each department, by two people who were named, and ends once", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        let kept = aProposal();
        for (const { user, does, signers, version, number, isAnotherToCome } of deeds) {
          const [one = "", other = ""] = signers;
          const situation: Situation = {
            inForce: { ...firstVersion, number },
            next: isAnotherToCome ? secondVersion : undefined,
            signers: [
              { department: "marketing", id: one, name: one },
              { department: "sales", id: other, name: other },
            ],
          };
          const by = { user, name: user.user, at: now };
          const outcome =
            does === "sign"
              ? sign(kept, { ...by, version }, situation, calendar)
              : end(kept, { ...by, how: does, reason: "No." }, situation);
          if (!("proposal" in outcome)) continue;
          expect([kept.state, number]).toEqual(["open", 1]);
          if (does === "sign") {
            expect(version).toBe(kept.version);
            expect(isAnotherToCome).toBe(false);
            expect(signers).toContain(user.user);
          }
          kept = outcome.proposal;
        }
        const departments = kept.signatures.map(({ department }) => department);
        const signed = kept.signatures.map(({ by }) => by);
        expect(new Set(departments).size).toBe(departments.length);
        expect(new Set(signed).size).toBe(signed.length);
        expect(signed).not.toContain("ana");
        expect(kept.state === "agreed").toBe(departments.length === 2);
        expect(kept.becomes === undefined).toBe(kept.state !== "agreed");
        expect(kept.turn).toBe(kept.steps.length);
      }),
    );
  });
});

describe("the day from which a version holds", () => {
  const since = (at: string, from?: string) => {
    const proposal = afterSigning(marketing, aProposal(from === undefined ? {} : { from }));
    const signed = sign(proposal, { user: director, name: "Marta", version: proposal.version, at }, today, calendar);
    return signed.is === "agreed" ? signed.becomes.since : signed;
  };

  it.each([
    ["as soon as everybody has heard of it, in working hours", now, undefined, "2026-03-10T09:30:45.000Z"],
    [
      "when the day begins again, after the last hour of one",
      "2026-03-10T17:29:30.000Z",
      undefined,
      "2026-03-11T08:00:00.000Z",
    ],
    ["on Monday, when it is signed on Saturday", daysFromNow(4), undefined, "2026-03-16T08:00:00.000Z"],
    ["with the first hour of the day asked for", now, "2026-03-12", "2026-03-12T08:00:00.000Z"],
    ["with the first hour after it, when nobody works on that day", now, "2026-03-14", "2026-03-16T08:00:00.000Z"],
    ["later, when that day has passed meanwhile", now, "2026-03-02", "2026-03-10T09:30:45.000Z"],
  ])("is %s", (_, at, from, instant) => {
    expect(since(at, from)).toBe(instant);
  });
});
