import { createHash } from "node:crypto";
import { headerOf } from "../http/http.ts";
import { isSame } from "./hmac.ts";
import type { Proof, ProofFault, ToolRequest } from "./kind.ts";

/** A secret of a source as it is stored: signatures need the secret itself, of all others the hash is enough. */
export interface SourceSecret {
  readonly secretId: string;
  /** `proof`: the tool proves itself by it; `challenge`: we do; `token`: leads are fetched with it. */
  readonly use: SecretUse;
  readonly secret?: string | undefined;
  readonly hash?: string | undefined;
  /** From this instant on it proves nothing. */
  readonly until?: string | undefined;
}

export const secretUses = ["proof", "challenge", "token"] as const;
export type SecretUse = (typeof secretUses)[number];

/** As a secret is stored that only has to be recognised: it is random and long, so that nobody finds it by its hash. */
export const secretHash = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Who sent it: the source's tool, by one of its secrets; of several faults the one that says most. */
export const prove = (
  proof: Proof,
  request: ToolRequest,
  inAddress: string | undefined,
  secrets: readonly SourceSecret[],
  now: string,
): "right" | ProofFault => {
  const valid = secrets.filter(({ use, until }) => use === "proof" && (until === undefined || now < until));
  const results = valid.map((secret) => provedBy(proof, request, inAddress, secret, now));
  return (["right", "old", "wrong"] as const).find((result) => results.includes(result)) ?? "missing";
};

const provedBy = (
  proof: Proof,
  request: ToolRequest,
  inAddress: string | undefined,
  { secret, hash }: SourceSecret,
  now: string,
): "right" | ProofFault => {
  if (proof.by === "signed") return secret === undefined ? "missing" : proof.check(request, secret, now);
  const given = proof.by === "address" ? inAddress : bearer(request);
  if (given === undefined) return "missing";
  return isSame(secretHash(given), hash ?? secretHash(secret ?? "")) ? "right" : "wrong";
};

const bearer = ({ headers }: ToolRequest): string | undefined =>
  /^bearer\s+(\S+)$/i.exec(headerOf({ headers }, "authorization") ?? "")?.[1];
