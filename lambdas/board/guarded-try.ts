import type { Keyring } from "../adapters/dynamo-signing-keys.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { type Counted, forgiveTries, takeTry } from "../adapters/dynamo-tries.ts";
import { freeTries } from "../domain/board/session/tries.ts";
import { derivedReferenceId } from "../domain/reference/reference.ts";
import { hashedNetwork } from "../http/network.ts";

export interface GuardDependencies {
  readonly table: DynamoTable;
  readonly keyring: Keyring;
  readonly now: () => string;
}

/** `failed` counts; `passed` makes good what failed before; `neither` was no try, as when the directory is throttled. */
export type Verdict = "failed" | "passed" | "neither";

export type Guarded<T> =
  | { readonly is: "tried"; readonly outcome: T }
  | { readonly is: "wait"; readonly seconds: number };

/**
 * Makes a try to sign in, unless its caller has to wait: after failures the next one is not made at all, right or wrong, so
 * that it cannot lock the user in the directory. What fails counts for the user from this network, and for the network: a
 * caller cannot make another one wait.
 */
export const guardedTry = async <T>(
  { table, keyring, now }: GuardDependencies,
  { user, sender }: { readonly user: string; readonly sender: string | undefined },
  attempt: () => Promise<T>,
  judge: (outcome: T) => Verdict,
): Promise<Guarded<T>> => {
  const [key] = await keyring();
  const network = hashedNetwork(key, sender ?? "unknown");
  const all: Counted = { what: "NETWORK", by: network, free: freeTries.network };
  const own: Counted = {
    what: "SIGN-IN",
    by: derivedReferenceId(["sign-in", network, user], key),
    free: freeTries.pair,
  };
  const one = await takeTry(table, own, now());
  if (one.is === "wait") return one;
  const other = await takeTry(table, all, now());
  if (other.is === "wait") {
    await forgiveTries(table, own, 1);
    return other;
  }
  const end = async (verdict: Verdict): Promise<void> => {
    if (verdict === "failed") return;
    const made = verdict === "passed" ? one.count : 1;
    await Promise.all([forgiveTries(table, own, made), forgiveTries(table, all, made)]);
  };
  try {
    const outcome = await attempt();
    await end(judge(outcome));
    return { is: "tried", outcome };
  } catch (error) {
    await end("neither");
    throw error;
  }
};
