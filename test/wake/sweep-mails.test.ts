import { beforeEach, describe, expect, it } from "vitest";
import { readFlagged } from "../../lambdas/adapters/dynamo-attention.ts";
import {
  backToClaimed,
  claimMessage,
  type MessageName,
  markSending,
  readMessage,
  team,
} from "../../lambdas/adapters/dynamo-messages.ts";
import { deliverOnce } from "../../lambdas/mail/deliver-once.ts";
import { sweepMails } from "../../lambdas/wake/sweep-mails.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { deliveryOf, postOffice } from "../mail/post-office.ts";

const agreement = anAgreement();
const at = (minute: number) => new Date(Date.parse("2026-11-24T09:00:00.000Z") + minute * 60_000).toISOString();
const moment = { at: at(0), settlesAt: at(15) };
const claimed = { status: "claimed", attempt: 0 } as const;

describe("the sweep of mails that nobody came back for", () => {
  let table: Twin;
  let clock: string;
  let woken: string[];
  beforeEach(() => {
    [table, clock, woken] = [dynamoTwin(), at(0), []];
  });

  const lookAt = async (leadIds: readonly string[]) => {
    woken.push(...leadIds);
  };
  const sweptAt = async (minute: number) => {
    clock = at(minute);
    await sweepMails({ table, agreement, now: () => clock, lookAt });
  };
  const claim = async (name: MessageName, isSending: boolean) => {
    await claimMessage(table, name, undefined, [], moment);
    if (isSending) await markSending(table, name, claimed, undefined, moment);
    return async () => (await readMessage(table, name))?.status;
  };
  const hers = { leadId: "l-1", cycle: 1, purpose: "hand-off", step: "ana.0" } as const;

  it.each([
    ["never given to the mail service", false, "not-sent"],
    ["given to it", true, "unknown"],
  ] as const)("wakes the lead's journey once, and closes what was no longer due (%s)", async (_, isSending, end) => {
    const status = await claim(hers, isSending);
    await sweptAt(15);
    expect(woken).toEqual([]);
    await sweptAt(17);
    await sweptAt(18);
    expect(woken).toEqual(["l-1"]);
    expect(await status()).toBe(isSending ? "sending" : "claimed");
    await sweptAt(34);
    expect(await status()).toBe(end);
    await sweptAt(60);
    expect(woken).toEqual(["l-1"]);
  });

  it("leaves a mail that its journey took up again when it was woken", async () => {
    const delivery = await deliveryOf(table, "d-1");
    const { send, gone } = postOffice("breaks off before", "breaks off before");
    const deliver = () => deliverOnce({ table, agreement, send, now: () => clock }, delivery);
    await deliver();
    await sweptAt(17);
    expect(woken).toEqual(["d-1"]);
    expect(await deliver()).toEqual({ is: "unsettled", until: at(32) });
    await sweptAt(31);
    expect((await readMessage(table, delivery.name))?.status).toBe("sending");
    await sweptAt(34);
    expect(woken).toEqual(["d-1", "d-1"]);
    expect(await deliver()).toMatchObject({ is: "sent", again: false });
    await sweptAt(90);
    expect((await readMessage(table, delivery.name))?.status).toBe("sent");
    expect(gone).toHaveLength(1);
  });

  it("closes mails about no lead at once, since nobody can be woken", async () => {
    const pack = await claim({ ...team, purpose: "meeting-pack", step: "2026-W48.ana" }, true);
    const full = await claim({ ...team, purpose: "sales-is-full", step: "2026-11-24.ana" }, false);
    await sweptAt(17);
    expect([await pack(), await full()]).toEqual(["unknown", "not-sent"]);
    expect(woken).toEqual([]);
  });

  it("does not show up among the leads that need attention, and leaves a mail that is held until its time", async () => {
    const status = await claim(hers, true);
    await backToClaimed(table, hers, { status: "sending", attempt: 1 }, "our-account", at(30));
    expect(await readFlagged(table, 10)).toEqual([]);
    await sweptAt(29);
    expect([await status(), woken]).toEqual(["claimed", []]);
  });
});
