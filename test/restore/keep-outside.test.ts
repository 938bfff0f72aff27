import { describe, expect, it } from "vitest";
import type { Kept } from "../../lambdas/contract/kept-outside.ts";
import { messageTags } from "../../lambdas/domain/mail/message-tags.ts";
import { keepFromEvents } from "../../lambdas/restore/keep-outside.ts";
import { now } from "../builders/now.ts";

/** The mail service's word that a mail with these tags went. */
const keepsOf = async (tags: Record<string, string>) => {
  const [kept, parked]: [Kept[], string[]] = [[], []];
  const mail = {
    timestamp: now,
    messageId: "ses-1",
    destination: ["ana@engranaje.example"],
    tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
  };
  const event = { source: "aws.ses", detail: { eventType: "Send", mail, send: {} } };
  const deps = {
    now: () => now,
    keep: async (each: Kept) => void kept.push(each),
    parkEvent: async (body: string) => void parked.push(body),
  };
  await keepFromEvents(deps)({ Records: [{ messageId: "m-1", body: JSON.stringify(event) }] });
  return { kept, parked };
};

describe("what is kept outside of a mail that went", () => {
  it("is its name, so that no restore sends it again", async () => {
    const name = { leadId: "l-1", cycle: 1, purpose: "hand-off", step: "0.ana" } as const;
    const { kept, parked } = await keepsOf(messageTags(name, 0));
    expect(kept).toMatchObject([{ kind: "mail-sent", ...name }]);
    expect(parked).toEqual([]);
  });

  it("is nothing of one that is about no lead, and that is no fault", async () => {
    expect(await keepsOf({ purpose: "new-password" })).toEqual({ kept: [], parked: [] });
  });
});
