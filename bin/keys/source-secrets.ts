import { randomBytes } from "node:crypto";
import { addSourceSecret, readSecretFacts, retireSourceSecret } from "../../lambdas/adapters/dynamo-source-secrets.ts";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import type { Encrypt } from "../../lambdas/adapters/kms-cipher.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import type { Source } from "../../lambdas/contract/sources.ts";
import { kinds } from "../../lambdas/domain/source/kinds/index.ts";
import type { SecretUse } from "../../lambdas/domain/source/prove.ts";
import { CommandError } from "../frame/errors.ts";

/** @throws {CommandError} that names those that there are */
export const sourceNamed = ({ terms: { sources = [] } }: Agreement, id: string): Source => {
  const source = sources.find((each) => each.id === id);
  if (source !== undefined) return source;
  const known = sources.length === 0 ? "it has none" : `it has ${sources.map((each) => each.id).join(", ")}`;
  throw new CommandError(`The agreement has no source "${id}": ${known}.`);
};

interface ToAdd {
  readonly use: SecretUse;
  readonly until: string | undefined;
  /** The one that the tool has made; a new one is made without it. */
  readonly secret: string | undefined;
  readonly encrypt: Encrypt;
  readonly address: string | undefined;
  readonly now: string;
}

/** What is only to be recognised is kept by its hash; what signatures are made with, and tokens, encrypted. */
export const addToSource = async (
  table: DynamoTable,
  { id, kind: kindId }: Source,
  { use, until, secret: given, encrypt, address, now }: ToAdd,
): Promise<string> => {
  const { proof, fetching, challenge, name } = kinds[kindId];
  if (use === "token" && fetching === undefined)
    throw new CommandError(`${name} sends whole leads: a source of this kind needs no token.`);
  if (use === "token" && given === undefined)
    throw new CommandError(`${name} makes the token: give it by --secret-from FILE, or --secret-from - to type it in.`);
  if (use === "challenge" && challenge === undefined)
    throw new CommandError(`${name} asks no question: a source of this kind needs a secret for proof only.`);
  const secret = given ?? randomBytes(secretBytes).toString("base64url");
  const isRecognised = use === "proof" && proof.by !== "signed";
  const secretId = await addSourceSecret(table, {
    sourceId: id,
    use,
    secret,
    until,
    createdAt: now,
    encrypt: isRecognised ? undefined : encrypt,
  });
  const base = `${address ?? "ApiUrl"}/sources/${id}`;
  const lines = [
    `${secretId} of ${id} (${name}), for ${use}${until === undefined ? "" : `, until ${until}`}.`,
    `address: ${use === "proof" && proof.by === "address" ? `${base}/${secret}` : base}`,
    ...(given === undefined ? [`secret: ${secret}`, "The secret is shown this once: enter it in the tool."] : []),
    ...(use === "proof" ? [howProved[proof.by]] : []),
  ];
  return lines.join("\n");
};

const secretBytes = 32;

const howProved = {
  signed: "The tool signs with it: enter it where the tool asks for a signing secret.",
  header: 'The tool sends it: set the header "authorization" to "Bearer" and the secret.',
  address:
    "The address ends with it, since this tool can neither sign nor set a header: who knows the address can post.",
} as const;

export const listOfSource = async (table: DynamoTable, { id }: Source, now: string): Promise<string> => {
  const facts = await readSecretFacts(table, id);
  if (facts.length === 0) return `${id} has no secret: make one with npm run keys -- source add ${id}.`;
  return facts
    .map(({ secretId, use, createdAt, until }) => {
      const ends = until === undefined ? "for ever" : `${until <= now ? "EXPIRED" : "until"} ${until}`;
      return `${secretId}  ${use}  ${createdAt}  ${ends}`;
    })
    .join("\n");
};

export const retireOfSource = async (table: DynamoTable, id: string, secretId: string): Promise<string> => {
  if (await retireSourceSecret(table, id, secretId))
    return `${secretId} of ${id} is retired: it proves nothing any more.`;
  throw new CommandError(`${id} has no secret ${secretId}; npm run keys -- source list ${id} shows those in use.`);
};
