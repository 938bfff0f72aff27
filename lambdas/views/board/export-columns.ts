import type { Agreement } from "../../contract/agreement.ts";
import type { AsideEntry, AttentionView, MeetingDecision, TrailStep } from "../../contract/board.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { columnIn, type TableColumn, wallClock } from "../../domain/list/table.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { type LeadRow, leadColumns } from "./lead-columns.ts";
import { namedBy } from "./me.ts";
import { roleLabels } from "./role-labels.ts";
import { sayTrailFilters } from "./trail-filters.ts";
import { sayTrailStep } from "./trail-step.ts";

const words = {
  why: { es: "Por qué", en: "Why" },
  at: { es: "Cuándo", en: "When" },
  remedy: { es: "Qué hacer", en: "What to do" },
  received: { es: "Recibido", en: "Received" },
  email: { es: "Correo", en: "E-mail" },
  name: { es: "Nombre", en: "Name" },
  company: { es: "Empresa", en: "Company" },
  message: { es: "Mensaje", en: "Message" },
  signs: { es: "Indicios", en: "Signs" },
  lead: { es: "ID del lead", en: "Lead ID" },
  wonAt: { es: "Ganado el", en: "Won at" },
  days: { es: "Días hasta ganarlo", en: "Days until won" },
  who: { es: "Quién", en: "Who" },
  role: { es: "Rol", en: "Role" },
  what: { es: "Qué", en: "What" },
  filters: { es: "Filtros", en: "Filters" },
  rows: { es: "Filas", en: "Rows" },
  refused: { es: "Rechazado", en: "Refused" },
  times: { es: "Veces", en: "Times" },
  week: { es: "Reunión de la semana", en: "Meeting of week" },
  decision: { es: "Decisión", en: "Decision" },
  owner: { es: "Responsable", en: "Owner" },
  notedBy: { es: "Anotada por", en: "Noted by" },
  notedAt: { es: "Anotada el", en: "Noted at" },
  held: { es: "¿Se cumplió?", en: "Carried out?" },
  heldSaidBy: { es: "Lo dijo", en: "Said by" },
  heldSaidAt: { es: "Dicho el", en: "Said at" },
  rewordedBy: { es: "Texto cambiado por", en: "Text changed by" },
  yes: { es: "sí", en: "yes" },
  no: { es: "no", en: "no" },
  flagged: { es: "Su recorrido se ha detenido", en: "Their journey has stopped" },
  refusedMail: { es: "El correo de la entrega fue rechazado", en: "The hand-off e-mail was refused" },
  unanswered: { es: "Nadie de ventas respondió", en: "Nobody in sales answered" },
  breached: { es: "Plazo vencido", en: "Deadline missed" },
  erasedSoon: { es: "Se borrará pronto", en: "Erased soon" },
} as const satisfies Record<string, Bilingual>;

/** A lead that needs attention, and why. */
export interface AttentionRow extends LeadRow {
  readonly why: "flagged" | "refusedMail" | "unanswered" | "breached" | "erasedSoon";
  readonly at?: string | undefined;
  /** Nothing is wrong with those whom retention erases. */
  readonly remedy?: Bilingual;
}

/** One row for each reason: a lead may be there for several. */
export const attentionRows = ({
  flagged,
  refused,
  unanswered,
  breached,
  erasedSoon,
}: AttentionView): AttentionRow[] => [
  ...flagged.map((each) => ({ ...each, why: "flagged" as const })),
  ...refused.map((each) => ({ ...each, why: "refusedMail" as const })),
  ...unanswered.map((each) => ({ ...each, why: "unanswered" as const })),
  ...breached.map((each) => ({ ...each, why: "breached" as const, at: each.card.dueAt })),
  ...(erasedSoon?.first ?? []).map((each) => ({ ...each, why: "erasedSoon" as const })),
];

export const attentionColumns = (agreement: Agreement, language: Language): TableColumn<AttentionRow>[] => {
  const column = columnIn(words, language);
  const clock = wallClock(agreement.terms.company.timeZone);
  return [
    column("why", ({ why }) => words[why][language]),
    column("at", ({ at }) => clock(at), "time"),
    column("remedy", ({ remedy }) => remedy?.[language]),
    ...leadColumns(agreement, language),
  ];
};

export const asideColumns = (agreement: Agreement, language: Language): TableColumn<AsideEntry>[] => {
  const column = columnIn(words, language);
  const clock = wallClock(agreement.terms.company.timeZone);
  return [
    column("received", ({ at }) => clock(at), "time"),
    column("company", (entry) => entry.company),
    column("name", (entry) => entry.name),
    column("email", (entry) => entry.email),
    column("message", (entry) => entry.message),
    column("signs", ({ reasons }) => reasons.map((sign) => sign[language]).join("; ") || undefined),
    column("lead", (entry) => entry.leadId),
  ];
};

/** A won deal, and when its lead first came. */
export interface WinRow extends LeadRow {
  readonly createdAt?: string | undefined;
}

/** What everybody sees of a win: no more than the page has, whoever's it is. */
export const winColumns = (agreement: Agreement, language: Language): TableColumn<WinRow>[] => {
  const column = columnIn(words, language);
  const clock = wallClock(agreement.terms.company.timeZone);
  const shown = leadColumns(agreement, language).filter(({ id }) => ofWins.has(id));
  return [
    column("wonAt", ({ card }) => clock(card.since), "time"),
    ...shown,
    column(
      "days",
      ({ card, createdAt }) => (createdAt === undefined ? undefined : daysBetween(createdAt, card.since)),
      "number",
    ),
  ];
};

const ofWins: ReadonlySet<string> = new Set([
  "company",
  "name",
  "owner",
  "persona",
  "source",
  "amount",
  "currency",
  "demo",
]);

const daysBetween = (from: string, to: string): number =>
  Math.round(((Date.parse(to) - Date.parse(from)) / 86_400_000) * 10) / 10;

export const trailColumns = (agreement: Agreement, language: Language): TableColumn<TrailStep>[] => {
  const column = columnIn(words, language);
  const named = namedBy(agreement);
  const clock = wallClock(agreement.terms.company.timeZone);
  return [
    column("at", ({ lastAt }) => clock(lastAt), "time"),
    column("who", ({ user }) => user),
    column("role", ({ role }) => roleLabels[role][language]),
    column("what", (step) => sayTrailStep(step)[language]),
    column("filters", ({ filters }) => filters && sayTrailFilters(filters, named)[language]),
    column("rows", (step) => step.rows, "number"),
    column("lead", (step) => step.leadId),
    column("refused", ({ refused }) => (refused ? words.yes[language] : undefined)),
    column("times", ({ times }) => times, "number"),
  ];
};

export const decisionColumns = (agreement: Agreement, language: Language): TableColumn<MeetingDecision>[] => {
  const column = columnIn(words, language);
  const clock = wallClock(agreement.terms.company.timeZone);
  const say = (id: string | undefined) => (id === undefined ? undefined : nameOfPerson(id, agreement));
  return [
    column("week", ({ week }) => week),
    column("decision", ({ text }) => text),
    column("owner", ({ ownerId }) => say(ownerId)),
    column("held", ({ held }) => (held === undefined ? undefined : words[held ? "yes" : "no"][language])),
    column("notedBy", ({ notedBy }) => say(notedBy)),
    column("notedAt", ({ notedAt }) => clock(notedAt), "time"),
    column("heldSaidBy", ({ heldSaidBy }) => say(heldSaidBy)),
    column("heldSaidAt", ({ heldSaidAt }) => clock(heldSaidAt), "time"),
    column("rewordedBy", ({ rewordedBy }) => say(rewordedBy)),
  ];
};
