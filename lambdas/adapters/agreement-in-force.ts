import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { limits } from "../contract/limits.ts";
import { whenNeeded } from "../contract/start-light.ts";
import { idOfCompiled } from "../domain/agreement/terms-id.ts";
import {
  CompiledSchema,
  type InForce,
  type InForceVersion,
  readCompiled,
  readInForce,
  versionAt,
} from "./dynamo-agreement-in-force.ts";
import { type DynamoTable, openTable } from "./dynamo-table.ts";
import { bindAtStart, clock, environmentOf, fileBeside } from "./lambda-runtime.ts";
import { log } from "./logger.ts";

/** Gives the agreement that is in force now. */
export type AgreementReader = () => Promise<Agreement>;

/** The agreement that was compiled into this deployment. */
export interface Deployed {
  readonly agreement: Agreement;
  /** Begins the id of its terms. */
  readonly id: string;
}

/**
 * The version in force, from memory; which one that is, is looked up when the last look is older than
 * `limits.agreementLookSeconds`. A version that is to come is known before it holds, and holds from its instant on
 * without a look: it is signed for an instant that lies further ahead than that. Until the first one is in force, and
 * whenever it is the very one in force, the deployment's own is taken. When the table does not say which one holds, the
 * last answer counts; without any, it throws.
 */
export const agreementReader = (table: DynamoTable, deployed: () => Deployed, now: () => string): AgreementReader => {
  let known: { readonly inForce: InForce | undefined; readonly at: number } | undefined;
  let held: { readonly termsId: string; readonly agreement: Agreement } | undefined;
  const look = async (): Promise<InForce | undefined> => {
    const at = Date.parse(now());
    if (known !== undefined && at - known.at < limits.agreementLookSeconds * 1000) return known.inForce;
    try {
      known = { inForce: await readInForce(table), at };
    } catch (error) {
      if (known === undefined) throw error;
      log.warn("Which agreement is in force cannot be read: the last one counts", { code: "agreement-unread" }, error);
    }
    return known.inForce;
  };
  const termsOf = async ({ termsId, number, since }: InForceVersion): Promise<Agreement> => {
    const { agreement, id } = deployed();
    const terms = termsId.startsWith(`${id}-`) ? agreement : await readCompiled(table, termsId);
    return { ...terms, number, since };
  };
  return async () => {
    const inForce = await look();
    if (inForce === undefined) return deployed().agreement;
    const version = versionAt(inForce, now());
    if (held?.termsId !== version.termsId || held.agreement.number !== version.number)
      held = { termsId: version.termsId, agreement: await termsOf(version) };
    return held.agreement;
  };
};

/** The agreement's file beside the bundle. */
const deployed = whenNeeded((): Deployed => {
  const file = fileBeside("agreement.json").toString();
  return { agreement: CompiledSchema.parse(JSON.parse(file)), id: idOfCompiled(file) };
});

/**
 * Binds a handler that works by the agreement, as `bindAtStart` binds others: each call works by one version, the one in
 * force when it begins.
 * @param start makes once what all calls share, and returns what it becomes with an agreement
 * @param unread what a call becomes when nobody knows which agreement is in force, beside the deployment's own. @default the
 * error is the caller's
 */
export const bindInForce = <D, E extends unknown[], R>(
  start: () => (agreement: Agreement) => D,
  handlerOf: (deps: D) => (...event: E) => Promise<R>,
  unread?: (error: unknown, deployed: Agreement) => (...event: E) => Promise<R>,
): ((...event: E) => Promise<R>) | undefined =>
  bindAtStart(() => {
    const withAgreement = start();
    const inForce = agreementReader(openTable(environmentOf(environments.table).TABLE_NAME), deployed, clock);
    let bound: { readonly agreement: Agreement; readonly handler: (...event: E) => Promise<R> } | undefined;
    return async (...event: E) => {
      const read = await inForce().catch((error: unknown) => ({ error }));
      if ("error" in read) {
        if (unread === undefined) throw read.error;
        return unread(read.error, deployed().agreement)(...event);
      }
      if (bound?.agreement !== read) bound = { agreement: read, handler: handlerOf(withAgreement(read)) };
      return bound.handler(...event);
    };
  });
