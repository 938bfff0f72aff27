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
type Channel =
  /** By the open form. `network`: the hash of its sender's; `smokeId`: proved id of a smoke test, and of its lead. */
  | { readonly by: "form"; readonly network?: string | undefined; readonly smokeId?: string | undefined }
  /**
   * By a form tool. `toolId`: names what it has sent, within all sources; `name`: of this one delivery, the same when the queue
   * brings it again; `sentAt`: by the tool's own clock.
   */
  | { readonly by: "source"; readonly toolId: string; readonly name: string; readonly sentAt?: string | undefined }
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
  channel: Channel,
): Promise<string> => sign(deps.keyring, (await intakeForm(deps, read, correlationId, channel)).referenceId);

/** A delivery of a form tool keeps its own, so that what is read twice is not taken for what came twice. */
const referenceOf = (channel: Channel): string =>
  channel.by === "source"
    ? createHash("sha256").update(channel.name).digest("base64url").slice(0, 22)
    : randomBytes(16).toString("base64url");

/** What became of a form; `repeat`: it had come before. */
export interface FormTaken {
  readonly referenceId: string;
  readonly is: "stored" | "kept-aside" | "repeat";
}

/** The same, for a sender who gets no reference. */
export const intakeForm = async (
  deps: CaptureDependencies,
  read: ParsedSubmission,
  correlationId: string,
  channel: Channel,
): Promise<FormTaken> => {
  const [now, { submission, bodyHash }] = [deps.now(), read];
  const at = channel.by === "source" ? (channel.sentAt ?? now) : now;
  const referenceId = referenceOf(channel);
  const smokeId = channel.by === "form" ? channel.smokeId : undefined;
  const isLimited = channel.by !== "bus" && smokeId === undefined;
  const network = channel.by === "form" ? channel.network : undefined;
  const fingerprints = fingerprintsOf(read, channel);
  const counts = isLimited ? await countArrival(deps, submission, network, now) : {};
  const aside = smokeId === undefined ? asideOf(read.signs, counts, limitsOf(deps.agreement.terms).forms) : undefined;
  if (aside === undefined) {
    // Every form but a system's, or a smoke test's, may be a stranger's, and its sender is written to.
    const isAnswered = isLimited;
    const form = { submission, submissionId: randomUUID(), referenceId, at, correlationId, isLimited, isAnswered };
    const stored = await storeForm(deps, { ...form, smokeId, fingerprints });
    return { referenceId: stored, is: stored === referenceId ? "stored" : "repeat" };
  }
  // The same form again, because its response was lost: perhaps it was taken the first time.
  const earlier = await seenBefore(deps.table, { fingerprints, at: now });
  if (earlier !== undefined) return { referenceId: earlier, is: "repeat" };
  log.warn("A form is kept aside", {
    code: "kept-aside",
    kind: aside.kind,
    signs: aside.signs.join(" "),
    submissionId: bodyHash,
    correlationId,
  });
  const form = { ...aside, submission, at, referenceId, bodyHash, network, correlationId };
  countOne(metricNames.formKeptAside);
  const kept = await keepAside(deps.table, form, deps.agreement);
  return { referenceId: kept, is: kept === referenceId ? "kept-aside" : "repeat" };
};

/**
 * The key and a tool's id are free text of the client: their hash bounds the size and keeps them out of the table's keys. They
 * count for one e-mail address: a careless form that always sends the same key, or a source whose `id` is that of the form,
 * must not lose everyone but the first, nor get another lead's reference.
 */
const fingerprintsOf = (
  { bodyHash, idempotencyKey, submission }: ParsedSubmission,
  channel: Channel,
): Fingerprint[] => [
  `BODY#${bodyHash}`,
  ...(channel.by === "source" ? [`TOOL#${sha256(`${submission.email} ${channel.toolId}`)}` as const] : []),
  ...(idempotencyKey === undefined ? [] : [`KEY#${sha256(`${submission.email} ${idempotencyKey}`)}` as const]),
];

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
