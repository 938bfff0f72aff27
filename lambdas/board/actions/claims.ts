import type * as z from "zod/mini";
import { decisionWrite } from "../../adapters/dynamo-decisions.ts";
import { replaceLead, signal } from "../../adapters/dynamo-leads.ts";
import { transact } from "../../adapters/dynamo-table.ts";
import type { actionBodies } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { afterConfirming, afterDismissing, factsOf, isFactField, openClaim } from "../../domain/lead/claims.ts";
import type { Claim, Lead } from "../../domain/lead/lead.ts";
import { ownField } from "../../domain/score/fact.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { notNow, unfit } from "../../views/board/action-problems.ts";
import { sayValue } from "../../views/page/claim-lines.ts";
import { sayWhy } from "../../views/story/why.ts";
import { type BoardAction, type Doing, done } from "./lead-action.ts";

type Asked = z.infer<(typeof actionBodies)["take-over"]>;

/** A colleague takes over what a form said of a known lead: it counts from now on, by their word. */
export const takeOver = (asked: Asked): BoardAction => ({
  action: "take-over",
  version: asked.version,
  doneBefore: async (doing) => {
    const { field, submissionId } = asked;
    const taken = factsOf(doing.lead, field)?.find(({ form, id }) => form === submissionId && id === doing.by);
    return taken && sayDecided(doing, "taken-over", { field, value: taken.value });
  },
  act: (doing) =>
    decide(doing, asked, (claim, at) => {
      const { field, value, submissionId } = claim;
      // A field of an earlier agreement is nobody's to fill any more.
      if (!isFactField(field) && ownField(field, doing.deps.agreement.terms.fields) === undefined) return undefined;
      const source = { from: "colleague", id: doing.by, at, form: submissionId } as const;
      const held = afterConfirming(doing.lead, field, value, source);
      return { lead: { ...doing.lead, ...held }, verdict: "taken-over" };
    }),
});

/** A colleague does not believe it, or does not need it: the same is not shown again. */
export const dismiss = (asked: Asked): BoardAction => ({
  action: "dismiss",
  version: asked.version,
  doneBefore: async (doing) => {
    const { field, submissionId } = asked;
    const dismissed = doing.lead.claims?.find(
      (claim) => claim.field === field && claim.submissionId === submissionId && claim.dismissedBy === doing.by,
    );
    return dismissed && sayDecided(doing, "dismissed", dismissed);
  },
  act: (doing) =>
    decide(doing, asked, (claim, at) => {
      const claims = afterDismissing(doing.lead.claims ?? [], claim, { by: doing.by, at });
      return { lead: { ...doing.lead, claims }, verdict: "dismissed" };
    }),
});

interface Decided {
  readonly lead: Lead;
  readonly verdict: keyof typeof decisions;
}

/** The journey is woken: what the lead is known by may change its score. */
const decide = async (doing: Doing, asked: Asked, apply: (claim: Claim, at: string) => Decided | undefined) => {
  const { deps, lead, by, mark } = doing;
  const { table, agreement } = deps;
  const claim = openClaim(lead, asked);
  if (claim === undefined) return unfit([{ field: "field", detail: "expected a claim that is still open" }]);
  const at = deps.now();
  const decided = apply(claim, at);
  if (decided === undefined) return notNow(sayWhy(lead, agreement));
  const { verdict } = decided;
  const said = sayDecided(doing, verdict, claim);
  const decision = { at, of: "claim", verdict, reasons: [said], agreementVersion: agreement.version, by };
  const outcome = await transact(table, [
    replaceLead(table, lead, decided.lead),
    decisionWrite(table, lead, decision),
    signal(table, lead.leadId),
    ...mark,
  ]);
  return outcome.done ? done(lead.leadId, said) : undefined;
};

/** What was decided, as the past tense that stands between the colleague and the value. */
const decisions = {
  "taken-over": { es: "ha aceptado", en: "took over" },
  dismissed: { es: "ha descartado", en: "dismissed" },
} as const;

const sayDecided = (
  { deps, lead, by }: Doing,
  verdict: keyof typeof decisions,
  claim: Pick<Claim, "field" | "value">,
): Bilingual => {
  const name = nameOfPerson(by, deps.agreement);
  return inBoth(
    (language) => `${name} ${decisions[verdict][language]}: ${sayValue(claim, lead, language, deps.agreement)}`,
  );
};
