import { describe, expect, it } from "vitest";
import { StageSchema } from "../../../lambdas/contract/stages.ts";
import { changesOf, stageChangesOf } from "../../../lambdas/domain/metrics/changes.ts";
import { countsOf } from "../../../lambdas/domain/metrics/count.ts";
import { factIn, markOf, measuresOf, newFactOf } from "../../../lambdas/domain/metrics/fact.ts";
import { weekOf } from "../../../lambdas/domain/metrics/week.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const fact = (kind: string, item: object) => {
  const found = factIn({
    pk: "LEAD#lead-0001",
    sk: `${kind}#1#${now}`,
    leadId: "lead-0001",
    cycle: 1,
    at: now,
    ...item,
  });
  if (found === undefined) throw new Error(`${kind} is no fact`);
  return found;
};
const move = (item: object) => fact("MOVE", { because: "test", from: "captured", to: "nurturing", ...item });
const answer = (item: object) => fact("ANSWER", { ownerId: "ana", ...item });
const outcome = (item: object) => fact("OUTCOME", { ownerId: "ana", kind: "won", ...item });
const clock = (item: object) =>
  fact("CLOCK", {
    ownerId: "ana",
    because: "accepted",
    answered: true,
    inTime: true,
    closedAt: now,
    dueAt: now,
    ...item,
  });
const breach = (level: number) => fact("BREACH", { ownerId: "ana", level, dueAt: daysFromNow(-7) });

const [thisWeek, lastWeek] = [weekOf(now, "UTC"), weekOf(daysFromNow(-7), "UTC")];
const moves = (counted: ReturnType<typeof fact>, of = "all") =>
  changesOf(countsOf(counted), "UTC").flatMap(({ period, slice, counters }) =>
    slice === of ? [...counters].map(([counter, by]) => `${period} ${counter}: ${by}`) : [],
  );
const ofThisWeek = (...counters: string[]) => counters.map((counter) => `${thisWeek} ${counter}: 1`);

describe("what a fact counts", () => {
  it.each(StageSchema.options)("a lead that enters %s", (to) => {
    const entered = move({ from: null, to });
    expect(moves(entered)).toContain(`${thisWeek} entered:${to}: 1`);
    expect(measuresOf(entered)).toContainEqual({ metric: "LeadsEntered", stage: to });
    expect(stageChangesOf(entered)).toEqual([{ stage: to, by: 1 }]);
  });

  it("a new lead once, of its source; of its persona when it was judged first", () => {
    const [begun, judged] = [
      move({ from: null, to: "captured", source: "linkedin" }),
      move({ from: "captured", to: "qualified", source: "linkedin", persona: "operations" }),
    ];
    expect(moves(begun)).toEqual(ofThisWeek("leads", "entered:captured"));
    expect(moves(begun, "source#linkedin")).toEqual(ofThisWeek("leads"));
    expect(measuresOf(begun)).toContainEqual({ metric: "NewLeads" });
    const returned = move({ from: "handed-off", to: "captured", cycle: 2 });
    expect(measuresOf(returned)).toEqual([{ metric: "LeadsEntered", stage: "captured" }]);
    expect(moves(judged, "persona#operations")).toEqual(ofThisWeek("leads", "mql"));
    expect(moves(move({ cycle: 2, persona: "operations" }), "persona#operations")).toEqual([]);
  });

  it("an MQL once a cycle, however often it comes back to the gate", () => {
    const qualified = { from: "nurturing", to: "qualified", source: "linkedin" };
    expect(moves(move(qualified), "source#linkedin")).toEqual(ofThisWeek("mql"));
    expect(moves(move({ ...qualified, again: true }), "source#linkedin")).toEqual([]);
  });

  it.each([
    ["captured", "qualified", "forward"],
    ["qualified", "nurturing", "back"],
    ["handed-off", "captured", "back"],
    ["accepted", "assigned", "back"],
    ["opportunity", "won", "forward"],
    ["opportunity", "lost", "out"],
    ["nurturing", "dormant", "out"],
  ])("how a lead leaves %s for %s: %s", (from, to, way) => {
    expect(moves(move({ from, to }))).toContain(`${thisWeek} left:${from}:${way}: 1`);
  });

  it("an owner who gets a lead that another had, and nothing for the company", () => {
    const passedOn = move({ from: "assigned", to: "assigned", ownerId: "luis", formerOwnerId: "ana" });
    expect([moves(passedOn), moves(passedOn, "rep#luis"), measuresOf(passedOn)]).toEqual([[], ofThisWeek("given"), []]);
    expect(stageChangesOf(passedOn)).toEqual([{ stage: "assigned", by: 0 }]);
  });

  it("an erased lead as such, and no longer in its stage", () => {
    const erased = move({ from: "accepted", to: null, because: "erased" });
    expect([moves(erased), measuresOf(erased)]).toEqual([ofThisWeek("erased"), []]);
    expect(stageChangesOf(erased)).toEqual([{ stage: "accepted", by: -1 }]);
  });

  it("sales' decisions, the reasons of those against, and one acceptance a cycle", () => {
    expect(moves(answer({ kind: "accepted" }))).toEqual(ofThisWeek("accepted"));
    expect(moves(answer({ kind: "accepted" }), "rep#ana")).toEqual(ofThisWeek("accepted"));
    expect(moves(answer({ kind: "accepted", again: true }))).toEqual(ofThisWeek("accepted-again"));
    expect(moves(answer({ kind: "rejected", reason: "no-budget" }))).toEqual(
      ofThisWeek("rejected", "rejected:no-budget"),
    );
    expect(moves(answer({ kind: "snoozed" }))).toEqual([]);
  });

  it("a clock that has stopped, by what stopped it", () => {
    expect(moves(clock({}))).toEqual(ofThisWeek("clock-closed", "followed-up", "followed-up-in-time"));
    expect(moves(clock({ inTime: false }))).toEqual(ofThisWeek("clock-closed", "followed-up"));
    const unanswered = { answered: false, inTime: false };
    expect(moves(clock({ ...unanswered, because: "reassigned:breach" }))).toEqual(
      ofThisWeek("clock-closed", "reassigned"),
    );
    expect(moves(clock({ ...unanswered, because: "nobody-followed-up" }))).toEqual(
      ofThisWeek("clock-closed", "returned"),
    );
  });

  it("a broken promise in the week in which it was due, when it breaks and when its clock stops", () => {
    const late = { inTime: false, dueAt: daysFromNow(-7), closedAt: now };
    expect(moves(clock(late))).toContain(`${lastWeek} broken: 1`);
    expect(moves(clock({ ...late, dueAt: now }))).not.toContain(`${thisWeek} broken: 1`);
    expect(moves(breach(1))).toEqual([`${thisWeek} escalated: 1`, `${lastWeek} breached: 1`]);
    expect(moves(breach(2))).toEqual([`${thisWeek} escalated: 1`]);
    expect([breach(1), breach(2)].flatMap(measuresOf)).toEqual([{ metric: "FollowUpBreached" }]);
  });

  it("an outcome with its amount, and takes the one that it corrects off in its own week", () => {
    expect(moves(outcome({ amount: 1200.5 }))).toEqual([
      `${thisWeek} outcome:won: 1`,
      `${thisWeek} amount: 120050`,
      "2026-Q1 won: 1",
    ]);
    expect(moves(outcome({ amount: 300, corrects: daysFromNow(-7), correctedKind: "lost" }))).toEqual([
      `${thisWeek} outcome:won: 1`,
      `${thisWeek} amount: 30000`,
      `${thisWeek} outcome-corrected: 1`,
      "2026-Q1 won: 1",
      `${lastWeek} outcome:lost: -1`,
    ]);
    const sameWeek = { amount: 300, corrects: now, correctedKind: "won", correctedAmount: 100 };
    expect(moves(outcome(sameWeek))).toEqual([`${thisWeek} amount: 20000`, `${thisWeek} outcome-corrected: 1`]);
  });

  it("a deal whose amount is corrected later where it was won, however often it is corrected", () => {
    const wonAt = daysFromNow(-100);
    const [week, quarter] = [weekOf(wonAt, "Europe/Madrid"), "2025-Q4"];
    const correction = { amount: 300, closedAt: wonAt, correctedKind: "won", correctedAmount: 100 };
    const first = outcome({ ...correction, corrects: wonAt });
    const second = outcome({ ...correction, corrects: daysFromNow(-7), correctedClosedAt: wonAt });
    for (const each of [first, second])
      expect(moves(each)).toEqual([`${week} amount: 20000`, `${thisWeek} outcome-corrected: 1`]);
    const lost = { kind: "lost", corrects: daysFromNow(-7), correctedKind: "won", correctedAmount: 300 };
    expect(moves(outcome({ ...lost, correctedClosedAt: wonAt }))).toContain(`${quarter} won: -1`);
  });

  it("amounts of each currency for themselves, in its thousandths; one without a currency in hundredths", () => {
    expect(moves(outcome({ amount: 1200.5, currency: "USD" }))).toContain(`${thisWeek} amount:USD: 1200500`);
    const was = { corrects: now, correctedKind: "won", correctedAmount: 100 };
    expect(moves(outcome({ amount: 0.125, currency: "KWD", ...was }))).toEqual([
      `${thisWeek} amount:KWD: 125`,
      `${thisWeek} outcome-corrected: 1`,
      `${thisWeek} amount: -10000`,
    ]);
    expect(moves(outcome({ amount: 300, currency: "USD", ...was, correctedCurrency: "USD" }))).toContain(
      `${thisWeek} amount:USD: 200000`,
    );
  });

  it("what spoke for a lead that sales has closed, among all and among its persona's", () => {
    const known = { from: "opportunity", persona: "operations", matched: ["decides"], read: ["case-study"] };
    const won = move({ ...known, to: "won", because: "won" });
    for (const slice of ["all#effect", "all#effect#operations"])
      expect(moves(won, slice)).toEqual(
        ofThisWeek(
          "closed:ended",
          "closed:won",
          "effect:decides:ended",
          "effect:decides:won",
          "read:case-study:ended",
          "read:case-study:won",
        ),
      );
    const turnedDown = move({ ...known, from: "handed-off", to: "captured", because: "rejected:not-now" });
    expect(moves(turnedDown, "all#effect")).toEqual(
      ofThisWeek("closed:ended", "effect:decides:ended", "read:case-study:ended"),
    );
    const corrected = move({
      ...known,
      from: "won",
      since: daysFromNow(-7),
      to: "lost",
      because: "corrected",
      read: [],
    });
    expect(moves(corrected, "all#effect#operations")).toEqual([
      ...ofThisWeek("closed:ended", "effect:decides:ended"),
      ...["closed:ended", "closed:won", "effect:decides:ended", "effect:decides:won"].map(
        (counter) => `${lastWeek} ${counter}: -1`,
      ),
    ]);
    expect(moves(corrected).filter((line) => line.includes("left:"))).toEqual([]);
  });
});

describe("a new fact", () => {
  const item = { pk: "LEAD#lead-0001", sk: "MOVE#1#x", cycle: 1, at: now, from: "won", because: "test" };
  const [kept, erased] = [
    { ...item, pk: "ERASED#e-1", to: "captured" },
    { ...item, to: null },
  ];

  it("is one that was not there before; what is left of an erased lead is not new, but that it has gone is", () => {
    expect(newFactOf({ before: undefined, after: { ...item, to: "captured" } })?.is).toBe("MOVE");
    expect(newFactOf({ before: erased, after: erased })).toBeUndefined();
    expect(newFactOf({ before: undefined, after: kept })).toBeUndefined();
    expect(newFactOf({ before: undefined, after: { ...erased, pk: "ERASED#e-1" } })?.is).toBe("MOVE");
    expect(newFactOf({ before: undefined, after: { pk: "LEAD#lead-0001", sk: "JOURNEY" } })).toBeUndefined();
  });

  it("has the mark of its change; an erasure has one mark, wherever it is reported", () => {
    const [one, other] = [erased, { ...erased, pk: "ERASED#e-1" }].map((after) =>
      newFactOf({ before: undefined, after }),
    );
    if (one === undefined || other === undefined) throw new Error("an erasure is news");
    expect(markOf({ id: "e1" }, one)).toBe(markOf({ id: "e2" }, other));
    expect(markOf({ id: "e1" }, move({}))).toBe("e1");
  });
});
