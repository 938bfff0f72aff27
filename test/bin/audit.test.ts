import { describe, expect, it, vi } from "vitest";
import { recordStep } from "../../lambdas/adapters/dynamo-trail.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { typed } from "./typed.ts";

const table = dynamoTwin();
vi.mock("../../bin/frame/deployed-stack.ts", async (original) => ({
  ...(await original<typeof import("../../bin/frame/deployed-stack.ts")>()),
  deployedTable: () => table,
}));
const { main } = await import("../../bin/audit.ts");

const step = (at: string, over: object) => ({
  user: "ana",
  role: "rep" as const,
  did: "opened" as const,
  by: "leads",
  leadId: "lead-1",
  firstAt: at,
  lastAt: at,
  times: 1,
  ...over,
});

describe("npm run audit", () => {
  it("prints what was done in some days, oldest first, of all or of one colleague or lead", async () => {
    await recordStep(table, step("2026-11-29T09:00:00.000Z", {}));
    await recordStep(table, step("2026-11-30T10:00:00.000Z", { leadId: "lead-2", refused: true }));
    await recordStep(
      table,
      step("2026-11-30T11:00:00.000Z", { user: "olga", role: "operations", did: "erased", by: "leads/erase" }),
    );
    const printed = async (...args: string[]) =>
      (await typed(main, ["--table", "t", "--day", "2026-11-30", ...args])).out;
    expect(await printed("--days", "2")).toBe(
      `${[
        "2026-11-29T09:00:00.000Z  ana  rep  opened  leads  lead-1",
        "2026-11-30T10:00:00.000Z  ana  rep  opened  leads  lead-2  refused",
        "2026-11-30T11:00:00.000Z  olga  operations  erased  leads/erase  lead-1",
      ].join("\n")}\n`,
    );
    expect((await printed("--user", "olga")).split("\n")).toHaveLength(2);
    expect(await printed("--days", "2", "--lead", "lead-2")).toContain("refused");
    expect(await printed("--user", "nobody")).toBe("Nothing was recorded.\n");
  });

  it("asks for a date that there is", async () => {
    const { code, err } = await typed(main, ["--table", "t", "--day", "2026-02-30"]);
    expect([code, err]).toEqual([2, expect.stringContaining("--day must be a date such as 2026-11-30")]);
  });
});
