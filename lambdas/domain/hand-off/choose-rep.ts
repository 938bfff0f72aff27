import { createHash } from "node:crypto";
import type { Agreement, Rep } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { Lead } from "../lead/lead.ts";

export interface RepChoice {
  /** `null` when no rep has room. */
  readonly rep: Rep | null;
  readonly explanation: Bilingual;
}

/** The unanswered leads that each rep holds, by rep; a rep who is not named holds none. */
export type Loads = Readonly<Record<string, number>>;

/**
 * The rep with the largest share of capacity free, among those who speak the lead's language. A rep who does not is
 * better than none, and the explanation says so.
 */
export const chooseRep = (lead: Pick<Lead, "leadId" | "language">, loads: Loads, agreement: Agreement): RepChoice => {
  const { reps } = agreement.terms.team;
  const withRoom = reps.filter((rep) => heldBy(rep, loads) < rep.capacity);
  const speakers = withRoom.filter(({ speaks }) => speaks.includes(lead.language));
  const rep = roomiest(speakers.length > 0 ? speakers : withRoom, loads, lead.leadId);
  return { rep: rep ?? null, explanation: explain(rep, lead, loads, reps) };
};

const roomiest = (reps: readonly Rep[], loads: Loads, leadId: string): Rep | undefined =>
  [...reps].sort((a, b) => freeShare(b, loads) - freeShare(a, loads) || lot(leadId, a).compare(lot(leadId, b))).at(0);

const freeShare = (rep: Rep, loads: Loads): number => 1 - heldBy(rep, loads) / rep.capacity;

const heldBy = ({ id }: Rep, loads: Loads): number => Math.max(0, loads[id] ?? 0);

/** Equals draw lots by the lead: the same lead always draws the same, and over many leads everyone gets their turn. */
const lot = (leadId: string, { id }: Rep): Buffer => createHash("sha256").update(`${leadId} ${id}`).digest();

const languages = { es: { es: "español", en: "Spanish" }, en: { es: "inglés", en: "English" } } as const;

const explain = (
  rep: Rep | undefined,
  { language }: Pick<Lead, "language">,
  loads: Loads,
  reps: readonly Rep[],
): Bilingual => {
  const team = figures(reps, loads);
  const spoken = languages[language];
  if (rep === undefined)
    return { es: `Nadie del equipo tiene hueco: ${team.es}`, en: `Nobody on the team has room: ${team.en}` };
  if (!rep.speaks.includes(language))
    return {
      es: `${rep.name} tiene más margen, aunque no habla ${spoken.es}: quienes lo hablan no tienen hueco (${team.es})`,
      en: `${rep.name} has the most room, but does not speak ${spoken.en}: nobody who does has room (${team.en})`,
    };
  return {
    es: `${rep.name} es quien más margen tiene entre quienes hablan ${spoken.es}: ${team.es}`,
    en: `${rep.name} has the most room among those who speak ${spoken.en}: ${team.en}`,
  };
};

const figures = (reps: readonly Rep[], loads: Loads): Bilingual => {
  const each = reps.map((rep) => ({ rep, held: heldBy(rep, loads), full: heldBy(rep, loads) >= rep.capacity }));
  return {
    es: each
      .map(({ rep, held, full }) => `${rep.name}, ${held} de ${rep.capacity}${full ? " (al completo)" : ""}`)
      .join("; "),
    en: each.map(({ rep, held, full }) => `${rep.name}, ${held} of ${rep.capacity}${full ? " (full)" : ""}`).join("; "),
  };
};
