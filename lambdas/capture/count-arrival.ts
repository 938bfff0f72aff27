import { countForm, readFormCounts } from "../adapters/dynamo-limits.ts";
import { log } from "../adapters/logger.ts";
import { type Counts, countersOf } from "../domain/capture/form-limits.ts";
import type { Submission } from "../domain/capture/submission.ts";
import type { CaptureDependencies } from "./capture-dependencies.ts";

/**
 * Counts the form for its sender's network, the one write beside the one that stores it, and looks up how many forms its
 * address, its domain, its text and all together have had: those, the stream's reader counts. What cannot be counted
 * passes.
 */
export const countArrival = async (
  { table, agreement }: Pick<CaptureDependencies, "table" | "agreement">,
  { email, contact }: Submission,
  network: string | undefined,
  at: string,
): Promise<Counts> => {
  const counters = countersOf({ email, message: contact.message }, agreement.terms.company.personalMail);
  const [others, ofNetwork] = await Promise.all([
    passing(readFormCounts(table, counters, at), {}),
    network === undefined ? undefined : passing(countForm(table, { of: "network", sender: network }, at), undefined),
  ]);
  return ofNetwork === undefined ? others : { ...others, network: ofNetwork };
};

const passing = <T>(counting: Promise<T>, otherwise: T): Promise<T> =>
  counting.catch((error: unknown) => {
    log.warn("A form could not be counted, and passes", { code: "form-not-counted" }, error);
    return otherwise;
  });
