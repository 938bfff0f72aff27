import { expect, it } from "vitest";
import { readAgreementVersions } from "../../lambdas/adapters/dynamo-agreement-versions.ts";
import { recordAgreement } from "../../lambdas/board/record-agreement.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { daysFromNow, now } from "../builders/now.ts";

it("says when another version was stored in the same instant, and is stored by the next call", async () => {
  const table = dynamoTwin();
  const [before, next] = [anAgreement(), { ...anAgreement(), version: "2026-02" }];
  expect(await recordAgreement(table, before, now)).toBe(true);
  expect(await recordAgreement(table, next, now)).toBe(false);
  expect(await recordAgreement(table, next, daysFromNow(0.1))).toBe(true);
  expect(await recordAgreement(table, next, daysFromNow(0.2))).toBe(true);
  const versions = await readAgreementVersions(table, 10);
  expect(versions.map(({ version }) => version)).toEqual([next.version, before.version]);
});
