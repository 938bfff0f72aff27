import type { Agreement, AgreementTerms, Content } from "../../contract/agreement.ts";
import type { Lead, LeadIn } from "../lead/lead.ts";
import { type Facts, factOf } from "../score/fact.ts";
import { matchOf } from "../score/match.ts";

/**
 * The piece of content that suits a lead best now. A lead that sales returned gets the remarketing programme of the
 * reason first, in its order. Then, and for all others: of its own phase of buying, then of the later phases, then of
 * what it has skipped; in each phase what is written for its persona comes before what is written for everyone, in the
 * order of the agreement. A piece for some leads only is for nobody else. `undefined` when it knows all that suits it.
 * @param known ids of what it was sent or has read, ever
 */
export const chooseContent = (
  lead: Pick<LeadIn<"nurturing">, "scores" | "recycled"> & Facts,
  known: ReadonlySet<string>,
  { terms }: Agreement,
): Content | undefined => {
  const { persona } = lead.scores ?? {};
  const fresh = terms.nurture.content.filter(
    (piece) => !known.has(piece.id) && suits(piece, persona) && isFor(piece, lead, terms),
  );
  const remarketing = programmeOf(lead, terms).flatMap((id) => fresh.filter((piece) => piece.id === id));
  if (remarketing.length > 0) return remarketing[0];
  const ofPersona = fresh.filter((piece) => piece.personas !== undefined);
  const ofEverybody = fresh.filter((piece) => piece.personas === undefined);
  return phasesFrom(phaseOf(lead, terms.gate.leastFamiliarity))
    .flatMap((phase) => [...ofPersona, ...ofEverybody].filter((piece) => piece.phase === phase))
    .at(0);
};

const programmeOf = ({ recycled }: Pick<Lead, "recycled">, { nurture }: AgreementTerms): readonly string[] =>
  nurture.programmes.find(({ id }) => id === recycled?.programme)?.content ?? [];

const suits = ({ personas }: Content, persona: string | undefined): boolean =>
  personas === undefined || (persona !== undefined && personas.includes(persona));

/** Of a piece for some leads only: the lead passes its test. */
const isFor = ({ when }: Content, lead: Facts, { fields }: AgreementTerms): boolean =>
  when === undefined || matchOf(when.test, factOf(lead, when.field), when.field, fields, lead.today) !== undefined;

const phases = ["awareness", "consideration", "decision"] as const satisfies readonly Content["phase"][];

/** Each third of the way to the gate's familiarity is one phase of buying. */
const phaseOf = ({ scores }: Pick<LeadIn<"nurturing">, "scores">, leastFamiliarity: number): number => {
  const familiarity = scores?.familiarity ?? 0;
  const thirds = leastFamiliarity <= 0 ? phases.length : Math.floor((familiarity / leastFamiliarity) * phases.length);
  return Math.min(Math.max(thirds, 0), phases.length - 1);
};

/** The lead's own phase, then the later ones, then what it has skipped. */
const phasesFrom = (phase: number): readonly Content["phase"][] => [...phases.slice(phase), ...phases.slice(0, phase)];
