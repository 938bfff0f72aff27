import { type Keyring, signingKeys } from "../adapters/dynamo-signing-keys.ts";
import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { agreementInForce, clock, environmentOf } from "../adapters/lambda-runtime.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import type { CaptureRules } from "../domain/capture/capture-rules.ts";

export interface CaptureDependencies {
  readonly table: DynamoTable;
  readonly keyring: Keyring;
  readonly agreement: Agreement;
  readonly siteOrigins: readonly string[];
  readonly now: () => string;
}

export const captureDependencies = (): CaptureDependencies => {
  const { TABLE_NAME, SITE_ORIGINS } = environmentOf(environments.capture);
  const table = openTable(TABLE_NAME);
  const siteOrigins = SITE_ORIGINS.split(",");
  return { table, keyring: signingKeys(table), agreement: agreementInForce(), siteOrigins, now: clock };
};

/** The least time that a person needs to fill in a form. */
const leastFillMillis = 2000;

/** What the rules need to know to judge a request. */
export const captureRules = ({
  agreement,
  siteOrigins,
  now,
}: Pick<CaptureDependencies, "agreement" | "siteOrigins" | "now">): CaptureRules => {
  const { company, nurture, fields = [] } = agreement.terms;
  return {
    now: now(),
    siteOrigins,
    languages: company.languages,
    defaultLanguage: company.languages[0] ?? "en",
    leastFillMillis,
    consentPurpose: nurture.consentPurpose,
    ownFields: fields,
    timeZone: company.timeZone,
    country: company.holidays?.country,
    company: company.name,
  };
};
