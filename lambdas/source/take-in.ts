import { createHash } from "node:crypto";
import { type Arrival, noteMailboxes, type Reading } from "../adapters/dynamo-arrivals.ts";
import { readSourceSecrets } from "../adapters/dynamo-source-secrets.ts";
import { fetchLead } from "../adapters/fetch-lead.ts";
import type { CaptureDependencies } from "../capture/capture-dependencies.ts";
import { captureRules } from "../capture/capture-rules-of.ts";
import { intakeEngagements } from "../capture/intake-engagements.ts";
import { intakeForm } from "../capture/intake-submission.ts";
import { lifetimes } from "../contract/limits.ts";
import { parseInstant } from "../domain/capture/instant.ts";
import { parseFields } from "../domain/capture/submission-fields.ts";
import { mailboxHash } from "../domain/nurture/asked-address.ts";
import type { Arrived } from "../domain/source/kind.ts";
import { type ArrivedForm, sentByTool } from "../domain/source/map-answers.ts";
import type { UnreadReason } from "../domain/source/unread.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import type { KnownSource, SourceDependencies } from "./source-dependencies.ts";

export interface ReaderDependencies extends CaptureDependencies, SourceDependencies {
  /** Stands in for the hosts that leads are fetched from, in tests. */
  readonly toolsOrigin?: string | undefined;
}

/** What became of one thing that a form tool has sent. */
export type Taken = Reading;

/** Which arrival it is of, and a name that no other thing has, for tools that give none. */
interface Of {
  readonly arrival: Arrival;
  /** The mailboxes by which an erasure finds it already. */
  readonly noted: ReadonlySet<string>;
  readonly name: string;
}

export const nothing: Taken = { accepted: 0, aside: 0, tests: 0, engagements: 0 };
const failed = (because: UnreadReason, detail?: string): Taken => ({ ...nothing, because, detail });

/** Takes in one thing that a form tool has sent: the same one again is not taken in twice. */
export const takeIn = async (
  deps: ReaderDependencies,
  known: KnownSource,
  arrived: Arrived,
  of: Of,
): Promise<Taken> => {
  switch (arrived.what) {
    case "nothing":
      return nothing;
    case "unread":
      return failed(arrived.because);
    case "form":
      return takeForm(deps, known, arrived, of);
    case "engagement":
      return takeEngagement(deps, known, arrived, of);
    case "lead-id":
      return takeById(deps, known, arrived, of);
  }
};

const takeForm = async (
  deps: ReaderDependencies,
  { source }: KnownSource,
  form: ArrivedForm,
  { arrival, name, noted }: Of,
): Promise<Taken> => {
  const rules = captureRules(deps);
  const sent = sentByTool(form, source, rules.ownFields);
  const read = parseFields(sent, { ...rules, defaultLanguage: source.language ?? rules.defaultLanguage });
  if (!read.ok) return failed("no-email", read.problems.map(({ field }) => field).join(", "));
  if (form.isTest === true) return { ...nothing, tests: 1 };
  await noteMailboxes(deps.table, arrival, [mailboxHash(read.submission.email)], noted);
  const { id: sourceId, origin } = source;
  const submission = { ...read.submission, sourceId, origin, ...(form.did !== undefined && { did: form.did }) };
  const taken = await intakeForm(
    deps,
    { ok: true, submission, bodyHash: read.bodyHash, signs: read.signs, wants: "json" },
    arrival.correlationId,
    {
      by: "source",
      toolId: `${sourceId} ${form.id ?? name}`,
      // What an earlier turn has taken in is a repeat in this one.
      name: `${name}.${arrival.turn}`,
      sentAt: sentAt(form.at, arrival.at),
    },
  );
  switch (taken.is) {
    case "stored":
      return { ...nothing, accepted: 1 };
    case "kept-aside":
      return { ...nothing, aside: 1 };
    case "repeat":
      return nothing;
  }
};

/** The tool's own time, as far back as what it sends is kept: a queue of its own may have held it up. */
const sentAt = (told: string | undefined, arrivedAt: string): string => {
  const at = parseInstant(told);
  const isMeant = at !== undefined && at <= arrivedAt && Date.parse(arrivedAt) - Date.parse(at) <= oldest;
  return isMeant ? at : arrivedAt;
};
const oldest = elapsedMillis(lifetimes.arrival);

const takeEngagement = async (
  deps: ReaderDependencies,
  { source }: KnownSource,
  { id, at, visitorId, did }: Extract<Arrived, { what: "engagement" }>,
  { arrival, name }: Of,
): Promise<Taken> => {
  const engagementId = createHash("sha256")
    .update(JSON.stringify([source.id, id ?? name]))
    .digest("base64url");
  const engagement = { engagementId, ...did, at: sentAt(at, arrival.at) };
  await intakeEngagements(deps, { ok: true, visitorId, engagements: [engagement] }, arrival.correlationId);
  return { ...nothing, engagements: 1 };
};

/** Milliseconds for which a tool that does not answer is asked again by the queue, before people hear of it. */
const askedFor = 10 * 60_000;

const takeById = async (
  deps: ReaderDependencies,
  known: KnownSource,
  { id, at, isTest }: Extract<Arrived, { what: "lead-id" }>,
  of: Of,
): Promise<Taken> => {
  const { fetching } = known.kind;
  if (fetching === undefined) throw new Error(`${known.kind.name} sends ids and says not how to fetch leads`);
  const now = deps.now();
  const tokens = await readSourceSecrets(deps.table, known.source.id, "token", deps.decrypt);
  const valid = tokens.filter(({ until }) => until === undefined || now < until);
  if (valid.length === 0) return failed("no-token");
  let fault: Taken = failed("token-refused");
  for (const { secret = "" } of valid) {
    const fetched = await fetchLead(fetching, deps.toolsOrigin ?? fetching.origin, id, secret);
    if (fetched.ok) {
      const read = fetching.read(fetched.json, id);
      if (!read.ok) return failed(read.because);
      return takeAll(deps, known, read.arrived, { id, at, isTest }, of);
    }
    const asked = Date.parse(of.arrival.askedAt ?? of.arrival.at);
    if (fetched.fault === "passing" && Date.parse(now) - asked < askedFor)
      throw Object.assign(new Error(`${known.kind.name} does not give a lead: it is asked again`), {
        name: "ToolUnreachableError",
      });
    fault = failed(reasons[fetched.fault], fetched.status === undefined ? undefined : String(fetched.status));
  }
  return fault;
};

const reasons = { token: "token-refused", gone: "lead-gone", passing: "tool-unreachable" } as const;

/** A fetched lead is a form, with the id by which it was fetched. */
const takeAll = async (
  deps: ReaderDependencies,
  known: KnownSource,
  arrived: readonly Arrived[],
  { id, at, isTest }: Pick<Extract<Arrived, { what: "lead-id" }>, "id" | "at" | "isTest">,
  of: Of,
): Promise<Taken> => {
  const forms = arrived.flatMap((each) => (each.what === "form" ? [each] : []));
  const [form] = forms;
  if (form === undefined || forms.length > 1) return failed("other-shape");
  return takeForm(deps, known, { ...form, id, at: form.at ?? at, isTest: form.isTest ?? isTest }, of);
};
