import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { readTrail } from "../../lambdas/adapters/dynamo-trail.ts";
import { itemKinds } from "../../lambdas/contract/item-kinds.ts";
import { personRules } from "../../lambdas/contract/person-data.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { livedOn } from "../twin/planted.ts";
import { typed } from "./typed.ts";

const { table, lead } = await livedOn();
vi.mock("../../bin/frame/deployed-stack.ts", async (original) => ({
  ...(await original<typeof import("../../bin/frame/deployed-stack.ts")>()),
  deployedTable: () => table,
}));
const { main } = await import("../../bin/person-export.ts");

const now = "2030-04-01T10:00:00.000Z";
const exported = (...args: string[]) =>
  typed(main, ["--table", "t", "--agreement", "agreement.demo.yaml", "--by", "olga", ...args], { now: () => now });

describe("npm run person:export", () => {
  it("prints every kind of item that a rule tells, and none that it withholds", async () => {
    const { code, out, err } = await exported("--email", lead.email.toUpperCase());
    expect([code, err]).toEqual([0, ""]);
    const { email, leadId, kept } = JSON.parse(out);
    expect({ email, leadId }).toEqual({ email: lead.email, leadId: lead.leadId });
    const told = itemKinds.filter((kind) => personRules[kind].export === "told");
    expect(Object.keys(kept).sort()).toEqual(told.toSorted());
    for (const trace of ["Inés", "Talleres Norte", "910 000 000", "Llamar a Inés antes"]) expect(out).toContain(trace);
    for (const key of [keys.reference("").pk, keys.idempotency("").pk, "taskToken", '"references"']) {
      expect(out).not.toContain(key);
    }
    expect(kept.meetingDecision.items).toHaveLength(1);
  });

  it("says nothing of other people: only their topic of a pack, only the decisions that name them", async () => {
    const week = "2030-W21";
    const pack = { ...keys.meeting(week), week, madeAt: now, wins: [{ leadId: lead.leadId }, { leadId: "another" }] };
    const decision = { ...keys.meetingDecision(week, "d-2"), week, decisionId: "d-2", text: "Llamar a Berta" };
    await transact(table, [put(table, "pack", pack), put(table, "decision", decision)]);
    const { out } = await exported("--email", lead.email);
    expect(out).not.toMatch(/another|Berta/);
  });

  it("is in the audit trail, without the address", async () => {
    const { steps } = await readTrail(table, now.slice(0, 10), 100);
    expect(steps).toMatchObject([
      { user: "olga", role: "operations", did: "exported", by: "person:export", leadId: lead.leadId },
    ]);
    expect(JSON.stringify(steps)).not.toContain(lead.email);
  });

  it.each(["es", "en"])("writes a page in the person's language, for the caller's eyes only (%s)", async (language) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "person-")), "page.html");
    const { out } = await exported("--email", lead.email, "--page", "--language", language, "--to", file);
    expect(out).toMatch(/^\d+ items of \d+ kinds are in /);
    expect(out).not.toContain("Inés");
    const page = readFileSync(file, "utf8");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(language === "es" ? "Formularios que envió" : "Forms that you sent");
    expect(page).toContain("Inés");
    expect(page).not.toContain("[object Object]");
  });

  it("also tells a person who never became a lead, and one of whom nothing is kept", async () => {
    const { keptAside } = JSON.parse((await exported("--email", `ines+otra@${lead.email.split("@")[1]}`)).out).kept;
    expect(keptAside.items).toHaveLength(1);
    expect(JSON.parse((await exported("--email", "nobody@x.example")).out).kept).toEqual({});
  });

  it("asks for an address", async () => {
    expect(await exported("--email", "Inés")).toMatchObject({ code: 2 });
  });
});
