import { describe, expect, it } from "vitest";
import { postBoard } from "../../lambdas/board/post-board.ts";
import type { Role } from "../../lambdas/contract/board.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { asking, stored } from "./asking.ts";

const day = now.slice(0, 10);
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

const withLeads = async () => {
  const table = dynamoTwin();
  await stored(table, [
    aLead("handed-off", { leadId: "hers" }),
    aLead("accepted", { leadId: "his", followUp: { ownerId: "luis" } }),
  ]);
  return table;
};

const post = (table: Twin, role: Role, path: string, body: object) =>
  postBoard({ table, agreement: anAgreement(), now: () => now })({
    rawPath: `/board/api/${path}`,
    headers: { "content-type": "application/json" },
    requestContext: {
      requestId: "request-1",
      http: { method: "POST" },
      authorizer: { jwt: { claims: { username: "olga", "cognito:groups": `[${role}]` } } },
    },
    body: JSON.stringify(body),
  });

const trailOf = async (table: Twin) => {
  const { status, body } = await asking(table)("operations", `trail?day=${day}`);
  expect(status).toBe(200);
  return body;
};

describe("the audit trail", () => {
  it("says who opened, searched, changed and erased what, and what was refused", async () => {
    const table = await withLeads();
    const ask = asking(table);
    await ask("rep", "leads/hers");
    await ask("rep", "leads/his");
    await ask("manager", "search", undefined, { q: "Talleres Norte" });
    await post(table, "marketing", "leads/hers/unsubscribe", { version: 1, reason: "asked by phone" });
    await post(table, "operations", "leads/his/erase", {
      version: 1,
      reason: "asked",
      confirm: "ines@talleresnorte.example",
    });
    const { steps, more } = await trailOf(table);
    expect(more).toBe(false);
    const said = steps.map(({ user, role, did, by, leadId, refused }: Record<string, unknown>) =>
      [user, role, did, by, leadId, refused].filter((each) => each !== undefined).join(" "),
    );
    expect(said.sort()).toEqual([
      "ana rep opened leads hers",
      "ana rep opened leads his true",
      "olga manager searched search",
      "olga marketing changed leads/unsubscribe hers",
      "olga operations erased leads/erase his",
    ]);
  });

  it("keeps nothing of what was read, typed or looked for", async () => {
    const table = await withLeads();
    const ask = asking(table);
    await ask("manager", "leads/hers");
    await ask("manager", "search", undefined, { q: "ines@talleresnorte.example" });
    await post(table, "manager", "leads/hers/unsubscribe", { version: 1, reason: "muy privado" });
    const kept = JSON.stringify(table.items().filter(({ pk }) => pk?.S?.startsWith("TRAIL#")));
    expect(kept).toContain("hers");
    expect(kept).not.toMatch(/talleres|ines|privado/i);
  });

  it("counts a page that asks again and again as one step an hour, and keeps it 400 days", async () => {
    const table = await withLeads();
    for (const at of [now, later(1), later(20), later(70)]) await asking(table, { now: () => at })("rep", "leads/hers");
    const { steps } = await trailOf(table);
    expect(steps.map(({ times, firstAt, lastAt }: Record<string, unknown>) => [times, firstAt, lastAt])).toEqual([
      [1, later(70), later(70)],
      [3, now, later(20)],
    ]);
    const ends = table
      .items()
      .flatMap(({ pk, expiresAt }) => (pk?.S?.startsWith("TRAIL#") ? [Number(expiresAt?.N)] : []));
    expect(Math.max(...ends)).toBe((Date.parse(later(70)) + 400 * 86_400_000) / 1000);
  });

  it("is for operations, by day", async () => {
    const ask = asking(await withLeads());
    expect((await ask("manager", "trail")).status).toBe(403);
    expect((await ask("operations", "trail?day=yesterday")).status).toBe(400);
    expect((await ask("operations", "trail")).body).toEqual({ day, steps: [], more: false });
  });

  it("is written before the response: what cannot be recorded is not shown", async () => {
    const table = await withLeads();
    const refusing = {
      ...table,
      client: Object.assign(Object.create(table.client), {
        send: (command: { input: { UpdateExpression?: string } }) =>
          command.input.UpdateExpression === undefined
            ? table.client.send(Object(command))
            : Promise.reject(new Error("no table")),
      }),
    };
    const { status, body } = await asking(refusing)("rep", "leads/hers");
    expect(status).toBe(503);
    expect(JSON.stringify(body)).not.toContain("Inés");
  });
});
