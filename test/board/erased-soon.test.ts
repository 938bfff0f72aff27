import { describe, expect, it } from "vitest";
import { dealItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { asking, stored } from "./asking.ts";

const retention = { won: "1000 days", lost: "100 days", dormant: "200 days", neverConfirmed: "40 days" };
const agreement = anAgreement({ nurture: { doubleOptIn: true }, retention });
const confirmed = { consents: [{ purpose: "news", at: daysFromNow(-400), confirmedAt: daysFromNow(-399) }] };

const soonOf = async (
  table: ReturnType<typeof dynamoTwin>,
  role: "marketing" | "manager" | "operations",
  by = agreement,
) => (await asking(table, { agreement: by })(role, "attention")).body.erasedSoon;

describe("whom retention erases within 30 days", () => {
  it("is told by ending, with the first of them and when; not who has longer, wrote again, or is open", async () => {
    const table = dynamoTwin();
    const ended = [
      aLead("lost", { leadId: "lost-soon", stageSince: daysFromNow(-90) }),
      aLead("lost", { leadId: "lost-wrote", stageSince: daysFromNow(-90), wroteAgain: { submissionId: "s", at: now } }),
      aLead("lost", { leadId: "lost-later", stageSince: daysFromNow(-60) }),
      aLead("dormant", { leadId: "stranger", stageSince: daysFromNow(-35), consents: [] }),
      aLead("dormant", { leadId: "known", stageSince: daysFromNow(-35), ...confirmed }),
      aLead("disqualified", { leadId: "stranger-too", stageSince: daysFromNow(-39), consents: [] }),
    ];
    const another = aLead("won", { leadId: "another-deal", stageSince: daysFromNow(-999) });
    await stored(table, [...ended, aLead("nurturing", { leadId: "another-deal", stageSince: daysFromNow(-999) })]);
    await transact(table, [put(table, "deal", dealItem(another))]);
    const soon = await soonOf(table, "marketing");
    expect(soon).toMatchObject({
      days: 30,
      endings: [
        { stage: "won", count: 0, more: false },
        { stage: "lost", count: 1, more: false },
        { stage: "disqualified", count: 1, more: false },
        { stage: "dormant", count: 1, more: false },
      ],
      first: [
        { card: { leadId: "stranger-too" }, at: daysFromNow(1) },
        { card: { leadId: "stranger" }, at: daysFromNow(5) },
        { card: { leadId: "lost-soon" }, at: daysFromNow(10) },
      ],
    });
    expect(await soonOf(table, "operations")).toEqual(soon);
    expect(await soonOf(table, "manager")).toBeUndefined();
    expect(await soonOf(table, "marketing", anAgreement())).toBeUndefined();
  });

  it("looks at so many of each ending and no more, and says that there are more", async () => {
    const table = dynamoTwin();
    const leads = Array.from({ length: 60 }, (_, i) =>
      aLead("lost", { leadId: `l-${i}`, stageSince: daysFromNow(-90) }),
    );
    await stored(table, leads);
    const soon = await soonOf(table, "operations");
    expect(soon.endings).toContainEqual({ stage: "lost", count: 50, more: true });
    expect(soon.first).toHaveLength(10);
  });
});
