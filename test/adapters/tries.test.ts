import { describe, expect, it } from "vitest";
import { forgiveTries, takeTry } from "../../lambdas/adapters/dynamo-tries.ts";
import { now } from "../builders/now.ts";
import { isolatingEngines, newTable } from "./engines.ts";

describe.each(isolatingEngines())("tries to sign in, on $name", async ({ endpoint }) => {
  const table = await newTable(endpoint);

  it("counts each of many at once before it is made: no more than the free ones pass", async () => {
    const pair = { what: "SIGN-IN", by: "one", free: 3 } as const;
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeTry(table, pair, now)));
    expect(taken.filter(({ is }) => is === "taken")).toHaveLength(3);
    expect(taken.filter((each) => each.is === "wait" && each.seconds === 1)).toHaveLength(5);
  });

  it("keeps callers apart, and takes back what a success makes good", async () => {
    const [pair, other] = ["two", "three"].map((by) => ({ what: "SIGN-IN", by, free: 1 }) as const);
    if (pair === undefined || other === undefined) throw new Error("two callers");
    expect(await takeTry(table, pair, now)).toEqual({ is: "taken" });
    expect(await takeTry(table, pair, now)).toEqual({ is: "wait", seconds: 1 });
    expect(await takeTry(table, other, now)).toEqual({ is: "taken" });
    expect(await forgiveTries(table, pair, 5)).toBe(1);
    expect(await takeTry(table, pair, now)).toEqual({ is: "taken" });
    expect(await forgiveTries(table, { ...pair, by: "nobody yet" }, 1)).toBe(0);
  });
});
