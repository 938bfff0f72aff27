import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import type { Topic } from "../../domain/meeting/stored-pack.ts";
import type { Rejection } from "../../domain/meeting/talk-facts.ts";
import { reasonLabel } from "../../domain/outcome/reason-label.ts";
import { bilingual } from "../../domain/text/bilingual.ts";
import { nameOfColleague, sayTimes, stoodIn } from "./pack-words.ts";

/** Why sales rejected it, why it had passed the gate, and where it is now. */
export const rejectionStory = ({ lead, fact }: Rejection, agreement: Agreement, now: string): Topic => {
  const [kind = "", reason] = fact.because.split(":");
  const label = reasonLabel({ kind, reason }, agreement);
  const who = nameOfColleague(fact.formerOwnerId ?? fact.ownerId, agreement);
  const matched = (fact.matched ?? []).map((id) => labelOfMatch(id, fact.persona, agreement));
  const { day } = sayTimes(agreement);
  return {
    leadId: fact.leadId,
    story: [
      bilingual((language) => ({
        es: `${who} ${kind === "rejected" ? "lo rechazó" : "lo devolvió"} el ${day(fact.at, language)}: ${label?.es ?? "sin motivo"}.`,
        en: `${who} ${kind === "rejected" ? "rejected" : "returned"} the lead on ${day(fact.at, language)}: ${label?.en ?? "no reason given"}.`,
      })),
      ...(matched.length === 0 ? [] : [passedBy(fact.grade, matched)]),
      stoodIn(lead.stage, agreement, now),
    ],
    said: { cycle: kind === "rejected" && lead.stage === "disqualified" ? fact.cycle : fact.cycle - 1, at: fact.at },
  };
};

const mostNamed = 5;

const passedBy = (grade: string | undefined, matched: readonly Bilingual[]): Bilingual => {
  const named = matched.slice(0, mostNamed);
  const more = matched.length - named.length;
  const list = (language: Language) => [
    ...named.map((label) => label[language]),
    ...(more > 0 ? [language === "es" ? `y ${more} más` : `and ${more} more`] : []),
  ];
  const as = grade === undefined ? "" : ` ${grade}`;
  return {
    es: `Se había cualificado${grade === undefined ? "" : " como"}${as} por: ${list("es").join(", ")}.`,
    en: `The lead had qualified${grade === undefined ? "" : " as"}${as} by: ${list("en").join(", ")}.`,
  };
};

/**
 * The agreement's label of a criterion of this persona, or of a kind of familiarity; the id when it no longer exists.
 */
const labelOfMatch = (id: string, persona: string | undefined, { terms }: Agreement): Bilingual => {
  const own = terms.personas.find((each) => each.id === persona)?.criteria ?? [];
  const criteria = [...own, ...terms.personas.flatMap((each) => each.criteria)];
  const label =
    criteria.find((criterion) => criterion.id === id)?.label ??
    terms.familiarity.find(({ kind }) => kind === id)?.label;
  return label ?? { es: id, en: id };
};
