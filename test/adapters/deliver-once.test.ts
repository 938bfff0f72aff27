import { describe, expect, it } from "vitest";
import { readMessage } from "../../lambdas/adapters/dynamo-messages.ts";
import { MailNotSentError } from "../../lambdas/adapters/ses-mailer.ts";
import { deliverOnce } from "../../lambdas/mail/deliver-once.ts";
import { anAgreement } from "../builders/agreement.ts";
import { deliveryOf, postOffice } from "../mail/post-office.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const deps = { agreement: anAgreement(), now: () => "2026-11-24T09:00:00.000Z" };

describe.each(engines())("a mail on $name", ({ endpoint }) => {
  it("that was refused goes when it is tried again, once", async () => {
    const table = await newTable(endpoint);
    const { send, gone } = postOffice({ refuses: "for-now" });
    const about = await deliveryOf(table, "d-refused");
    await expect(deliverOnce({ ...deps, table, send }, about)).rejects.toThrow(MailNotSentError);
    expect(await deliverOnce({ ...deps, table, send }, about)).toMatchObject({ is: "sent", again: false });
    expect(await deliverOnce({ ...deps, table, send }, about)).toMatchObject({ is: "sent", again: true });
    expect(gone).toHaveLength(1);
    expect(await readMessage(table, about.name)).toMatchObject({ status: "sent" });
  });
});

describe.each(isolatingEngines())("a mail on $name", ({ endpoint }) => {
  it("tried by ten at once goes once", async () => {
    const table = await newTable(endpoint);
    const { send, gone } = postOffice();
    const about = await deliveryOf(table, "d-ten");
    const ten = Array.from({ length: 10 }, () => deliverOnce({ ...deps, table, send }, about));
    const outcomes = await Promise.all(ten);
    expect(outcomes.filter((outcome) => outcome.is === "sent" && !outcome.again)).toHaveLength(1);
    expect(gone).toHaveLength(1);
  });
});
