import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { readProposals } from "../../lambdas/adapters/dynamo-proposals.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { shipped } from "../agreement/explain/altered.ts";
import { askingRoom, putFirstInForce, withLeastFit } from "../board/room-requests.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { typed } from "./typed.ts";

const table = dynamoTwin();
vi.mock("../../bin/frame/deployed-stack.ts", async (original) => ({
  ...(await original<typeof import("../../bin/frame/deployed-stack.ts")>()),
  deployedTable: () => table,
}));
const { main } = await import("../../bin/pull-agreement.ts");

const folder = mkdtempSync(path.join(tmpdir(), "agreement-pull-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, "agreement.yaml");
const pulled = (at: string, ...args: string[]) =>
  typed(main, ["--table", "t", "--agreement", file, ...args], { now: () => at });

describe("npm run agreement:pull", () => {
  it("says that nothing is in force yet", async () => {
    expect((await pulled(now)).err).toContain("No agreement is in force yet");
  });

  it("writes what is in force as it was signed, comments and all; what is to come only when it is asked for", async () => {
    await putFirstInForce(table, daysFromNow(-30));
    const ask = askingRoom({ table, now: () => now });
    const text = `# What both of us say\n${withLeastFit(44)}`;
    const irene = { user: "irene", role: "marketing" } as const;
    await ask({ ...irene, path: "proposals", sent: { text, title: "44", why: "More." } });
    const [{ proposalId = "", version = "" } = {}] = await readProposals(table, 1);
    for (const who of [irene, { user: "elena", role: "manager" } as const])
      await ask({ ...who, path: `proposals/${proposalId}/sign`, sent: { version } });

    const first = await pulled(now, "--dry-run");
    expect(first.out).toMatch(/would be written as version 1 .*\nVersion 2 .* is signed and holds from/s);
    await pulled(now);
    expect(readFileSync(file, "utf8")).toBe(shipped);
    expect((await pulled(now)).out).toContain("is already version 1");
    await pulled(now, "--next");
    expect(readFileSync(file, "utf8")).toBe(text);
    writeFileSync(file, "something else");
    expect((await pulled(daysFromNow(1))).out).toContain(`was written as version 2 (${version}), in force since`);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});
