import { describe, expect, it } from "vitest";
import {
  freeTries,
  secondsToWait,
  type Tries,
  withOneMore,
  without,
} from "../../../../lambdas/domain/board/session/tries.ts";

const start = Date.parse("2026-03-10T09:30:00.000Z");
const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString();

/** Fails as often as it may, at once each time: the waits between the tries. */
const waitsOf = (tries: number, free: number): number[] => {
  const waits: number[] = [];
  let [now, failed]: [number, Tries | undefined] = [0, undefined];
  for (let i = 0; i < tries; i++) {
    failed = withOneMore(failed, at(now));
    waits.push(secondsToWait(failed, free, at(now)));
    now += waits.at(-1) ?? 0;
  }
  return waits;
};

describe("after failed sign-ins", () => {
  it("the next one waits, four times as long each time, for 16 minutes at most", () => {
    expect(waitsOf(10, freeTries.pair)).toEqual([0, 0, 1, 4, 16, 64, 256, 960, 960, 960]);
  });

  it("a user tried from one network is never locked by the directory for longer than 15 seconds in all", () => {
    let [count, quietSince, locked, now] = [0, 0, 0, 0];
    for (const wait of waitsOf(200, freeTries.pair)) {
      if (now - quietSince >= 15 * 60) count = 0;
      count += 1;
      if (count >= 5) locked += 2 ** (count - 5);
      quietSince = now;
      now += wait;
    }
    expect(locked).toBe(15);
  });

  it("the wait ends by itself, and a day later nothing is held against anybody", () => {
    const failed = { version: 8, count: 8, at: at(0) };
    expect([959, 960].map((seconds) => secondsToWait(failed, freeTries.pair, at(seconds)))).toEqual([1, 0]);
    expect(withOneMore(failed, at(960)).count).toBe(9);
    expect(withOneMore(failed, at(24 * 3600)).count).toBe(1);
  });

  it("what a success makes good no longer counts, and never makes less than none", () => {
    const failed = { version: 3, count: 3, at: at(0) };
    expect(secondsToWait(without(failed, 1), freeTries.pair, at(0))).toBe(0);
    expect(without(failed, 5)).toEqual({ version: 4, count: 0, at: at(0) });
  });
});
