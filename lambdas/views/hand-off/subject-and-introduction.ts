import type { Agreement, Approach } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { assertNever } from "../../domain/assert-never.ts";
import type { SalesFact } from "../../domain/hand-off/earlier-cycles.ts";
import type { LeadIn } from "../../domain/lead/lead.ts";
import { colleagueOf, type Owner } from "../../domain/team/owner.ts";
import { firstNameOf } from "../mail/colleague-mail.ts";
import { nameOf } from "../page/lead-facts.ts";

interface Introduced {
  readonly lead: LeadIn<"assigned">;
  /** The lead's owner, who reads this. */
  readonly rep: Owner;
  readonly agreement: Agreement;
  readonly facts: readonly SalesFact[];
}

/** The mail's introduction: why this reader has this lead. */
export interface Introduction {
  readonly subject: string;
  readonly title: string;
  readonly intro: string;
}

type Way =
  | "qualified"
  | "by-hand"
  | "to-call"
  | "breach"
  | "away"
  | "left"
  | "unreachable"
  | "passed-on"
  | "no-rep-free";

/** By the code of the lead's last move; an override is mentioned in the first turn only. */
const wayOf = ({ because, followUp, override }: LeadIn<"assigned">): Way => {
  const ways = {
    "reassigned:breach": "breach",
    "reassigned:away": "away",
    "reassigned:left": "left",
    "reassigned:unreachable": "unreachable",
  } as const;
  const way = Object.entries(ways).find(([code]) => code === because)?.[1];
  if (way !== undefined) return way;
  if (because === "no-rep-free") return because;
  if (followUp.turn > 0) return "passed-on";
  if (override === undefined) return "qualified";
  return override.to === undefined ? "by-hand" : "to-call";
};

export const introduction = ({ lead, rep, agreement, facts }: Introduced): Introduction => {
  const say = words[rep.language];
  const way = wayOf(lead);
  const who = nameOf(lead);
  const isHot = lead.lane === "fast";
  const greeting = say.greeting(firstNameOf(rep));
  const begun = `${greeting} ${textOf(way, { lead, rep, agreement, facts }, who)}`;
  return { subject: say.subject[headOf(way)](who, isHot), title: say.title[headOf(way)], intro: begun };
};

/** New, from someone else, or because no rep was free. */
const headOf = (way: Way): "fresh" | "passed" | "overflow" => {
  if (way === "no-rep-free") return "overflow";
  return way === "qualified" || way === "by-hand" || way === "to-call" ? "fresh" : "passed";
};

const textOf = (way: Way, { lead, rep, agreement, facts }: Introduced, who: string): string => {
  const say = words[rep.language];
  const former = colleagueOf(lead.followUp.earlier.at(-1) ?? "", agreement)?.name ?? say.somebody;
  switch (way) {
    case "qualified":
      return say.qualified(who);
    case "by-hand":
      return say.byHand(who);
    case "to-call":
      return say.toCall(who, lead.override?.by ?? "");
    case "breach":
    case "away":
    case "left":
    case "unreachable":
      return `${say[way](former)} ${say.yours(who)}`;
    case "passed-on":
      return `${say.passedOn(...handOver(lead, facts, agreement, former), who)} ${say.allWeKnow}`;
    case "no-rep-free":
      return `${say.noRepFree(who)} ${say.allWeKnow}`;
    default:
      return assertNever(way);
  }
};

/** Who passed the lead on, who need not be the former owner, and their note. */
const handOver = (
  { cycle }: LeadIn<"assigned">,
  facts: readonly SalesFact[],
  agreement: Agreement,
  former: string,
): [string, string | undefined] => {
  const fact = facts.findLast((each) => each.cycle === cycle && each.kind === "passed-on");
  const by = fact?.by === undefined ? undefined : colleagueOf(fact.by, agreement)?.name;
  return [by ?? former, fact?.note];
};

const words = {
  es: {
    subject: {
      fresh: (who: string, isHot: boolean) => `Lead nuevo para ti${isHot ? " (vía rápida)" : ""}: ${who}`,
      passed: (who: string, isHot: boolean) => `Te han pasado un lead${isHot ? " (vía rápida)" : ""}: ${who}`,
      overflow: (who: string, isHot: boolean) => `Se te ha asignado este lead${isHot ? " (vía rápida)" : ""}: ${who}`,
    },
    title: {
      fresh: "Tienes un lead nuevo",
      passed: "Te han pasado un lead",
      overflow: "Nadie más podía atender este lead",
    },
    greeting: (rep: string) => `Hola, ${rep}:`,
    somebody: "su responsable anterior",
    qualified: (who: string) =>
      `${who} cumple lo que acordamos para ser un MQL y se te ha asignado. Cuanto antes hables con el lead, mejor: aquí tienes todo lo que sabemos.`,
    byHand: (who: string) =>
      `marketing ha decidido a mano que ${who} es un MQL y se te ha asignado. Abajo tienes el motivo y todo lo que sabemos.`,
    toCall: (who: string, by: string) =>
      `nadie de ventas respondió a ${who} la primera vez, y ${by} ha decidido que lo hagas tú. Empieza por una disculpa: el silencio fue nuestro. Abajo tienes el motivo y todo lo que sabemos.`,
    breach: (former: string) => `según el acuerdo, este lead ahora te corresponde: ${former} no respondió en plazo.`,
    away: (former: string) =>
      `según el acuerdo, este lead ahora te corresponde: ${former} está fuera y el lead no podía esperar.`,
    left: (former: string) => `según el acuerdo, este lead ahora te corresponde: ${former} ya no está en el equipo.`,
    unreachable: (former: string) =>
      `según el acuerdo, este lead ahora te corresponde: los correos no llegan a ${former}.`,
    yours: (who: string) => `${who} ya ha esperado bastante. Aquí tienes todo lo que sabemos.`,
    passedOn: (by: string, note: string | undefined, who: string) =>
      `${by} te ha pasado a ${who}${note === undefined || note === "" ? "." : `: «${note}».`}`,
    noRepFree: (who: string) =>
      `nadie del equipo podía atender a ${who} en el tiempo acordado, así que el lead te corresponde a ti.`,
    allWeKnow: "Aquí tienes todo lo que sabemos.",
  },
  en: {
    subject: {
      fresh: (who: string, isHot: boolean) => `New lead for you${isHot ? " (fast lane)" : ""}: ${who}`,
      passed: (who: string, isHot: boolean) => `A lead was passed to you${isHot ? " (fast lane)" : ""}: ${who}`,
      overflow: (who: string, isHot: boolean) => `This lead was assigned to you${isHot ? " (fast lane)" : ""}: ${who}`,
    },
    title: {
      fresh: "You have a new lead",
      passed: "A lead was passed to you",
      overflow: "Nobody else could take this lead",
    },
    greeting: (rep: string) => `Hi ${rep},`,
    somebody: "their previous owner",
    qualified: (who: string) =>
      `${who} meets the agreed definition of an MQL and is now assigned to you. The sooner you talk, the better: here is everything we know.`,
    byHand: (who: string) =>
      `marketing decided by hand that ${who} is an MQL, and the lead is now assigned to you. The reason and everything we know are below.`,
    toCall: (who: string, by: string) =>
      `nobody in sales answered ${who} the first time, and ${by} decided that you are to call. Begin with an apology: the silence was ours. The reason and everything we know are below.`,
    breach: (former: string) => `under the agreement this lead is now yours: ${former} did not answer on time.`,
    away: (former: string) =>
      `under the agreement this lead is now yours: ${former} is away, and the lead could not wait.`,
    left: (former: string) => `under the agreement this lead is now yours: ${former} is no longer on the team.`,
    unreachable: (former: string) => `under the agreement this lead is now yours: e-mails do not reach ${former}.`,
    yours: (who: string) => `${who} has waited long enough. Here is everything we know.`,
    passedOn: (by: string, note: string | undefined, who: string) =>
      `${by} has passed ${who} to you${note === undefined || note === "" ? "." : `: “${note}”.`}`,
    noRepFree: (who: string) => `nobody on the team could take ${who} within the agreed time, so the lead is yours.`,
    allWeKnow: "Here is everything we know.",
  },
} as const satisfies Record<Language, unknown>;

interface Approached {
  /** Id of the persona that the lead matches best. */
  readonly persona: string | undefined;
  /** The reasons for the lead, the most important first: kinds of familiarity, and reject reasons of earlier cycles. */
  readonly reasons: readonly string[];
}

/**
 * The agreement's suggestion for this lead, the most specific one that fits: for its persona and reason, for a reason,
 * for its persona, for everyone. Of those for a reason the first reason decides; then the agreement's order.
 */
export const approachFor = (lead: Approached, approaches: readonly Approach[]): Approach | undefined =>
  approaches
    .filter((approach) => fits(approach, lead))
    .toSorted((one, other) => particularity(other) - particularity(one) || rankOf(one, lead) - rankOf(other, lead))
    .at(0);

const fits = ({ personas, reasons }: Approach, lead: Approached): boolean =>
  (personas === undefined || personas.some((id) => id === lead.persona)) &&
  (reasons === undefined || reasons.some((reason) => lead.reasons.includes(reason)));

const particularity = ({ personas, reasons }: Approach): number =>
  (reasons === undefined ? 0 : 2) + (personas === undefined ? 0 : 1);

/** The rank of the lead's first reason that it is meant for. */
const rankOf = ({ reasons }: Approach, lead: Approached): number =>
  reasons === undefined ? 0 : lead.reasons.findIndex((reason) => reasons.includes(reason));
