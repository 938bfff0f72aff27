import type { AgreementTerms, Escalation } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { type Duration, parseDuration } from "../../contract/time.ts";
import { sayTime } from "./explain-words.ts";

const words = {
  es: {
    tell: (when: string, whom: string) => `${when} se entera ${whom}`,
    reassign: (when: string, time: string) => `${when} pasa a otra persona, con ${time}`,
    give: (when: string) => `${when} vuelve a marketing`,
    afresh: "si vence también, ",
    atOnce: "al momento",
    after: (time: string) => `al cabo de ${time}`,
    to: { manager: "su responsable", director: "la dirección comercial" },
  },
  en: {
    tell: (when: string, whom: string) => `${when} ${whom} hears of it`,
    reassign: (when: string, time: string) => `${when} another rep has it, with ${time} to answer`,
    give: (when: string) => `${when} marketing has it again`,
    afresh: "when those are up too, ",
    atOnce: "at once",
    after: (time: string) => `after ${time}`,
    to: { manager: "the rep's manager", director: "the sales director" },
  },
} as const;

/** What follows a broken promise, in order, without its full stop; after a reassignment the count starts afresh. */
export const sayLadder = ({ escalation, reassignedWithin, returnAfter }: Sales, language: Language): string => {
  const say = words[language];
  const later = (after: Duration): string =>
    parseDuration(after).amount === 0 ? say.atOnce : say.after(sayTime(after, language));
  const step = (each: Escalation): string =>
    "to" in each
      ? say.tell(later(each.after), say.to[each.to])
      : say.reassign(later(each.after), sayTime(reassignedWithin, language));
  return [...escalation.map(step), say.give(later(returnAfter))]
    .map((text, i) => `${startsAfresh(escalation[i - 1]) ? say.afresh : ""}${text}`)
    .join("; ");
};

type Sales = Pick<AgreementTerms["sla"]["sales"], "escalation" | "reassignedWithin" | "returnAfter">;

const startsAfresh = (above: Escalation | undefined): boolean => above !== undefined && "reassign" in above;
