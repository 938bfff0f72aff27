import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planWake, type Wait } from "../../../lambdas/domain/wake/plan-wake.ts";

const waiting: Wait = { signals: 3, taskToken: "token", tokenCycle: 2, seenSignals: 3 };

describe("a wake-up", () => {
  it("starts the journey when none waits: the first event, or one that comes while the journey is at work", () => {
    expect(planWake({ signals: 1 }, 1, false)).toEqual({ next: "start" });
    expect(planWake({ signals: 1 }, 1, true)).toEqual({ next: "start" });
  });

  it("answers the wait that has not seen the newest signal", () => {
    expect(planWake({ ...waiting, signals: 4 }, 2, false)).toEqual({
      next: "answer",
      taskToken: "token",
      ofThisCycle: true,
    });
  });

  it("that comes twice or late leaves a journey alone that has seen it", () => {
    expect(planWake(waiting, 2, false)).toEqual({ next: "leave" });
  });

  it("of the sweep answers even a wait that has seen everything", () => {
    expect(planWake(waiting, 2, true)).toEqual({ next: "answer", taskToken: "token", ofThisCycle: true });
  });

  it("ends the wait of an earlier cycle, and does not take it for the journey of this one", () => {
    expect(planWake({ ...waiting, signals: 4 }, 3, false)).toEqual({
      next: "answer",
      taskToken: "token",
      ofThisCycle: false,
    });
    expect(planWake(waiting, 3, false)).toEqual({ next: "start" });
  });
});

/** Something comes in; the journey takes its next step; a wake-up of something that came in is delivered. */
type Move = "signal" | "journey" | "deliver";

/** Journey, table and queue in small: what is read, stored and answered, in whatever order the moves say. */
const play = (moves: readonly Move[]) => {
  const journey: { at: "looks" | "decides" | "waits"; seen: number } = { at: "looks", seen: 0 };
  let item: Wait = { signals: 1 };
  const take = {
    signal: () => {
      item = { ...item, signals: item.signals + 1 };
    },
    journey: () => {
      if (journey.at === "looks") Object.assign(journey, { at: "decides", seen: item.signals });
      else if (journey.at === "decides" && item.signals !== journey.seen) journey.at = "looks";
      else if (journey.at === "decides") {
        item = { signals: item.signals, taskToken: "token", tokenCycle: 1, seenSignals: journey.seen };
        journey.at = "waits";
      }
    },
    deliver: () => {
      if (planWake(item, 1, false).next !== "answer") return;
      item = { signals: item.signals };
      journey.at = "looks";
    },
  };
  for (const move of moves) take[move]();
  return { journey, signals: item.signals };
};

it("is never lost: whenever the last wake-up comes, no journey waits on what it has not seen", () => {
  const moves = fc.array(fc.constantFrom<Move>("signal", "journey", "deliver"), { maxLength: 40 });
  fc.assert(
    fc.property(moves, (before) => {
      const { journey, signals } = play([...before, "deliver"]);
      if (journey.at === "waits") expect(journey.seen).toBe(signals);
    }),
    { numRuns: 1000 },
  );
});
