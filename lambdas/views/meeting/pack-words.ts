import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language, Stage } from "../../contract/stages.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { readerIn, sayBriefly, sayDay } from "../../domain/text/when.ts";

export const packWords = {
  es: {
    subject: (about: number) => `Reunión semanal: qué pasó en la semana ${about}`,
    title: (about: number) => `Reunión semanal sobre la semana ${about}`,
    when: (when: string) => `Nos vemos el ${when}`,
    was: (when: string) => `La reunión fue el ${when}`,
    intro: (name: string, about: number, days: string) =>
      `Hola, ${name}: esto es lo que marketing y ventas deberían revisar juntos de la semana ${about} (${days}).`,
    agreement: (version: string, hash: string) => `El acuerdo: ${version} (${hash}).`,
    open: "Abrir en el tablero",
    figures: "Cifras y compromisos",
    columns: (about: number, before: number) => [
      "",
      `Semana ${about}`,
      "Acordado",
      before === 1 ? "Semana anterior" : `${before} semanas anteriores`,
    ],
    aWeek: (count: string) => `${count} por semana`,
    leads: "Leads nuevos",
    mqls: "MQL (marketing)",
    acceptance: "Aceptados por ventas",
    inTime: "Atendidos en plazo (ventas)",
    won: (quarter: string) => `Ganados en ${quarter}, hasta el final de la semana`,
    all: "todos",
    worked: (about: number) => `Qué funcionó en la semana ${about}`,
    nothingWorked: "Ningún compromiso se ha cumplido del todo: por eso nos reunimos.",
    breaches: (about: number) => `Plazos incumplidos en la semana ${about}`,
    noBreaches: "Ningún plazo venció sin respuesta.",
    rejected: (about: number) => `Rechazados en la semana ${about}, para comentar`,
    noRejected: "Ventas no rechazó ni devolvió ningún lead.",
    stuck: (day: string) => `Atascados el ${day}`,
    noStuck: "Ningún lead lleva demasiado tiempo parado.",
    proposals: "Propuestas para el acuerdo",
    noProposals: "Ninguna: las cifras no señalan ningún cambio que no pueda deberse al azar.",
    openProposal: (number: number) => `Propuesta ${number}: abrirla para negociarla`,
    toDiscuss: (number: number) => `Propuesta ${number}, para hablarlo`,
    changes: "¿Ha valido la pena? Los cambios del acuerdo",
    change: (version: string, title: string) => `${title} (${version})`,
    stillOpen: "Sigue abierto: la reunión decide en el tablero si valió la pena.",
    closed: (verdict: string) => `Cerrado en la reunión: ${verdict}`,
    wins: (about: number) => `Ganados en la semana ${about}, para celebrar`,
    decisions: "Lo que decidimos",
    noDecisions: "No hay decisiones pendientes. Las de hoy se anotan en el tablero.",
    more: (shown: number) => `Estos son ${shown}; hay más.`,
    held: "se cumplió",
    notHeld: "no se cumplió",
    undecided: "¿se ha cumplido? Indícalo en el tablero",
  },
  en: {
    subject: (about: number) => `Weekly meeting: what happened in week ${about}`,
    title: (about: number) => `Weekly meeting about week ${about}`,
    when: (when: string) => `We meet on ${when}`,
    was: (when: string) => `The meeting was on ${when}`,
    intro: (name: string, about: number, days: string) =>
      `Hi ${name}, this is what marketing and sales should review together from week ${about} (${days}).`,
    agreement: (version: string, hash: string) => `The agreement: ${version} (${hash}).`,
    open: "Open on the board",
    figures: "Figures and promises",
    columns: (about: number, before: number) => [
      "",
      `Week ${about}`,
      "Agreed",
      before === 1 ? "Week before" : `${before} weeks before`,
    ],
    aWeek: (count: string) => `${count} a week`,
    leads: "New leads",
    mqls: "MQLs (marketing)",
    acceptance: "Accepted by sales",
    inTime: "Followed up on time (sales)",
    won: (quarter: string) => `Won in ${quarter}, by the end of the week`,
    all: "all",
    worked: (about: number) => `What worked in week ${about}`,
    nothingWorked: "No promise was fully kept: that is why we meet.",
    breaches: (about: number) => `Missed deadlines in week ${about}`,
    noBreaches: "No deadline passed without an answer.",
    rejected: (about: number) => `Rejected in week ${about}, to discuss`,
    noRejected: "Sales has not rejected or returned any leads.",
    stuck: (day: string) => `Stuck on ${day}`,
    noStuck: "No lead has been stuck for too long.",
    proposals: "Proposals for the agreement",
    noProposals: "None: the figures point to no change that could not be chance.",
    openProposal: (number: number) => `Proposal ${number}: open it to negotiate`,
    toDiscuss: (number: number) => `Proposal ${number}, to talk over`,
    changes: "Did it pay? Changes of the agreement",
    change: (version: string, title: string) => `${title} (${version})`,
    stillOpen: "Still open: the meeting decides on the board whether it paid.",
    closed: (verdict: string) => `Closed by the meeting: ${verdict}`,
    wins: (about: number) => `Won in week ${about}, to celebrate`,
    decisions: "What we decided",
    noDecisions: "No decisions are pending. Record today's on the board.",
    more: (shown: number) => `These are ${shown}; there are more.`,
    held: "carried out",
    notHeld: "not carried out",
    undecided: "carried out? Record it on the board",
  },
} as const satisfies Record<Language, unknown>;

/** The person, if there was one. */
export const nameOfColleague = (id: string | undefined, agreement: Agreement): string => {
  return id === undefined ? "–" : nameOfPerson(id, agreement);
};

export const stageLabel = (stage: Stage, { terms }: Agreement): Bilingual => terms.stages[stage].label;

/** Where the lead stood when the pack was made: it is read later, too. */
export const stoodIn = (stage: Stage, agreement: Agreement, now: string): Bilingual => {
  const [label, { day }] = [stageLabel(stage, agreement), sayTimes(agreement)];
  return {
    es: `El ${day(now, "es")} está en «${label.es}».`,
    en: `As of ${day(now, "en")}: in “${label.en}”.`,
  };
};

/** The day, and the day with the time, by the company's clocks. */
export const sayTimes = (agreement: Agreement) => ({
  day: (instant: string, language: Language) => sayDay(instant, readerIn(language, agreement)),
  when: (instant: string, language: Language) => sayBriefly(instant, readerIn(language, agreement)),
});
