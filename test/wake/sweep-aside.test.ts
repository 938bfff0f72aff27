import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { readFlood } from "../../lambdas/adapters/dynamo-floods.ts";
import { leadItem, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { eventsOfChange } from "../../lambdas/domain/publish/events-of-change.ts";
import { notifyTeams } from "../../lambdas/outcome/notify-teams.ts";
import { sweepAside, sweepFlood } from "../../lambdas/wake/sweep-aside.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";

const agreement = anAgreement({ limits: { forms: { network: { hour: 2, day: 1000 } } } });
let table: Twin;
beforeEach(() => {
  table = dynamoTwin();
});

/** So many forms of two domains from one network; two of them pass. */
const flood = async (forms: number) => {
  const deps = { table, agreement, siteOrigins: [], now: () => now, keyring: signingKeys(table) };
  for (let i = 0; i < forms; i++)
    await postLead(deps)({
      rawPath: "/leads",
      headers: { "content-type": "application/json" },
      requestContext: { requestId: `request-${i}`, http: { method: "POST", sourceIp: "203.0.113.7" } },
      body: JSON.stringify({ email: `p${i}@${i % 3 === 0 ? "one" : "other"}.example`, message: "Compren seguidores" }),
    });
};

const swept = async () => {
  table.takeChanges();
  await sweepFlood(table, now);
  return table
    .takeChanges()
    .flatMap(({ id, before, after }) =>
      eventsOfChange({ id, at: now, before: before && unmarshall(before), after: after && unmarshall(after) }),
    );
};

describe("a flood of forms", () => {
  it("is told once a day, with its shape, to marketing", async () => {
    await flood(23);
    const [event, ...others] = await swept();
    expect(others).toEqual([]);
    expect(event).toMatchObject({ type: "FormsKeptAside", data: { day: now.slice(0, 10), forms: 21 } });
    expect(await swept()).toEqual([]);
    const mails: Mail[] = [];
    const keyring = signingKeys(table);
    const task = { table, agreement, now: () => now, keyring, publicUrl: "https://api.example" };
    const send = async (mail: Mail) => {
      mails.push(mail);
      return { providerId: "ses-1" };
    };
    const notify = notifyTeams({ ...task, send, parkEvent: async () => {} });
    for (let i = 0; i < 2; i++)
      await notify({ Records: [{ messageId: "m", body: JSON.stringify({ detail: event }), attributes: {} }] });
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.to.email).toBe(agreement.terms.team.marketing.email);
    expect(mail?.subject).toBe("21 formularios apartados en una hora");
    expect(mail?.text).toContain("Demasiados desde una misma red: 21");
    expect(mail?.text).toContain("Vienen de 1 red");
    expect(mail?.text).toContain("other.example: 14 formularios");
    expect(mail?.text).toContain("https://api.example/board/attention");
  });

  it("is none below twenty, and none that is over", async () => {
    await flood(21);
    expect(await swept()).toEqual([]);
    await flood(23);
    await sweepFlood(table, daysFromNow(1));
    expect(await readFlood(table, daysFromNow(1).slice(0, 10))).toBeUndefined();
  });
});

describe("a lead that is kept aside", () => {
  it("is erased when nobody has released it in the agreed time, and not before", async () => {
    const lead = aLead("captured", { aside: { kind: "domain", at: now } });
    await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
    await sweepAside(table, agreement, daysFromNow(29));
    expect(await readLead(table, lead.leadId)).toBeDefined();
    await sweepAside(table, agreement, daysFromNow(31));
    expect(await readLead(table, lead.leadId)).toBeUndefined();
  });
});
