import "./frame/quiet.ts";
import * as z from "zod/mini";
import {
  type ApiKey,
  addApiKey,
  encryptApiKeys,
  type ListedKey,
  listApiKeys,
  readUses,
  retireApiKey,
} from "../lambdas/adapters/dynamo-api-keys.ts";
import { listSigningKeys, refreshAfterMillis, rotateSigningKeys } from "../lambdas/adapters/dynamo-signing-keys.ts";
import type { DynamoTable } from "../lambdas/adapters/dynamo-table.ts";
import { type Encrypt, encryptBy } from "../lambdas/adapters/kms-cipher.ts";
import type { Agreement } from "../lambdas/contract/agreement.ts";
import { KeyScopeSchema } from "../lambdas/contract/api.ts";
import { planRotation, stillLiving } from "../lambdas/domain/reference/rotation.ts";
import { secretUses } from "../lambdas/domain/source/prove.ts";
import { addDuration, calendarOf } from "../lambdas/domain/working-time/calendar.ts";
import { dayMillis } from "../lambdas/domain/working-time/zone.ts";
import { command, runIfStarted } from "./frame/command.ts";
import {
  deployedAddress,
  deployedSecretsKey,
  deployedTable,
  eitherDeployment,
  type SecretsKeyOutput,
} from "./frame/deployed-stack.ts";
import { CommandError, UsageError } from "./frame/errors.ts";
import { agreementIn, secretIn } from "./frame/files.ts";
import {
  agreementOption,
  environmentOption,
  flag,
  option,
  optionalText,
  outputsOption,
  tableOption,
} from "./frame/option.ts";
import { addToSource, listOfSource, retireOfSource, sourceNamed } from "./keys/source-secrets.ts";

const ScopesSchema = z.pipe(
  z.pipe(
    z.string(),
    z.transform((list: string) => list.split(",").map((scope) => scope.trim())),
  ),
  z.array(KeyScopeSchema).check(z.minLength(1)),
);

/** Only with this command. */
const of = (asked: string) => (known: Readonly<Record<string, unknown>>) => `${known.kind} ${known.command}` === asked;

export const main = command({
  name: "keys",
  does: `Makes, lists and ends the keys with which other systems sign their requests, and the secrets of form tools; rotates the keys that sign the links in mails:

  api add               makes a key for another system (--name CRM), for what it needs (--scopes), and prints it, once
  api list              the keys in use: several may be, so that a system can change over from one to the next
  api retire ID         ends a key, at once
  api encrypt           encrypts the secrets that an earlier release has stored as they are (docs/upgrading.md)
  source add ID         gives a source of the agreement a secret, and prints it, once, with the address for the tool
  source list ID        the secrets of a source: what for, and until when
  source retire ID      ends one of them (--secret-id), at once
  links list            the keys that sign the links in mails; the newest signs, the newest two open
  links rotate          makes a new one, and drops all but the newest two; refused while links of a dropped one may live`,
  options: {
    kind: option(z.enum(["api", "source", "links"]), {
      takes: "api|source|links",
      says: "which keys",
      kind: "api, source or links",
      argument: "one",
    }),
    command: option(z.enum(["add", "list", "retire", "encrypt", "rotate"]), {
      takes: "COMMAND",
      says: "add, list, retire, encrypt or rotate",
      kind: "add, list, retire, encrypt or rotate",
      argument: "one",
    }),
    id: optionalText(
      "ID",
      "api retire: the key's id, as api list shows it; source …: the source's id in the agreement",
      {
        argument: "one",
      },
    ),
    use: option(z._default(z.enum(secretUses), "proof"), {
      takes: secretUses.join("|"),
      says: "source add: by it the tool proves itself (default), or we do when the tool asks, or leads are fetched with it",
      kind: secretUses.join(", "),
    }),
    "secret-from": optionalText(
      "FILE",
      "source add: the secret that the tool has made, or - to type it in (default: a new one)",
    ),
    "secret-id": optionalText("ID", "source retire: the secret's id, as source list shows it"),
    name: option(z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))), {
      takes: "NAME",
      says: "api add: the other system, such as --name CRM",
      kind: "a name of at most 100 characters",
    }),
    scopes: option(z.optional(ScopesSchema), {
      takes: "SCOPES",
      says: `api add: what it may be used for, of ${KeyScopeSchema.options.join(",")}`,
      kind: `a list such as answers,outcomes, of ${KeyScopeSchema.options.join(", ")}`,
    }),
    owner: option(z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))), {
      takes: "WHO",
      says: "api add: who answers for it",
      kind: "a name of at most 100 characters",
    }),
    until: option(z.optional(z.iso.date()), {
      takes: "DAY",
      says: "api add, source add: the first day on which it is refused (default: of an API key in a year, of a source never)",
      kind: "a date such as 2027-11-30",
    }),
    outputs: outputsOption(),
    environment: environmentOption(),
    table: tableOption(),
    "kms-key": optionalText(
      "ARN",
      "api add, api encrypt and source add, with --table: what encrypts secrets (output ApiKeySecretsKeyArn, SourceSecretsKeyArn)",
    ),
    agreement: agreementOption("the agreement that is deployed: it sets how long links are valid, and has the sources"),
    force: flag("links rotate: drops a key whatever that breaks (when a secret has leaked, say). Run it twice then"),
  },
  needs: [
    { oneOf: [["name"]], when: of("api add") },
    { oneOf: [["scopes"]], when: of("api add") },
    { oneOf: [["owner"]], when: of("api add") },
    { oneOf: [["id"]], when: (known) => of("api retire")(known) || known.kind === "source" },
    { oneOf: [["secret-id"]], when: of("source retire") },
    { oneOf: [["outputs"], ["kms-key"]], when: (known) => of("api add")(known) || of("api encrypt")(known) },
    eitherDeployment,
  ],
  notes: `Unsubscribe links live for ever, but only as long as the key that signed them: rotate seldom. A function goes on with the keys it knows for up to ${refreshAfterMillis / 60_000} minutes.`,
  permissions:
    "dynamodb:GetItem, Query, PutItem, UpdateItem and DeleteItem on the table; for api add, api encrypt and source add kms:Encrypt on the key",
  run: (
    {
      kind,
      command: asked,
      id = "",
      name = "",
      scopes = [],
      owner,
      until,
      agreement,
      force,
      use,
      "secret-from": secretFrom,
      "secret-id": secretId,
      ...deployment
    },
    io,
  ) => {
    const table = deployedTable(deployment);
    const encryptFor =
      (output: SecretsKeyOutput): Encrypt =>
      (...secret) =>
        encryptBy(table.client, deployedSecretsKey(deployment, output))(...secret);
    const encrypt = encryptFor("ApiKeySecretsKeyArn");
    switch (`${kind} ${asked}` as const) {
      case "api add":
        return addKey(table, { name, scopes, owner, createdAt: io.now(), until: until ?? inAYear(io.now()) }, encrypt);
      case "api list":
        return listKeys(table, io.now());
      case "api retire":
        return retireKey(table, id);
      case "api encrypt":
        return encryptKeys(table, encrypt);
      case "source add":
        return addToSource(table, sourceNamed(agreementIn(agreement), id), {
          use,
          until,
          secret: secretFrom === undefined ? undefined : secretIn(secretFrom),
          encrypt: encryptFor("SourceSecretsKeyArn"),
          address: deployedAddress(deployment),
          now: io.now(),
        });
      case "source list":
        return listOfSource(table, sourceNamed(agreementIn(agreement), id), io.now());
      case "source retire":
        return retireOfSource(table, id, secretId ?? "");
      case "links list":
        return listLinkKeys(table);
      case "links rotate":
        return rotate(table, agreementIn(agreement), force, io.now());
      default:
        throw new UsageError(`There is no ${kind} ${asked}: npm run keys -- --help shows the commands.`);
    }
  },
});

const inAYear = (now: string): string => new Date(Date.parse(now) + 365 * dayMillis).toISOString().slice(0, 10);

const addKey = async (table: DynamoTable, of: Omit<ApiKey, "keyId" | "secret">, encrypt: Encrypt): Promise<string> => {
  const { keyId, secret } = await addApiKey(table, of, encrypt);
  return `x-smarketing-key: ${keyId}\nsecret: ${secret}\nFor ${of.scopes.join(", ")}, until ${of.until}. The secret is shown this once: hand it over by a secure connection.`;
};

const listKeys = async (table: DynamoTable, now: string): Promise<string> => {
  const [all, uses] = await Promise.all([listApiKeys(table), readUses(table)]);
  if (all.length === 0) return "There is no key: make one with npm run keys -- api add; --help shows how.";
  return all.map((key) => lineOf(key, uses.get(key.keyId), now)).join("\n");
};

const lineOf = (
  { keyId, name, createdAt, scopes, owner = "?", until, isEncrypted }: ListedKey,
  used: string | undefined,
  now: string,
) => {
  const ends = until === undefined ? "for ever" : `${until <= now ? "EXPIRED" : "until"} ${until}`;
  return `${keyId}  ${createdAt}  ${name}  ${scopes.join(",")}  of ${owner}  ${ends}  last used ${used ?? "never"}${isEncrypted ? "" : "  NOT ENCRYPTED: npm run keys -- api encrypt"}`;
};

const retireKey = async (table: DynamoTable, keyId: string): Promise<string> => {
  if (await retireApiKey(table, keyId)) return `${keyId} is retired: requests signed with it are refused.`;
  throw new CommandError(`There is no key ${keyId}; npm run keys -- api list shows those in use.`);
};

const encryptKeys = async (table: DynamoTable, encrypt: Encrypt): Promise<string> => {
  const encrypted = await encryptApiKeys(table, encrypt);
  return encrypted.length === 0 ? "All secrets were encrypted before." : `Encrypted: ${encrypted.join(", ")}.`;
};

const listLinkKeys = async (table: DynamoTable): Promise<string> => {
  const all = await listSigningKeys(table);
  if (all.length === 0) return "There is no key yet: the first link makes it.";
  return all.map(({ keyId, createdAt }, i) => `${keyId}  ${createdAt ?? "?"}${i === 0 ? "  signs" : ""}`).join("\n");
};

const rotate = async (table: DynamoTable, agreement: Agreement, isForced: boolean, now: string): Promise<string> => {
  const plan = planRotation(await listSigningKeys(table), linksEndBy(agreement));
  const [living] = stillLiving(plan, now);
  if (living !== undefined && !isForced) {
    const { keyId, linksMayLiveUntil = "an unknown time" } = living;
    throw new CommandError(
      `Nothing was changed: links signed with key ${keyId}, which this would drop, may live until ${linksMayLiveUntil}; --force drops it all the same.`,
    );
  }
  if (!(await rotateSigningKeys(table, plan, now)))
    throw new CommandError("Nothing was changed: somebody else has rotated at the same moment.");
  const dropped = plan.drops.map(({ keyId }) => keyId).join(", ");
  return `Key ${plan.next} signs from now on.${dropped === "" ? "" : ` Dropped: ${dropped}.`}`;
};

/** A function may sign with the key it knows for some minutes more. */
const linksEndBy =
  (agreement: Agreement) =>
  (signedAt: string): string =>
    addDuration(
      new Date(Date.parse(signedAt) + refreshAfterMillis).toISOString(),
      agreement.terms.team.linksLive,
      calendarOf(agreement),
    );

await runIfStarted(main, import.meta.url);
