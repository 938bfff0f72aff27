import { addApiKey, listApiKeys, retireApiKey } from "../lambdas/adapters/dynamo-api-keys.ts";
import { listSigningKeys, refreshAfterMillis, rotateSigningKeys } from "../lambdas/adapters/dynamo-signing-keys.ts";
import type { DynamoTable } from "../lambdas/adapters/dynamo-table.ts";
import { formatProblems, loadAgreement } from "../lambdas/agreement/load-agreement.ts";
import { planRotation, stillLiving } from "../lambdas/domain/reference/rotation.ts";
import { addDuration, calendarOf } from "../lambdas/domain/working-time/calendar.ts";
import { deployedTable } from "./deployed-table.ts";
import { MendableError } from "./mendable-error.ts";
import { optionsOf } from "./options.ts";

const usage = `npm run keys -- COMMAND [--table NAME | --outputs FILE]

  api add --name NAME   makes a key with which another system (NAME, such as CRM) signs its requests, and prints it, once
  api list              the keys in use: several may be, so that a system can change over from one to the next
  api retire ID         ends a key, at once
  links list            the keys that sign the links in mails; the newest signs, the newest two open
  links rotate          makes a new one, and drops all but the newest two; refused while links of a dropped one may live

  --table NAME      the stack's output TableName (default: the environment's TABLE_NAME)
  --outputs FILE    or a file with the outputs: .local/outputs.json, or what cdk deploy --outputs-file wrote
  --agreement FILE  the agreement that is deployed: it says how long links live (default: agreement.yaml)
  --force           links rotate: drops a key whatever that breaks (when a secret has leaked, say). Run it twice then
  --help            this text

Unsubscribe links live for ever, but only as long as the key that signed them: rotate seldom. A function goes on with the
keys it knows for up to ${refreshAfterMillis / 60_000} minutes.

It works with your AWS credentials and region, which must allow dynamodb:GetItem, Query, PutItem and DeleteItem on the
table. For the pipeline on your machine --outputs .local/outputs.json is enough.`;

const typed = () => {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = { name: text, table: text, outputs: text, agreement: text, force: flag, help: flag } as const;
  const { values, positionals } = optionsOf("keys", { options, allowPositionals: true });
  return { ...values, words: positionals };
};
type Options = ReturnType<typeof typed>;

const tableOf = ({ table = process.env.TABLE_NAME ?? "", outputs }: Options): DynamoTable => {
  if (table === "" && outputs === undefined)
    throw new MendableError("Which table? Give --table with the stack's output TableName, or --outputs.");
  return deployedTable({ outputs, table });
};

const addKey = async (options: Options, now: string): Promise<string> => {
  const name = options.name?.trim() ?? "";
  if (name === "" || name.length > 100) throw new MendableError("For which system? Give --name, such as --name CRM.");
  const { keyId, secret } = await addApiKey(tableOf(options), name, now);
  return `x-smarketing-key: ${keyId}\nsecret: ${secret}\nThe secret is shown this once: hand it over on a safe way.`;
};

const listKeys = async (options: Options): Promise<string> => {
  const all = await listApiKeys(tableOf(options));
  if (all.length === 0) return "There is no key: make one with npm run keys -- api add --name NAME.";
  return all.map(({ keyId, name, createdAt }) => `${keyId}  ${createdAt}  ${name}`).join("\n");
};

const retireKey = async (options: Options, keyId: string | undefined): Promise<string> => {
  if (keyId === undefined) throw new MendableError("Which key? Give its id, as npm run keys -- api list shows it.");
  if (await retireApiKey(tableOf(options), keyId)) return `${keyId} is retired: requests signed with it are refused.`;
  throw new MendableError(`There is no key ${keyId}; npm run keys -- api list shows those in use.`);
};

const listLinkKeys = async (options: Options): Promise<string> => {
  const all = await listSigningKeys(tableOf(options));
  if (all.length === 0) return "There is no key yet: the first link makes it.";
  return all.map(({ keyId, createdAt }, i) => `${keyId}  ${createdAt ?? "?"}${i === 0 ? "  signs" : ""}`).join("\n");
};

const rotate = async (options: Options, now: string): Promise<string> => {
  const table = tableOf(options);
  const plan = planRotation(await listSigningKeys(table), linksEndBy(options));
  const [living] = stillLiving(plan, now);
  if (living !== undefined && options.force !== true) {
    const { keyId, linksMayLiveUntil = "nobody knows when" } = living;
    throw new MendableError(
      `Nothing was changed: links signed with key ${keyId}, which this would drop, may live until ${linksMayLiveUntil}; --force drops it all the same.`,
    );
  }
  if (!(await rotateSigningKeys(table, plan, now)))
    throw new MendableError("Nothing was changed: somebody else has rotated in the same moment.");
  const dropped = plan.drops.map(({ keyId }) => keyId).join(", ");
  return `Key ${plan.next} signs from now on.${dropped === "" ? "" : ` Dropped: ${dropped}.`}`;
};

/** A function may sign with the key it knows for some minutes more. */
const linksEndBy = ({ agreement: file = "agreement.yaml" }: Options) => {
  const loaded = loadAgreement(file);
  if (!loaded.ok) throw new MendableError(formatProblems(loaded.problems));
  const { agreement } = loaded;
  return (signedAt: string): string =>
    addDuration(
      new Date(Date.parse(signedAt) + refreshAfterMillis).toISOString(),
      agreement.terms.team.linksLive,
      calendarOf(agreement),
    );
};

const run = async (options: Options): Promise<string> => {
  const now = new Date().toISOString();
  const [kind, command, id, ...rest] = options.words;
  if (options.help === true) return usage;
  switch (rest.length > 0 ? "" : `${kind} ${command}`) {
    case "api add":
      return addKey(options, now);
    case "api list":
      return listKeys(options);
    case "api retire":
      return retireKey(options, id);
    case "links list":
      return listLinkKeys(options);
    case "links rotate":
      return rotate(options, now);
    default:
      throw new MendableError("What shall be done? npm run keys -- --help shows the commands.");
  }
};

try {
  console.log(await run(typed()));
} catch (error) {
  console.error(error instanceof MendableError ? error.message : `It could not be done. ${error}`);
  process.exitCode = 1;
}
