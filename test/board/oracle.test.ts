import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postBoard } from "../../lambdas/board/post-board.ts";
import { LeadActionSchema } from "../../lambdas/contract/board.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { now } from "../builders/now.ts";
import { stored } from "./asking.ts";

const bodies = fc.oneof(
  fc.record(
    {
      version: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.jsonValue()),
      answer: fc.constantFrom("accept", "reject", "snooze", "x", 3),
      outcome: fc.constantFrom("won", "lost", "x"),
      reason: fc.constantFrom("too-early", "x", ""),
      amount: fc.constantFrom(1, -1, "x"),
      confirm: fc.constantFrom("ines@talleresnorte.example", "x"),
      to: fc.constantFrom("ana", "luis", "x"),
      verdict: fc.constantFrom("qualified", "x"),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);

describe("an action of a rep on a lead of another", () => {
  it("is answered as if there were none, whatever it says, and changes nothing", async () => {
    const table = dynamoTwin();
    await stored(table, [
      aLead("handed-off", { leadId: "answerable", followUp: { ownerId: "luis" } }),
      aLead("accepted", { leadId: "worked", followUp: { ownerId: "luis" } }),
      aLead("nurturing", { leadId: "nobodys" }),
    ]);
    const facts = () => table.items().filter(({ pk }) => !pk?.S?.startsWith("TRAIL#"));
    const before = JSON.stringify(facts());
    const act = postBoard({ table, agreement: anAgreement(), now: () => now });
    const answered = async (leadId: string, action: string, body: unknown, key: string | undefined) => {
      const {
        statusCode,
        headers,
        body: said,
      } = await act({
        rawPath: `/board/api/leads/${leadId}/${action}`,
        headers: { "content-type": "application/json", ...(key !== undefined && { "idempotency-key": key }) },
        requestContext: {
          requestId: "request-1",
          http: { method: "POST" },
          authorizer: { jwt: { claims: { username: "ana", "cognito:groups": "[rep]" } } },
        },
        body: JSON.stringify(body),
      });
      return { statusCode, headers, said };
    };
    const action = fc.constantFrom(...LeadActionSchema.options);
    const leadId = fc.constantFrom("answerable", "worked", "nobodys");
    await fc.assert(
      fc.asyncProperty(
        leadId,
        action,
        bodies,
        fc.option(fc.constant("key-1"), { nil: undefined }),
        async (id, ...asked) => {
          expect(await answered(id, ...asked)).toEqual(await answered("none", ...asked));
        },
      ),
      { numRuns: 300 },
    );
    expect(JSON.stringify(facts())).toBe(before);
  });
});
