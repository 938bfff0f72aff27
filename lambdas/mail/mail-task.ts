import type { Grant } from "../adapters/dynamo-references.ts";
import { type Keyring, signingKeys } from "../adapters/dynamo-signing-keys.ts";
import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { type SendMail, sesMailer } from "../adapters/ses-mailer.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { derivedReferenceId, signReference } from "../domain/reference/reference.ts";

/** The dependencies of a journey task that sends mail. */
export interface MailTask {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
  readonly send: SendMail;
  readonly keyring: Keyring;
  readonly publicUrl: string;
}

export const mailTask = () => {
  const { TABLE_NAME, SENDER, CONFIGURATION_SET, PUBLIC_URL } = environmentOf(environments.mail);
  const table = openTable(TABLE_NAME);
  const send = sesMailer(SENDER, CONFIGURATION_SET);
  const keyring = signingKeys(table);
  return (agreement: Agreement): MailTask => ({ table, agreement, now: clock, send, keyring, publicUrl: PUBLIC_URL });
};

const pathOf = {
  answer: "answers",
  outcome: "outcomes",
  unsubscribe: "unsubscribe",
  visit: "go",
  confirm: "confirm",
  team: "team",
  export: "my-data",
} as const;

export interface Link {
  readonly url: string;
  readonly referenceId: string;
  readonly grant: Grant;
}

/**
 * A link for a mail: the same person and purpose always get the same one, so that a mail made again is the same mail.
 */
export const linkFor = async (
  { keyring, publicUrl }: Pick<MailTask, "keyring" | "publicUrl">,
  grant: Grant & { readonly purpose: keyof typeof pathOf },
): Promise<Link> => {
  const [key] = await keyring();
  const referenceId = derivedReferenceId(partsOf(grant), key);
  return { url: `${publicUrl}/${pathOf[grant.purpose]}/${signReference(referenceId, key)}`, referenceId, grant };
};

const partsOf = ({
  purpose,
  leadId,
  cycle,
  ownerId = "",
  turn,
  by,
  content,
  submissionId,
}: Grant): (string | number)[] => [
  purpose,
  leadId,
  cycle,
  ownerId,
  ...(turn === undefined ? [] : [`turn ${turn}`]),
  ...(by === undefined ? [] : [`by ${by}`]),
  ...(content === undefined ? [] : [content]),
  // Beside the content it has never named the link.
  ...(content === undefined && submissionId !== undefined ? [`form ${submissionId}`] : []),
];
