import { describe, expect, it } from "vitest";
import { putDecision, readAllDecisions } from "../../lambdas/adapters/dynamo-meetings.ts";
import { mentions } from "../../lambdas/domain/erasure/mentions.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { posted } from "../twin/board-requests.ts";

const week = "2026-W11";
const decision = {
  week,
  decisionId: "d-1",
  text: "Llamar a Inés Otero antes",
  ownerId: "ana",
  notedBy: "ana",
  notedAt: now,
};

const asked = async (role: "manager" | "operations" | "rep", decisionId: string, body: object) => {
  const table = dynamoTwin();
  await putDecision(table, decision);
  const user = role === "rep" ? "ana" : "olga";
  const deps = { table, agreement: anAgreement(), now: () => now };
  const { statusCode } = await posted(deps, { user, role }, `meetings/${week}/decisions/${decisionId}/text`, body);
  return { statusCode, table, kept: await readAllDecisions(table) };
};

describe("another text for a meeting's decision", () => {
  it("takes a person's name out: who changed it and when is kept, what it said is not", async () => {
    const { statusCode, table, kept } = await asked("operations", "d-1", { text: " Llamar al cliente antes " });
    expect(statusCode).toBe(200);
    expect(kept).toEqual([{ ...decision, text: "Llamar al cliente antes", rewordedBy: "olga", rewordedAt: now }]);
    expect(JSON.stringify(table.items())).not.toContain("Inés");
    const lead = aLead("won");
    expect([mentions(decision.text, lead), mentions(kept[0]?.text ?? "", lead)]).toEqual([true, false]);
  });

  it.each([
    ["a rep", "rep", "d-1", { text: "Otro" }, 403],
    ["a decision that there is not", "manager", "d-2", { text: "Otro" }, 404],
    ["no text", "manager", "d-1", { text: " " }, 422],
    ["a text that is too long", "manager", "d-1", { text: "x".repeat(501) }, 422],
  ] as const)("is refused of %s, and nothing changes", async (_, role, decisionId, body, status) => {
    const { statusCode, kept } = await asked(role, decisionId, body);
    expect([statusCode, kept]).toEqual([status, [decision]]);
  });
});
