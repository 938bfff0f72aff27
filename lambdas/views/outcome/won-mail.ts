import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Language } from "../../contract/stages.ts";
import type { LeadIn } from "../../domain/lead/lead.ts";
import { cameBy } from "../../domain/metrics/source-label.ts";
import { moneyOf } from "../../domain/money/money.ts";
import { oneLine } from "../../domain/text/plain-text.ts";
import { sayElapsed } from "../../domain/text/say-duration.ts";
import { sayMoney } from "../../domain/text/say-money.ts";
import { readerIn, sayDay } from "../../domain/text/when.ts";
import { section } from "../mail/block.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import type { FactLine } from "../page/facts.ts";
import { nameOf } from "../page/lead-facts.ts";

/** Where the lead came from, as its first form said. */
interface Origin {
  readonly pageUrl?: string | undefined;
  readonly utm: {
    readonly source?: string | undefined;
    readonly medium?: string | undefined;
    readonly campaign?: string | undefined;
  };
}

export interface Win {
  readonly lead: LeadIn<"won">;
  readonly recipient: Colleague;
  /** Name of the owner who closed it. */
  readonly closedBy: string;
  /** When it was first reported as won. */
  readonly wonAt: string;
  readonly origin: Origin | undefined;
  /** Ids of the content that the lead read. */
  readonly read: readonly string[];
  readonly agreement: Agreement;
}

const words = {
  es: {
    subject: (who: string) => `¡Ganado! ${who}`,
    title: "Un cliente ganado entre los dos equipos",
    notice: (amount: string) => `Importe: ${amount}`,
    noAmount: "Ganado",
    intro: (name: string, marketing: string, closer: string) =>
      `Hola, ${name}: ¡enhorabuena! ${marketing} trajo este lead desde marketing y ${closer} ha cerrado la venta. Así ha sido:`,
    generated: "Cómo llegó",
    page: "Primer formulario",
    source: "Origen",
    persona: "Cliente ideal",
    closer: "Cerró la venta",
    cycle: "Ciclo",
    cycles: (count: number) => `${count} (volvió a marketing antes de ganarse)`,
    read: "Qué leyó",
    took: "Cuánto tardó cada parte, en tiempo natural",
    steps: {
      qualified: "De captado a MQL",
      assigned: "De MQL a asignado",
      accepted: "De asignado a aceptado",
      won: "De aceptado a ganado",
      all: "En total",
    },
    on: (day: string) => `Ganado el ${day}`,
  },
  en: {
    subject: (who: string) => `Won! ${who}`,
    title: "A customer won by both teams",
    notice: (amount: string) => `Amount: ${amount}`,
    noAmount: "Won",
    intro: (name: string, marketing: string, closer: string) =>
      `Hi ${name}, congratulations! ${marketing} brought this lead in from marketing and ${closer} closed the deal. This is how it went:`,
    generated: "How they came to us",
    page: "First form",
    source: "Source",
    persona: "Buyer persona",
    closer: "Closed by",
    cycle: "Cycle",
    cycles: (count: number) => `${count} (the lead returned to marketing before the deal was won)`,
    read: "What they read",
    took: "How long each part took, by the clock",
    steps: {
      qualified: "From captured to MQL",
      assigned: "From MQL to assigned",
      accepted: "From assigned to accepted",
      won: "From accepted to won",
      all: "In total",
    },
    on: (day: string) => `Won on ${day}`,
  },
} as const;

/** The first few pieces are enough. */
const mostRead = 8;

/** Notifies both teams of a win: where the lead came from, who closed it, and how long each part took. */
export const wonMail = (win: Win): Mail => {
  const { lead, recipient, closedBy, wonAt, agreement } = win;
  const { language } = recipient;
  const [say, who] = [words[language], nameOf(lead)];
  const money = moneyOf(lead, agreement);
  const amount = money === undefined ? say.noAmount : say.notice(sayMoney(money, language));
  const { marketing } = agreement.terms.team;
  return colleagueMail({
    to: recipient,
    agreement,
    subject: say.subject(who),
    title: say.title,
    blocks: [
      { is: "notice", text: `${who} · ${amount} · ${say.on(sayDay(wonAt, readerIn(language, agreement)))}` },
      { is: "paragraph", text: say.intro(firstNameOf(recipient), marketing.name, closedBy) },
      { is: "heading", text: say.generated },
      { is: "facts", facts: howItCame(win) },
      ...section(say.read, titlesOf(win, language)),
      { is: "heading", text: say.took },
      { is: "facts", facts: howLong(win) },
    ],
  });
};

const howItCame = ({ lead, recipient, closedBy, origin, agreement }: Win): FactLine[] => {
  const { language } = recipient;
  const say = words[language];
  const persona = agreement.terms.personas.find(({ id }) => id === lead.scores?.persona)?.name[language];
  const facts: { label: string; value: string | undefined }[] = [
    { label: say.page, value: origin?.pageUrl },
    {
      label: say.source,
      value: cameBy(origin?.utm ?? {}, agreement.terms.sources, language, " · "),
    },
    { label: say.persona, value: persona },
    { label: say.closer, value: closedBy },
    { label: say.cycle, value: lead.cycle === 1 ? undefined : say.cycles(lead.cycle) },
  ];
  return facts.flatMap(({ label, value = "" }) => (value === "" ? [] : [{ label, value: oneLine(value, 200) }]));
};

const titlesOf = ({ read, agreement }: Win, language: Language): string[] =>
  agreement.terms.nurture.content
    .filter(({ id }) => read.includes(id))
    .slice(0, mostRead)
    .map(({ title }) => title[language]);

/** A part without a recorded start or end is left out. */
const howLong = ({ lead, recipient, wonAt }: Win): FactLine[] => {
  const say = words[recipient.language].steps;
  const { createdAt, qualifiedAt, firstAssignedAt, acceptedAt } = lead;
  const parts = [
    { label: say.qualified, from: createdAt, to: qualifiedAt },
    { label: say.assigned, from: qualifiedAt, to: firstAssignedAt },
    { label: say.accepted, from: firstAssignedAt, to: acceptedAt },
    { label: say.won, from: acceptedAt, to: wonAt },
    { label: say.all, from: createdAt, to: wonAt },
  ];
  return parts.flatMap(({ label, from, to }) =>
    from === undefined || to === undefined ? [] : [{ label, value: sayElapsed(from, to, recipient.language) }],
  );
};
