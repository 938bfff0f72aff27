import { describe, expect, it } from "vitest";
import { parseTime } from "../../../lambdas/domain/working-time/local-time.ts";

describe("a time that somebody has written", () => {
  it.each([
    ["2026-12-01T10:30", "2026-12-01T09:30:00.000Z"],
    ["2026-12-01T10:30:00Z", "2026-12-01T10:30:00.000Z"],
    ["2026-12-01T10:30:00-05:00", "2026-12-01T15:30:00.000Z"],
    ["2028-02-29T10:30", "2028-02-29T09:30:00.000Z"],
  ])("%s is %s in Madrid", (text, instant) => {
    expect(parseTime(text, "Europe/Madrid")).toBe(instant);
  });

  it.each(["2026-11-31T10:00", "2026-02-30T10:00:00Z", "2026-02-29T10:00", "2026-12-01T25:00", "2026-12-01", "mañana"])(
    "%s is none",
    (text) => {
      expect(parseTime(text, "Europe/Madrid")).toBeUndefined();
    },
  );
});
