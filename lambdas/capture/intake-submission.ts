import { createHash, randomBytes, randomUUID } from "node:crypto";
import { keepAside } from "../adapters/dynamo-kept-aside.ts";
import { sign } from "../adapters/dynamo-references.ts";
import { type Fingerprint, seenBefore } from "../adapters/dynamo-submissions.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { log } from "../adapters/logger.ts";
import { limitsOf } from "../contract/agreed-limits.ts";
import { metricNames } from "../contract/metrics.ts";
import { asideOf } from "../domain/capture/kept-aside.ts";
import type { ParsedSubmission } from "../domain/capture/parse-submission.ts";
import type { CaptureDependencies } from "./capture-dependencies.ts";
import { countArrival } from "./count-arrival.ts";
import { storeForm } from "./store-form.ts";

/** How a form came. */
export type Arrival =
  /** By the open form. `network`: the hash of its sender's; `smokeId`: proved id of a smoke test, and of its lead. */
  | { readonly by: "form"; readonly network?: string | undefined; readonly smokeId?: string | undefined }
  /** From a system of ours: no limit of strangers counts. */
  | { readonly by: "bus" };

/**
 * One conditional write, and the sender's response: a reference that reveals nothing about the lead. A form that a
 * machine seems to have sent, or that is beyond a limit, gets the same response and is kept aside, without a lead.
 */
export const intakeSubmission = async (
  deps: CaptureDependencies,
  read: ParsedSubmission,
  correlationId: string,
  arrival: Arrival,
): Promise<string> => {
  const [at, { submission, bodyHash }] = [deps.now(), read];
  const referenceId = randomBytes(16).toString("base64url");
  const isSmoke = arrival.by === "form" && arrival.smokeId !== undefined;
  const isLimited = arrival.by === "form" && !isSmoke;
  const counts = isLimited ? await countArrival(deps, submission, arrival.network, at) : {};
  const aside = isSmoke ? undefined : asideOf(read.signs, counts, limitsOf(deps.agreement.terms).forms);
  if (aside === undefined) {
    const isAnswered = arrival.by !== "bus" && !isSmoke;
    const form = { submission, submissionId: randomUUID(), referenceId, at, correlationId, isLimited, isAnswered };
    const smokeId = isSmoke ? arrival.smokeId : undefined;
    return sign(deps.keyring, await storeForm(deps, { ...form, smokeId, fingerprints: fingerprintsOf(read) }));
  }
  // The same form again, because its response was lost: perhaps it was taken the first time.
  const earlier = await seenBefore(deps.table, { fingerprints: fingerprintsOf(read), at });
  if (earlier !== undefined) return sign(deps.keyring, earlier);
  log.warn("A form is kept aside", {
    code: "kept-aside",
    kind: aside.kind,
    signs: aside.signs.join(" "),
    submissionId: bodyHash,
    correlationId,
  });
  const network = arrival.by === "form" ? arrival.network : undefined;
  const form = { ...aside, submission, at, referenceId, bodyHash, network, correlationId };
  countOne(metricNames.formKeptAside);
  return sign(deps.keyring, await keepAside(deps.table, form, deps.agreement));
};

/**
 * The key is free text of the client: its hash bounds the size and keeps it out of the table's keys. It counts for one
 * e-mail address: a careless form that always sends the same key must not lose everyone but the first, nor get
 * another lead's reference.
 */
const fingerprintsOf = ({ bodyHash, idempotencyKey, submission }: ParsedSubmission): Fingerprint[] => [
  `BODY#${bodyHash}`,
  ...(idempotencyKey === undefined ? [] : [`KEY#${sha256(`${submission.email} ${idempotencyKey}`)}` as const]),
];

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
