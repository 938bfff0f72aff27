import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { SFNClient } from "@aws-sdk/client-sfn";
import { SQSClient } from "@aws-sdk/client-sqs";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { inject } from "vitest";
import * as z from "zod/mini";
import { keys } from "../../lambdas/contract/table.ts";
import { type Lead, LeadSchema } from "../../lambdas/domain/lead/lead.ts";

/**
 * The deployed pipeline, as a person or another system meets it; the clients only look, or do what operations would do.
 */
export const outputs = inject("outputs");

const account = { region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } };
export const dynamo = new DynamoDBClient({ ...account, endpoint: outputs.awsEndpoint });
export const queues = new SQSClient({ ...account, endpoint: outputs.awsEndpoint });
export const bus = new EventBridgeClient({ ...account, endpoint: outputs.awsEndpoint });
export const users = new CognitoIdentityProviderClient({ ...account, endpoint: outputs.awsEndpoint });
export const journeys = new SFNClient({ ...account, endpoint: outputs.stepFunctionsEndpoint });

/**
 * Asks again until there is an answer; fails with what was waited for.
 * @param what what is waited for; a function tells also what was seen last
 * @param seconds when to call it a hang: no bound on how fast something is, since the machine may be busy
 * @param everyMillis first pause between two looks; short ones become longer, since to look at all mails is work for the
 * emulators, too
 */
export const eventually = async <T>(
  what: string | (() => string),
  look: () => Promise<T | undefined>,
  seconds = 80,
  everyMillis = 100,
): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  for (let looks = 0; ; looks++) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`not seen in ${seconds} s: ${typeof what === "string" ? what : what()}`);
    await pause(Math.min(everyMillis * 1.2 ** looks, Math.max(everyMillis, 400)));
  }
};

/** Someone who fits the persona of the demo agreement, with words of their own to be found by. */
export const someone = (facts: Record<string, string | number> = {}) => {
  const mark = randomUUID().slice(0, 8);
  const person = {
    email: `lucia.${mark}@almacenes-${mark}.example`,
    firstName: "Lucía",
    lastName: `Marín ${mark}`,
    company: `Almacenes ${mark}`,
    language: "es",
    consent: "nurture",
  };
  return { mark, body: { ...person, ...facts } };
};

export const fitting = {
  jobTitle: "Directora de operaciones",
  companySize: 120,
  industry: "Logística",
  country: "ES",
  interest: "demo",
  phone: "+34 600 000 000",
};

export const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(path, outputs.api), {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
    redirect: "manual",
  });

const AcceptedSchema = z.object({ reference: z.string() });

/**
 * Posts the form and gives the reference that it was answered with. Asked to come back (a busy machine is one of the
 * faults that pass), it does what our script does: posts the same again, which is one submission.
 */
export const submit = async (body: unknown, headers: Record<string, string> = {}): Promise<string> => {
  const response = await post("/leads", body, headers);
  const comeBack = Number(response.headers.get("retry-after"));
  if (response.status === 503 && comeBack > 0) {
    await pause(comeBack * 1000);
    return submit(body, headers);
  }
  if (response.status !== 202) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return AcceptedSchema.parse(await response.json()).reference;
};

const MailSchema = z.object({ to: z.array(z.string()), subject: z.string(), text: z.string(), html: z.string() });
export type SentMail = z.infer<typeof MailSchema>;
const InboxSchema = z.array(MailSchema);

/** Every mail that has gone so far, oldest first. While the emulators are too busy to list them (502), it asks again. */
export const everyMail = async (): Promise<SentMail[]> => {
  for (let tries = 1; ; tries++) {
    const response = await fetch(new URL("messages.json", `${outputs.inbox}/`));
    if (response.status !== 502 || tries === 3) return InboxSchema.parse(await response.json());
    await response.body?.cancel();
  }
};

/** Those that speak of this person or of the person's company. */
export const mailsAbout = async (mark: string): Promise<SentMail[]> =>
  (await everyMail()).filter(({ to, subject, text }) => [...to, subject, text].some((part) => part.includes(mark)));

export const mailAbout = (mark: string, what: string, fits: (mail: SentMail) => boolean): Promise<SentMail> =>
  eventually(`the mail "${what}" about ${mark}`, async () => (await mailsAbout(mark)).find(fits));

/** What was asked for is in another mail: one that asks, or says what becomes of the form. */
export const isNurture = (mail: SentMail): boolean => mail.text.includes("/go/") && !isAboutForm(mail);
export const isAboutForm = (mail: SentMail): boolean =>
  isConfirmation(mail) || /con esta dirección|with this address/.test(mail.text);
export const isHandOff = (mail: SentMail): boolean => mail.text.includes("/answers/");
export const isConfirmation = (mail: SentMail): boolean => mail.text.includes("/confirm/");

export const confirmLinksOf = (mails: readonly SentMail[]): string[] =>
  mails.filter(isConfirmation).map((mail) => linkIn(mail, "confirm"));

/** Confirms, as the owner of the address does, that our mails are welcome. */
export const confirmConsent = async (mark: string): Promise<Response> => {
  const mail = await mailAbout(mark, "please confirm", isConfirmation);
  return fetch(linkIn(mail, "confirm"), { method: "POST" });
};

/** The link of this kind in the mail's text, e.g. `answers`. */
export const linkIn = ({ text }: SentMail, kind: string): string => {
  const [link] = new RegExp(`https?://[^\\s]+/${kind}/[\\w.~-]+`).exec(text) ?? [];
  if (link === undefined) throw new Error(`the mail has no link to ${kind}:\n${text}`);
  return link;
};

/** Does what the page's form does. */
export const fillIn = (link: string, fields: Record<string, string>): Promise<Response> =>
  fetch(link, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

/** Items of the table whose keys begin so. */
export const itemsAt = async ({ pk, sk }: { readonly pk: string; readonly sk: string }) => {
  const { Items: items = [] } = await dynamo.send(
    new QueryCommand({
      TableName: outputs.stack.TableName,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
      ExpressionAttributeValues: { ":pk": { S: pk }, ":sk": { S: sk } },
      ConsistentRead: true,
    }),
  );
  return items.map((item) => unmarshall(item));
};

const ClaimSchema = z.object({ leadId: z.string() });

export const leadIdOf = async (email: string): Promise<string> => {
  const [claim] = await itemsAt(keys.emailClaim(email));
  return ClaimSchema.parse(claim).leadId;
};

export const leadItems = async (leadId: string, skPrefix: string) =>
  itemsAt({ pk: keys.lead(leadId).pk, sk: skPrefix });

/** What was decided about the lead, in all of its cycles, oldest first: one that falls asleep early begins another. */
export const decisionsOf = async (leadId: string, of: string) =>
  (await leadItems(leadId, "DECISION#")).filter((decision) => decision.of === of);

export const leadNow = async (leadId: string): Promise<Lead> => {
  const [item] = await leadItems(leadId, keys.lead(leadId).sk);
  return LeadSchema.parse(item);
};

/**
 * Waits until the lead has come to this stage in the cycle that it is in, and gives the lead as it is then: a stage that
 * lasts for seconds may be over before anyone looks, so that the record of its moves counts, too.
 */
export const leadIn = async (leadId: string, stage: Lead["stage"], seconds?: number): Promise<Lead> => {
  let seen = "nothing";
  return eventually(
    () => `lead ${leadId} in stage ${stage}; it is ${seen}`,
    async () => {
      const lead = await leadNow(leadId);
      seen = `${lead.stage} in cycle ${lead.cycle}, ${lead.needsAttention?.error ?? "no fault"}`;
      const moves = await leadItems(leadId, `MOVE#${lead.cycle}#`);
      return lead.stage === stage || moves.some(({ to }) => to === stage) ? lead : undefined;
    },
    seconds,
  );
};

/** A lead that passes the gate at once, its id, and the rep's mail. */
export const handedOff = async (facts: Record<string, string | number> = {}) => {
  const { mark, body } = someone({ ...fitting, ...facts });
  await submit(body);
  const mail = await mailAbout(mark, "hand-off", isHandOff);
  const leadId = await leadIdOf(body.email);
  return { mark, body, mail, leadId, link: linkIn(mail, "answers") };
};
