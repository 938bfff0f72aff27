import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { putGrant, sign } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { liftSuppression, readSuppression, suppress } from "../../lambdas/adapters/dynamo-suppressions.ts";
import { type DynamoTable, readItem, toItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { captureRules } from "../../lambdas/capture/capture-rules-of.ts";
import { intakeSubmission } from "../../lambdas/capture/intake-submission.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { parseSubmissionDetail } from "../../lambdas/domain/bus-intake/parse-detail.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { addressHash, inForce, type Suppression } from "../../lambdas/domain/nurture/suppression.ts";
import { confirm } from "../../lambdas/nurture/confirm.ts";
import { unsubscribe } from "../../lambdas/nurture/unsubscribe.ts";
import { anAgreement } from "../builders/agreement.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { engines, newTable } from "./engines.ts";

const agreement = anAgreement();

const hold = async (table: DynamoTable, email: string, next: Suppression): Promise<boolean> => {
  const writes = suppress(table, email, await readSuppression(table, email), next);
  return writes.length > 0 && (await transact(table, writes)).done;
};

describe.each(engines())("what is held against an address, on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  const depsAt = (at: string) => {
    const siteOrigins = ["https://www.engranaje.example"];
    return { table, keyring: signingKeys(table), agreement, siteOrigins, now: () => at };
  };

  /** The form is sent, at this time. @returns the lead as it then is */
  const submits = async (email: string, fields: Record<string, unknown>, at: string): Promise<Lead | undefined> => {
    const read = parseSubmissionDetail({ email, ...fields }, captureRules(depsAt(at)));
    if (!read.ok) throw new Error(read.reason);
    await intakeSubmission(depsAt(at), read, "request-0001", { by: "form" });
    return readLead(table, String((await readItem(table, keys.emailClaim(email)))?.leadId));
  };

  const erase = async (lead: Lead | undefined): Promise<void> => {
    const key = toItem(keys.lead(lead?.leadId ?? ""));
    await table.client.send(new DeleteItemCommand({ TableName: table.tableName, Key: key }));
  };

  const until = daysFromNow(999);
  const ofForm = "application/x-www-form-urlencoded";

  /** The owner of the address presses the button behind a link that was mailed to the lead. */
  const presses = async (
    lead: Lead | undefined,
    { purpose, content }: { purpose: "unsubscribe" | "confirm"; content?: string },
    at: string,
    body = "",
    type = ofForm,
  ): Promise<number> => {
    const { leadId = "", cycle = 1 } = lead ?? {};
    const referenceId = `${purpose}-${leadId}`;
    await transact(table, [putGrant(table, referenceId, { purpose, leadId, cycle, content, language: "es", until })]);
    const reference = await sign(signingKeys(table), referenceId);
    const page = purpose === "confirm" ? confirm : unsubscribe;
    const { statusCode } = await page(depsAt(at))({
      rawPath: `/${purpose}/${reference}`,
      rawQueryString: "",
      headers: { "content-type": type },
      requestContext: { requestId: "request-0002", http: { method: "POST" } },
      pathParameters: { reference },
      body,
      isBase64Encoded: false,
    });
    return statusCode;
  };

  const unsubscribes = (lead: Lead | undefined, at: string, body: string, type: string): Promise<number> =>
    presses(lead, { purpose: "unsubscribe" }, at, body, type);

  it("is not found under the address, only under its hash", async () => {
    const email = "hash@talleresnorte.example";
    expect(await readSuppression(table, email)).toBeUndefined();
    expect(await hold(table, email, { reason: "unsubscribed", at: now })).toBe(true);
    const item = await readItem(table, keys.suppression(addressHash(email)));
    expect(item).toMatchObject({ reason: "unsubscribed", at: now });
    expect(JSON.stringify(item)).not.toContain("talleresnorte");
  });

  it("for ever is for ever: neither an unsubscribing nor a consent changes it", async () => {
    const email = "ever@talleresnorte.example";
    const bounced = { reason: "bounced", at: daysFromNow(-3) } as const;
    expect(await hold(table, email, { reason: "unsubscribed", at: daysFromNow(-4) })).toBe(true);
    expect(await hold(table, email, bounced)).toBe(true);
    expect(await hold(table, email, { reason: "unsubscribed", at: now })).toBe(false);
    // Decided on what was read before the bounce came in.
    expect((await transact(table, suppress(table, email, undefined, { reason: "unsubscribed", at: now }))).done).toBe(
      false,
    );
    await transact(table, [liftSuppression(table, email, now)]);
    expect(await readSuppression(table, email)).toEqual({ ...bounced, liftedAt: now });
    expect(await submits(email, { consent: "on" }, daysFromNow(1))).toMatchObject({
      undeliverable: { because: "bounced", at: bounced.at },
    });
  });

  it.each([
    ["a mailbox, urlencoded", "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"],
    [
      "a mailbox, as a multipart form",
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
      "multipart/form-data; boundary=b",
    ],
    ["a person", "", "application/x-www-form-urlencoded"],
  ])(
    "an unsubscribing outlives the lead until the owner of the address confirms a newer consent (by %s)",
    async (who, body, type) => {
      const email = `${who.replaceAll(/\W/g, "-")}@talleresnorte.example`;
      const lead = await submits(email, { consent: "on" }, daysFromNow(0));
      expect(await unsubscribes(lead, daysFromNow(1), body, type)).toBe(200);
      expect(await readLead(table, lead?.leadId ?? "")).toMatchObject({ unsubscribedAt: daysFromNow(1) });
      expect(await readSuppression(table, email)).toEqual({ reason: "unsubscribed", at: daysFromNow(1) });
      await erase(lead);
      const silent = await submits(email, { message: "Hola" }, daysFromNow(2));
      expect(silent).toMatchObject({ version: 1, unsubscribedAt: daysFromNow(1) });
      expect(silent?.leadId).not.toBe(lead?.leadId);
      const agreeing = await submits(email, { consent: "on", message: "Hola de nuevo" }, daysFromNow(3));
      expect(agreeing).toHaveProperty("unsubscribedAt");
      expect(await readSuppression(table, email)).not.toHaveProperty("liftedAt");
      expect(await presses(agreeing, { purpose: "confirm", content: daysFromNow(3) }, daysFromNow(4))).toBe(200);
      expect(await readLead(table, agreeing?.leadId ?? "")).not.toHaveProperty("unsubscribedAt");
      expect(await readSuppression(table, email)).toMatchObject({ liftedAt: daysFromNow(4) });
      await erase(agreeing);
      expect(await submits(email, { message: "Otra vez" }, daysFromNow(5))).not.toHaveProperty("unsubscribedAt");
      expect(await unsubscribes(await submits(email, {}, daysFromNow(5)), daysFromNow(6), body, type)).toBe(200);
      const since = await readSuppression(table, email);
      expect(since).toEqual({ reason: "unsubscribed", at: daysFromNow(6), liftedAt: daysFromNow(4) });
      expect(inForce(since)).toEqual(since);
    },
  );

  it("an unsubscribing that is written late neither undoes a newer consent nor makes a newer one of itself older", async () => {
    const email = "late@talleresnorte.example";
    const unsubscribed = async (day: number) => {
      await hold(table, email, { reason: "unsubscribed", at: daysFromNow(day) });
      return inForce(await readSuppression(table, email))?.at;
    };
    expect(await unsubscribed(1)).toBe(daysFromNow(1));
    await transact(table, [liftSuppression(table, email, daysFromNow(3))]);
    expect(await unsubscribed(2)).toBeUndefined();
    expect(await unsubscribed(4)).toBe(daysFromNow(4));
    expect(await unsubscribed(2)).toBe(daysFromNow(4));
  });
});
