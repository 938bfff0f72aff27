import type { Agreement } from "../../contract/agreement.ts";
import { type Me, mayAddLeads } from "../../contract/board.ts";
import { openStages, StageSchema } from "../../contract/stages.ts";
import type { BoardUser } from "../../domain/board/board-user.ts";
import { currenciesOf } from "../../domain/money/money.ts";
import { addableFields } from "./typed-fields.ts";

/** The ways in which a rep who accepts a lead has contacted it. */
const waysOfContact = [
  { id: "called", label: { es: "Ya he llamado", en: "I have called" } },
  { id: "meeting", label: { es: "Hay reunión", en: "A meeting is booked" } },
] as const satisfies Me["waysOfContact"];

const grades = ["A", "B", "C"].flatMap((fit) => ["1", "2", "3"].map((familiarity) => `${fit}${familiarity}`));

/** Who is signed in, with the agreement's words that every page needs. */
export const meOf = ({ user, role, colleagueId }: BoardUser, agreement: Agreement, sources: readonly string[]): Me => {
  const { terms, version } = agreement;
  const { company, sla, fields = [] } = terms;
  const people = peopleOf(terms);
  const colleague = people.find(({ id }) => id === colleagueId);
  return {
    user,
    name: colleague?.name ?? user,
    role,
    ...(colleagueId !== undefined && { colleagueId }),
    language: colleague?.language ?? company.languages[0] ?? "es",
    company: company.name,
    currencies: [...currenciesOf(agreement)],
    timeZone: company.timeZone,
    agreementVersion: version,
    ...namedBy(agreement),
    listFields: fields
      .filter(({ shown }) => shown.includes("list"))
      .map(({ id, label, type, options, currency }) => ({
        id,
        label,
        type,
        ...(options !== undefined && { options }),
        ...(currency !== undefined && { currency }),
      })),
    sources,
    grades,
    rejectReasons: sla.sales.rejectReasons.map(({ id, label, leadsTo }) => ({ id, label, leadsTo })),
    lostReasons: sla.sales.lostReasons,
    waysOfContact,
    ...(mayAddLeads(role) && { addable: addableFields(agreement) }),
  };
};

/** What codes of the agreement stand for. */
export const namedBy = ({ terms }: Agreement) =>
  ({
    stages: StageSchema.options.map((id) => ({
      id,
      label: terms.stages[id].label,
      owner: terms.stages[id].owner,
      isOpen: openStages.some((stage) => stage === id),
    })),
    people: peopleOf(terms).map(({ id, name, post }) => ({ id, name, post })),
    personas: terms.personas.map(({ id, name }) => ({ id, name })),
    formTools: (terms.sources ?? []).map(({ origin, label }) => ({ origin, label })),
  }) satisfies Partial<Me>;

const peopleOf = ({ team }: Agreement["terms"]) => [
  ...team.reps.map((rep) => ({ ...rep, post: "rep" as const })),
  ...team.managers.map((manager) => ({ ...manager, post: "manager" as const })),
  { ...team.director, post: "director" as const },
  { ...team.marketing, post: "marketing" as const },
];
