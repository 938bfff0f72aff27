import {
  type InForce,
  type InForceVersion,
  inForceWrite,
  keepTerms,
  readInForce,
  readTerms,
  versionAt,
} from "../adapters/dynamo-agreement-in-force.ts";
import { readAgreementVersions, removeVersion, versionWrite } from "../adapters/dynamo-agreement-versions.ts";
import { type DynamoTable, transact } from "../adapters/dynamo-table.ts";
import { beginWalk } from "../adapters/dynamo-walks.ts";
import { log } from "../adapters/logger.ts";
import { compileText } from "../agreement/compile-text.ts";
import { formatProblems } from "../agreement/problem.ts";
import type { KeptTerms } from "../contract/agreement-explained.ts";
import { limits } from "../contract/limits.ts";
import { newWalk } from "../domain/agreement/walk/walk.ts";

export interface AdoptDependencies {
  readonly table: DynamoTable;
  readonly now: () => string;
  /** Makes a proposal of the deployment's agreement, once. @returns its id */
  readonly propose: (terms: KeptTerms, base: InForceVersion) => Promise<string>;
}

/** What became of the agreement that a deployment brought. */
export type Adopted =
  | { readonly is: "in-force"; readonly version: InForceVersion }
  | { readonly is: "unchanged"; readonly version: InForceVersion }
  | { readonly is: "proposed"; readonly version: InForceVersion; readonly proposalId: string };

/** More than a company agrees on in its life. */
const mostVersions = 1000;

/** So often another writer may be faster. */
const tries = 5;

/**
 * What a deployment does with the agreement that it brings. Until both departments have signed one on the board, the
 * file is what they agreed, and comes into force. Afterwards only they decide: another file becomes a proposal, and the
 * signed version is compiled again by this release's rules. The same deployment again changes nothing.
 */
export const adopt = async (deps: AdoptDependencies, brought: KeptTerms): Promise<Adopted> => {
  for (let i = 0; i < tries; i++) {
    const adopted = await tryToAdopt(deps, brought);
    if (adopted !== undefined) return adopted;
  }
  throw new Error(`the agreement in force was changed ${tries} times while this deployment looked at it`);
};

const tryToAdopt = async (deps: AdoptDependencies, brought: KeptTerms): Promise<Adopted | undefined> => {
  const { table, now } = deps;
  const inForce = await readInForce(table);
  if (inForce === undefined) return comesFirst(deps, brought);
  const at = now();
  const current = versionAt(inForce, at);
  const { version } = brought.agreement;
  if (current.version === version) return stays(deps, { inForce, current }, brought);
  if (inForce.next?.version === version) return { is: "unchanged", version: inForce.next };
  const isSigned = current.signed === true || inForce.next?.signed === true;
  if (!isSigned) return replaces(deps, { inForce, current }, brought);
  const again = await compiledAgain(table, current);
  const kept = again === undefined ? { version: current } : await stays(deps, { inForce, current }, again);
  if (kept === undefined) return undefined;
  return { is: "proposed", version: kept.version, proposalId: await deps.propose(brought, kept.version) };
};

/** The first that the table keeps so; a release before has stored versions without naming the one in force. */
const comesFirst = async ({ table, now }: AdoptDependencies, brought: KeptTerms): Promise<Adopted | undefined> => {
  const [newest, ...older] = await readAgreementVersions(table, mostVersions);
  const { version } = brought.agreement;
  const termsId = await keepTerms(table, brought);
  const isNewest = newest?.version === version;
  const number = (newest === undefined ? 0 : older.length + 1) + (isNewest ? 0 : 1);
  const current = { number, version, since: isNewest ? newest.since : now(), termsId };
  const { done } = await transact(table, [
    inForceWrite(table, undefined, { current }),
    ...(isNewest ? [] : [versionWrite(table, brought.agreement, current)]),
  ]);
  return done ? { is: "in-force", version: current } : undefined;
};

/** The functions know it before it holds. One that another file brought, and that does not hold yet, never will. */
const replaces = async (
  { table, now }: AdoptDependencies,
  { inForce, current }: { readonly inForce: InForce; readonly current: InForceVersion },
  brought: KeptTerms,
): Promise<Adopted | undefined> => {
  const since = new Date(Date.parse(now()) + limits.agreementNoticeSeconds * 1000).toISOString();
  const termsId = await keepTerms(table, brought);
  const ahead = inForce.next !== undefined && inForce.next.number > current.number ? [inForce.next] : [];
  const next = { number: current.number + 1, version: brought.agreement.version, since, termsId };
  const { done } = await transact(table, [
    inForceWrite(table, inForce, { current, next }),
    beginWalk(table, newWalk(next.number, { from: current.termsId, to: termsId, since })),
    ...ahead.map(({ since: then }) => removeVersion(table, then)),
    versionWrite(table, brought.agreement, next),
  ]);
  return done ? { is: "in-force", version: next } : undefined;
};

/** The same terms; compiled or written otherwise they are kept so. */
const stays = async (
  { table }: Pick<AdoptDependencies, "table">,
  { inForce, current }: { readonly inForce: InForce; readonly current: InForceVersion },
  terms: KeptTerms,
): Promise<Adopted | undefined> => {
  const termsId = await keepTerms(table, terms);
  if (termsId === current.termsId) return { is: "unchanged", version: current };
  const kept = { ...current, termsId };
  const isNext = inForce.next?.number === current.number;
  const parts = isNext ? { current: kept } : { current: kept, next: inForce.next };
  const { done } = await transact(table, [inForceWrite(table, inForce, parts)]);
  return done ? { is: "unchanged", version: kept } : undefined;
};

/** `undefined`: this release does not read it any more, and its functions go on with what the release before compiled. */
const compiledAgain = async (table: DynamoTable, { version, termsId }: InForceVersion) => {
  const { text } = await readTerms(table, termsId);
  const compiled = compileText(text);
  if (compiled.ok && compiled.terms.agreement.version === version) return compiled.terms;
  const why = compiled.ok ? `it becomes ${compiled.terms.agreement.version}` : formatProblems(compiled.problems);
  log.error(
    "The signed agreement does not compile to itself any more",
    { code: "agreement-not-compiled", version },
    new Error(why),
  );
  return undefined;
};
