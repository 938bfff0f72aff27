import type { AgreementTerms } from "../../contract/agreement.ts";
import { limits } from "../../contract/limits.ts";
import type { MappingRule, Source } from "../../contract/sources.ts";
import type { CaptureRules } from "../capture/capture-rules.ts";
import type { Arrived, Did, NothingReason, ToolRequest } from "./kind.ts";
import { kinds } from "./kinds/index.ts";
import { type NeverMatching, neverMatching } from "./never-matching.ts";
import { type TriedForm, tryForm } from "./try-form.ts";
import type { UnreadReason } from "./unread.ts";

/** What would become of a request: nothing is kept, fetched or sent. */
export type Tried =
  | { readonly ok: true; readonly things: readonly TriedThing[] }
  | { readonly ok: false; readonly because: UnreadReason };

/** What would become of one thing in it. */
export type TriedThing =
  | (TriedForm & {
      readonly what: "form";
      readonly unused: readonly MappingRule[];
      readonly never: readonly NeverMatching[];
    })
  /** `counts`: it is a kind of event of the agreement. */
  | { readonly what: "engagement"; readonly did: Did; readonly counts: boolean }
  /** The lead would be fetched, which a try does not do. */
  | { readonly what: "lead-id"; readonly isTest: boolean }
  | { readonly what: "nothing"; readonly because: NothingReason }
  | { readonly what: "unread"; readonly because: UnreadReason };

type Terms = Pick<AgreementTerms, "personas" | "familiarity" | "fields">;

/** Walks a request of a form tool through what the pipeline does with it. */
export const tryRequest = async (
  request: ToolRequest,
  source: Source,
  terms: Terms,
  rules: CaptureRules,
): Promise<Tried> => {
  const reading = await kinds[source.kind].read(request, source);
  if (!reading.ok) return reading;
  if (reading.arrived.length > limits.arrivedAtOnce) return { ok: false, because: "too-many" };
  return { ok: true, things: reading.arrived.map((arrived) => triedThing(arrived, source, terms, rules)) };
};

const triedThing = (arrived: Arrived, source: Source, terms: Terms, rules: CaptureRules): TriedThing => {
  switch (arrived.what) {
    case "nothing":
    case "unread":
      return arrived;
    case "engagement": {
      const { did } = arrived;
      return { what: "engagement", did, counts: terms.familiarity.some(({ kind }) => kind === did.kind) };
    }
    case "lead-id":
      return { what: "lead-id", isTest: arrived.isTest === true };
    case "form": {
      const form = tryForm(arrived, source, rules);
      return { what: "form", ...form, never: neverMatching(terms.personas, form.asked) };
    }
  }
};
