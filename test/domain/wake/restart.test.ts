import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayRestart } from "../../../lambdas/domain/wake/restart.ts";

const restartedAt = "2026-11-24T09:00:00.000Z";
const secondsLater = (seconds: number) => new Date(Date.parse(restartedAt) + seconds * 1000).toISOString();

describe("a journey that died", () => {
  it("is started again at once the first time", () => {
    expect(mayRestart({ restarts: 0 }, restartedAt)).toBe(true);
  });

  it.each([
    [1, 59, false],
    [1, 60, true],
    [2, 119, false],
    [2, 120, true],
    [5, 959, false],
    [5, 960, true],
    [40, 6 * 3600 - 1, false],
    [40, 6 * 3600, true],
  ])("for the time after restart %i waits: %i s later it is %s", (restarts, seconds, may) => {
    expect(mayRestart({ restarts, restartedAt }, secondsLater(seconds))).toBe(may);
  });

  it("is never given up, and never started more than once a minute after the first time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 59 }), (restarts, seconds) => {
        expect(mayRestart({ restarts, restartedAt }, secondsLater(seconds))).toBe(false);
        expect(mayRestart({ restarts, restartedAt }, secondsLater(6 * 3600 + seconds))).toBe(true);
      }),
    );
  });
});
