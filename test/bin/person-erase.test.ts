import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it, vi } from "vitest";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { mailboxHash } from "../../lambdas/domain/nurture/asked-address.ts";
import { livedOn, week } from "../twin/planted.ts";
import { typed } from "./typed.ts";

const { table, lead } = await livedOn();
vi.mock("../../bin/frame/deployed-stack.ts", async (original) => ({
  ...(await original<typeof import("../../bin/frame/deployed-stack.ts")>()),
  deployedTable: () => table,
}));
const { main } = await import("../../bin/person-erase.ts");

const now = "2030-04-01T10:00:00.000Z";
const erased = (email: string, confirm = email) =>
  typed(main, ["--table", "t", "--by", "olga", "--email", email, "--confirm", confirm], { now: () => now });
const itemsWith = (words: string): string[] =>
  table.items().flatMap((item) => (JSON.stringify(item).includes(words) ? [String(unmarshall(item).pk)] : []));

describe("npm run person:erase", () => {
  it("erases nothing when the address is not said twice", async () => {
    const { code, err } = await erased(lead.email, "another@x.example");
    expect([code, err]).toEqual([2, expect.stringContaining("not the same address")]);
    expect(itemsWith(lead.email).length).toBeGreaterThan(0);
  });

  it("finds somebody who never became a lead: their forms that were kept aside go, and it says what stays", async () => {
    const aside = {
      ...keys.keptAside(mailboxHash("berta@x.example"), "form-9"),
      name: "Berta",
      email: "berta@x.example",
    };
    await transact(table, [put(table, "aside", aside)]);
    const { code, out } = await erased("Berta+feria@x.example");
    expect([code, itemsWith("Berta")]).toEqual([0, []]);
    expect(out).toMatch(/Nobody with this address is a lead\. Forms .* erased now: 1\. By a hash .* stays known/);
    expect((await erased("berta@x.example")).out).toContain("No form of theirs is kept aside.");
    expect(itemsWith(lead.email).length).toBeGreaterThan(0);
  });

  it("erases a lead with all that knows them, names the meetings that mention them, and is in the audit trail", async () => {
    const { code, out } = await erased(lead.email.toUpperCase());
    expect([code, out]).toEqual([0, expect.stringContaining(`reword these on the board: ${week}.`)]);
    expect(itemsWith(lead.email)).toEqual([]);
    expect(itemsWith("Talleres Norte")).toEqual([]);
    const steps = table.items().flatMap((item) => (item.did?.S === "erased" ? [unmarshall(item)] : []));
    expect(steps).toContainEqual(expect.objectContaining({ user: "olga", by: "person:erase", leadId: lead.leadId }));
    expect(JSON.stringify(steps)).not.toContain("@");
  });
});
