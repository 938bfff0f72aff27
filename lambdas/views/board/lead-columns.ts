import type { Agreement, OwnField } from "../../contract/agreement.ts";
import type { Card } from "../../contract/board.ts";
import type { OwnValue } from "../../contract/own-value.ts";
import type { ReadOnly } from "../../contract/read-only.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import type { Contact } from "../../domain/lead/lead.ts";
import { readAs } from "../../domain/lead/read-as.ts";
import { type TableColumn, wallClock } from "../../domain/list/table.ts";
import { sourceLabel } from "../../domain/metrics/source-label.ts";
import { moneyOf } from "../../domain/money/money.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { sayOwnValue } from "../../domain/text/say-own-value.ts";
import { phoneCell } from "./phone-cell.ts";

const words = {
  lead: { es: "ID del lead", en: "Lead ID" },
  stage: { es: "Etapa", en: "Stage" },
  since: { es: "En la etapa desde", en: "In this stage since" },
  due: { es: "Vence", en: "Due" },
  name: { es: "Nombre", en: "Name" },
  company: { es: "Empresa", en: "Company" },
  email: { es: "Correo", en: "E-mail" },
  phone: { es: "Teléfono", en: "Phone" },
  grade: { es: "Calificación", en: "Grade" },
  persona: { es: "Cliente ideal", en: "Buyer persona" },
  source: { es: "Origen", en: "Source" },
  owner: { es: "Responsable", en: "Owner" },
  lane: { es: "Vía", en: "Lane" },
  amount: { es: "Importe", en: "Amount" },
  currency: { es: "Moneda", en: "Currency" },
  attention: { es: "Requiere atención", en: "Needs attention" },
  demo: { es: "Datos de ejemplo", en: "Sample data" },
  yes: { es: "sí", en: "yes" },
  fast: { es: "Vía rápida", en: "Fast lane" },
} as const satisfies Record<string, Bilingual>;

/** A lead of a list. */
export interface LeadRow {
  readonly card: Card;
  /** What is known of the lead, whole; missing where the reader may not see it. */
  readonly contact?: Contact | undefined;
}

export interface LeadColumn extends TableColumn<LeadRow> {
  readonly id: string;
}

/** A lead of a list as a row of a file, in the words of the reader's language. */
export const leadColumns = (agreement: Agreement, language: Language): LeadColumn[] => {
  const { stages, personas, company, fields = [], sources } = agreement.terms;
  const clock = wallClock(company.timeZone);
  const say = (text: Bilingual | undefined): string | undefined => text?.[language];
  const column = (
    name: Exclude<keyof typeof words, "yes" | "fast">,
    cell: (card: Card, row: LeadRow) => string | number | undefined,
    type: LeadColumn["type"] = "text",
  ): LeadColumn => ({ id: name, label: words[name][language], type, cell: (row) => cell(row.card, row) });
  return [
    column("stage", ({ stage }) => stages[stage].label[language]),
    column("company", (card) => card.company),
    column("name", (card) => card.name),
    column("email", (card) => card.email),
    column("phone", (_, { contact }) =>
      contact?.phone === undefined ? undefined : phoneCell(contact.phone, readAs(contact, "phone", contact.phone)),
    ),
    column("owner", ({ ownerId }) => (ownerId === undefined ? undefined : nameOfPerson(ownerId, agreement))),
    column("grade", (card) => card.grade),
    column("persona", ({ persona }) => say(personas.find(({ id }) => id === persona)?.name) ?? persona),
    column("source", ({ source }) => (source === undefined ? undefined : sourceLabel(source, sources)[language])),
    column("lane", ({ lane }) => (lane === "fast" ? words.fast[language] : undefined)),
    column("since", ({ since }) => clock(since), "time"),
    column("due", ({ dueAt }) => clock(dueAt), "time"),
    column("amount", ({ amount }) => amount, "number"),
    column("currency", (card) => moneyOf(card, agreement)?.currency),
    ...fields.map((field) => ownColumn(field, language)),
    column("attention", ({ needsAttention }) => (needsAttention ? words.yes[language] : undefined)),
    column("demo", ({ demo }) => (demo ? words.yes[language] : undefined)),
    column("lead", ({ leadId }) => leadId),
  ];
};

const textOrNumber = (value: ReadOnly<OwnValue>): string | number =>
  typeof value === "number" ? value : String(value);

/** Numbers and amounts stay numbers; an amount's currency is in the heading. */
const ownColumn = (field: OwnField, language: Language): LeadColumn => {
  const isFigure = field.type === "number" || field.type === "money";
  const label = field.label[language];
  return {
    id: `own ${field.id}`,
    label: field.type === "money" && field.currency !== undefined ? `${label} (${field.currency})` : label,
    type: isFigure ? "number" : "text",
    // On a card texts are cut.
    cell: ({ card, contact = card }) => {
      const { own = {} } = contact;
      const value = Object.hasOwn(own, field.id) ? own[field.id] : undefined;
      if (value === undefined) return undefined;
      // A day stays as ISO writes it: it sorts, and every spreadsheet reads it.
      return typeof value === "number" || field.type === "date"
        ? textOrNumber(value)
        : sayOwnValue(value, field)[language];
    },
  };
};
