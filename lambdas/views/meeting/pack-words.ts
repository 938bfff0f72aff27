import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language, Stage } from "../../contract/stages.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { readerIn, sayBriefly, sayDay } from "../../domain/text/when.ts";

export const packWords = {
  es: {
    subject: (week: number, about: number) => `Reunión semanal S${week}: qué pasó en la semana ${about}`,
    title: (week: number) => `Reunión de la semana ${week}`,
    when: (when: string) => `Nos vemos el ${when}`,
    was: (when: string) => `La reunión fue el ${when}`,
    intro: (name: string, about: number, days: string) =>
      `Hola, ${name}: esto es lo que marketing y ventas deberían revisar juntos de la semana ${about} (${days}).`,
    open: "Abrir en el tablero",
    figures: "Cifras y compromisos",
    columns: (about: number) => ["", `Semana ${about}`, "Acordado", "Semanas anteriores"],
    leads: "Leads nuevos",
    mqls: "MQL (marketing)",
    acceptance: "Aceptados por ventas",
    inTime: "Atendidos en plazo (ventas)",
    won: "Ganados este trimestre",
    all: "todos",
    worked: "Qué ha funcionado",
    nothingWorked: "Ningún compromiso se ha cumplido del todo: por eso nos reunimos.",
    breaches: "Plazos incumplidos",
    noBreaches: "Ninguno: todos los leads tuvieron respuesta en plazo.",
    rejected: "Rechazados, para comentar",
    noRejected: "Ventas no ha rechazado ni devuelto ningún lead.",
    stuck: "Atascados",
    noStuck: "Ningún lead lleva demasiado tiempo parado.",
    proposals: "Propuestas para el acuerdo",
    noProposals: "Ninguna: no hay casos suficientes para proponer un cambio.",
    wins: "Para celebrar",
    decisions: "Lo que decidimos",
    noDecisions: "No hay decisiones pendientes. Las de hoy se anotan en el tablero.",
    held: "se cumplió",
    notHeld: "no se cumplió",
    undecided: "¿se ha cumplido? Indícalo en el tablero",
  },
  en: {
    subject: (week: number, about: number) => `Weekly meeting W${week}: what happened in week ${about}`,
    title: (week: number) => `Meeting of week ${week}`,
    when: (when: string) => `We meet on ${when}`,
    was: (when: string) => `The meeting was on ${when}`,
    intro: (name: string, about: number, days: string) =>
      `Hi ${name}, this is what marketing and sales should review together from week ${about} (${days}).`,
    open: "Open on the board",
    figures: "Figures and promises",
    columns: (about: number) => ["", `Week ${about}`, "Agreed", "Earlier weeks"],
    leads: "New leads",
    mqls: "MQLs (marketing)",
    acceptance: "Accepted by sales",
    inTime: "Followed up on time (sales)",
    won: "Won this quarter",
    all: "all",
    worked: "What worked",
    nothingWorked: "No promise was fully kept: that is why we meet.",
    breaches: "Missed deadlines",
    noBreaches: "None: every lead was answered on time.",
    rejected: "Rejected, to discuss",
    noRejected: "Sales has not rejected or returned any leads.",
    stuck: "Stuck",
    noStuck: "No lead has been stuck for too long.",
    proposals: "Proposals for the agreement",
    noProposals: "None: there are too few cases to propose a change.",
    wins: "To celebrate",
    decisions: "What we decided",
    noDecisions: "No decisions are pending. Record today's on the board.",
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

export const nowIn = (stage: Stage, agreement: Agreement): Bilingual => {
  const { es, en } = stageLabel(stage, agreement);
  return { es: `Ahora está en «${es}».`, en: `The lead is now in “${en}”.` };
};

/** The day, and the day with the time, by the company's clocks. */
export const sayTimes = (agreement: Agreement) => ({
  day: (instant: string, language: Language) => sayDay(instant, readerIn(language, agreement)),
  when: (instant: string, language: Language) => sayBriefly(instant, readerIn(language, agreement)),
});
