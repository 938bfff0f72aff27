import type { AgreementTerms, Escalation } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { type Duration, parseDuration } from "../../contract/time.ts";
import { sayTime } from "./explain-words.ts";

const words = {
  es: {
    notify: (when: string, whom: string) => `${when} se avisa a ${whom}`,
    reassign: (when: string, time: string) => `${when} pasa a otra persona, con ${time}`,
    returned: (when: string) => `${when} vuelve a marketing`,
    afresh: "si vence también, ",
    atOnce: "de inmediato",
    after: (time: string) => `al cabo de ${time}`,
    to: { manager: "su responsable", director: "la dirección comercial" },
  },
  en: {
    notify: (when: string, whom: string) => `${when} ${whom} is notified`,
    reassign: (when: string, time: string) => `${when} the lead goes to another rep, with ${time} to answer`,
    returned: (when: string) => `${when} the lead returns to marketing`,
    afresh: "if that passes too, ",
    atOnce: "immediately",
    after: (time: string) => `after ${time}`,
    to: { manager: "the rep's manager", director: "the sales director" },
  },
} as const;

/** What follows a missed deadline, in order, without a full stop; after a reassignment the count starts again. */
export const sayLadder = ({ escalation, reassignedWithin, returnAfter }: Sales, language: Language): string => {
  const say = words[language];
  const later = (after: Duration): string =>
    parseDuration(after).amount === 0 ? say.atOnce : say.after(sayTime(after, language));
  const step = (each: Escalation): string =>
    "to" in each
      ? say.notify(later(each.after), say.to[each.to])
      : say.reassign(later(each.after), sayTime(reassignedWithin, language));
  return [...escalation.map(step), say.returned(later(returnAfter))]
    .map((text, i) => `${startsAfresh(escalation[i - 1]) ? say.afresh : ""}${text}`)
    .join("; ");
};

type Sales = Pick<AgreementTerms["sla"]["sales"], "escalation" | "reassignedWithin" | "returnAfter">;

const startsAfresh = (above: Escalation | undefined): boolean => above !== undefined && "reassign" in above;
