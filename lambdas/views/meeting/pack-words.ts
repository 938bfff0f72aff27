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
      `Hola, ${name}: esto es lo que marketing y ventas tienen que mirar juntos de la semana ${about} (${days}).`,
    open: "Abrir en el tablero",
    figures: "Cifras y compromisos",
    columns: (about: number) => ["", `Semana ${about}`, "Acordado", "Semanas antes"],
    leads: "Leads nuevos",
    mqls: "MQL (marketing)",
    acceptance: "Aceptados por ventas",
    inTime: "Seguidos en plazo (ventas)",
    won: "Ganados en el trimestre",
    all: "todos",
    worked: "Qué ha funcionado",
    nothingWorked: "Ningún compromiso se ha cumplido del todo: por eso nos reunimos.",
    breaches: "Plazos incumplidos",
    noBreaches: "Ninguno: todos los leads tuvieron respuesta en plazo.",
    rejected: "Rechazos de los que hablar",
    noRejected: "Ventas no ha rechazado ni devuelto ningún lead.",
    stuck: "Leads parados",
    noStuck: "Ninguno.",
    proposals: "Propuestas para el acuerdo",
    noProposals: "Ninguna: no hay casos suficientes que pidan un cambio.",
    wins: "Para celebrar",
    decisions: "Lo que decidimos",
    noDecisions: "No hay decisiones pendientes. Las de hoy se apuntan en el tablero.",
    held: "se cumplió",
    notHeld: "no se cumplió",
    undecided: "¿se ha cumplido? Se dice en el tablero",
  },
  en: {
    subject: (week: number, about: number) => `Weekly meeting W${week}: what happened in week ${about}`,
    title: (week: number) => `The meeting of week ${week}`,
    when: (when: string) => `We meet on ${when}`,
    was: (when: string) => `The meeting was on ${when}`,
    intro: (name: string, about: number, days: string) =>
      `Hi ${name}, this is what marketing and sales should look at together of week ${about} (${days}).`,
    open: "Open it on the board",
    figures: "Figures and promises",
    columns: (about: number) => ["", `Week ${about}`, "Agreed", "Weeks before"],
    leads: "New leads",
    mqls: "MQLs (marketing)",
    acceptance: "Accepted by sales",
    inTime: "Followed up in time (sales)",
    won: "Won in the quarter",
    all: "all",
    worked: "What worked",
    nothingWorked: "No promise was kept in full: that is why we meet.",
    breaches: "Broken promises",
    noBreaches: "None: every lead had its answer in time.",
    rejected: "Rejections to talk over",
    noRejected: "Sales has neither rejected nor returned any lead.",
    stuck: "Leads that are stuck",
    noStuck: "None.",
    proposals: "Proposals for the agreement",
    noProposals: "None: there are not enough cases that ask for a change.",
    wins: "To celebrate",
    decisions: "What we decided",
    noDecisions: "No decisions are open. Today's are noted on the board.",
    held: "it held",
    notHeld: "it did not hold",
    undecided: "did it hold? Say so on the board",
  },
} as const satisfies Record<Language, unknown>;

/** The person, if there was one. */
export const nameOfColleague = (id: string | undefined, agreement: Agreement): string => {
  return id === undefined ? "–" : nameOfPerson(id, agreement);
};

export const stageLabel = (stage: Stage, { terms }: Agreement): Bilingual => terms.stages[stage].label;

export const nowIn = (stage: Stage, agreement: Agreement): Bilingual => {
  const { es, en } = stageLabel(stage, agreement);
  return { es: `Ahora está en «${es}».`, en: `It is in “${en}” now.` };
};

/** The day, and the day with the time, by the company's clocks. */
export const sayTimes = (agreement: Agreement) => ({
  day: (instant: string, language: Language) => sayDay(instant, readerIn(language, agreement)),
  when: (instant: string, language: Language) => sayBriefly(instant, readerIn(language, agreement)),
});
