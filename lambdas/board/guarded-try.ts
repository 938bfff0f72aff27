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

/** Who tries: the user that is meant, and the address that it comes from. */
export interface Tried {
  readonly user: string;
  readonly sender: string | undefined;
}

/** `failed` counts; `passed` makes good what failed before; `neither` was no try, or is not all of one. */
export type Verdict = "failed" | "passed" | "neither";

export type Guarded<T> = T | { readonly is: "wait"; readonly seconds: number };

/** What a try counts for: the user from this network, and the network, whoever it tries. */
const countedOf = async ({ keyring }: GuardDependencies, { user, sender }: Tried): Promise<readonly Counted[]> => {
  const [key] = await keyring();
  const network = hashedNetwork(key, sender ?? "unknown");
  return [
    { what: "SIGN-IN", by: derivedReferenceId(["sign-in", network, user], key), free: freeTries.pair },
    { what: "NETWORK", by: network, free: freeTries.network },
  ];
};

/**
 * Makes a try to sign in, unless its caller has to wait: after failures the next one is not made at all, right or wrong, so
 * that it cannot lock the user in the directory. A caller cannot make another one wait.
 */
export const guardedTry = async <T>(
  deps: GuardDependencies,
  tried: Tried,
  attempt: () => Promise<T>,
  judge: (outcome: T) => Verdict,
): Promise<Guarded<T>> =>
  countedTry(deps, await countedOf(deps, tried), attempt, async (outcome) => {
    const verdict = judge(outcome);
    if (verdict === "passed") await forgetFailures(deps, tried);
    return verdict;
  });

/** Tries a code of the second factor: whoever gets so far has the password, so that these count for the user alone. */
export const guardedCode = async <T>(
  deps: GuardDependencies,
  user: string,
  attempt: () => Promise<T>,
  judge: (outcome: T) => Verdict,
): Promise<Guarded<T>> => {
  const [key] = await deps.keyring();
  const codes: Counted = { what: "CODE", by: derivedReferenceId(["code", user], key), free: freeTries.code };
  return countedTry(deps, [codes], attempt, async (outcome) => {
    const verdict = judge(outcome);
    if (verdict === "passed") await forgiveTries(deps.table, codes, Number.POSITIVE_INFINITY);
    return verdict;
  });
};

/** A whole sign-in makes good what had failed for the user from this network; so much less has failed from the network. */
export const forgetFailures = async (deps: GuardDependencies, tried: Tried): Promise<void> => {
  let made = Number.POSITIVE_INFINITY;
  for (const counted of await countedOf(deps, tried)) made = await forgiveTries(deps.table, counted, made);
};

const countedTry = async <T>(
  { table, now }: GuardDependencies,
  all: readonly Counted[],
  attempt: () => Promise<T>,
  judge: (outcome: T) => Promise<Verdict>,
): Promise<Guarded<T>> => {
  const taken: Counted[] = [];
  const giveBack = () => Promise.all(taken.map((counted) => forgiveTries(table, counted, 1)));
  for (const counted of all) {
    const one = await takeTry(table, counted, now());
    if (one.is === "wait") {
      await giveBack();
      return one;
    }
    taken.push(counted);
  }
  try {
    const outcome = await attempt();
    if ((await judge(outcome)) === "neither") await giveBack();
    return outcome;
  } catch (error) {
    await giveBack();
    throw error;
  }
};
