import type { AgreementTerms, Escalation, RejectReason } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { type Duration, parseDuration } from "../../contract/time.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { quoted, sayList } from "../../domain/text/say-names.ts";
import { item, type Section } from "./explain-layout.ts";
import { sayEvery, sayShare } from "./explain-words.ts";

const words = {
  es: {
    heading: "Qué promete ventas",
    answer: "Respuesta",
    followUp: (time: string) => `cada MQL queda aceptado o rechazado, con su motivo, en ${time}`,
    followUpOf: (time: string, segment: string) => `en ${time} para ${segment}`,
    fastLane: (time: string) => `en ${time} por la vía rápida`,
    reminderShare: (share: string) => `Al ${share} del plazo se avisa a quien lo lleva`,
    snooze: (most: number, time: string) => `aplazarlo ${most} ${most === 1 ? "vez" : "veces"} hasta ${time}`,
    moreTime: (most: number, time: string) => `pedir ${most} ${most === 1 ? "vez" : "veces"} ${time} más`,
    may: (things: string) => `; con un motivo puede ${things}`,
    ladder: "Si vence, a partir de entonces",
    room: "Reparto",
    roomIs: (time: string) =>
      `el lead va a quien puede llevarlo (idioma, zona, segmento, sector) y más margen tiene, sin exceder su capacidad; si no hay hueco, se reintenta cada ${time}`,
    overflow: {
      manager: (time: string) => ` y, al cabo de ${time}, lo recibe un responsable`,
      deputy: (time: string) => ` y, al cabo de ${time}, lo recibe el suplente de un responsable`,
      nobody: () => ", el de más valor primero",
    },
    outcome: "Después",
    outcomeIs: (time: string) =>
      `ventas anota cada etapa del lead aceptado, su importe si se gana y su motivo si se pierde; se le pregunta cada ${time}.`,
    reasons: "Rechazo",
    coolDown: (time: string) => ` (${time} en pausa)`,
    leadsTo: {
      recycle: (reasons: string) => `vuelve a marketing, en otro ciclo, por ${reasons}`,
      disqualify: (reasons: string) => `se descarta para siempre por ${reasons}`,
    },
  },
  en: {
    heading: "What sales promises",
    answer: "Answer",
    followUp: (time: string) => `every MQL is accepted, or rejected with a reason, within ${time}`,
    followUpOf: (time: string, segment: string) => `within ${time} for ${segment}`,
    fastLane: (time: string) => `within ${time} in the fast lane`,
    reminderShare: (share: string) => `The rep is reminded when ${share} of that time has passed`,
    snooze: (most: number, time: string) => `put it off ${most === 1 ? "once" : `${most} times`} by up to ${time}`,
    moreTime: (most: number, time: string) => `ask ${most === 1 ? "once" : `${most} times`} for ${time} more`,
    may: (things: string) => `, and with a reason may ${things}`,
    ladder: "When the time is up, and from then on",
    room: "Sharing out",
    roomIs: (time: string) =>
      `a lead goes to the rep who may take it (language, territory, segment, industry) and has most capacity left, never beyond it; when no rep has any, assignment is retried every ${time}`,
    overflow: {
      manager: (time: string) => ` and after ${time} a manager gets it`,
      deputy: (time: string) => ` and after ${time} a manager's deputy gets it`,
      nobody: () => ", for the most valuable first",
    },
    outcome: "Afterwards",
    outcomeIs: (time: string) =>
      `sales records each stage of the accepted lead, the amount if won and the reason if lost; it is asked every ${time}.`,
    reasons: "Rejection",
    coolDown: (time: string) => ` (${time} of cool-down)`,
    leadsTo: {
      recycle: (reasons: string) => `back to marketing, in a new cycle, for ${reasons}`,
      disqualify: (reasons: string) => `disqualified for good for ${reasons}`,
    },
  },
} as const;

type Sales = AgreementTerms["sla"]["sales"];

export const explainSales = ({ sla: { sales }, segments }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const { overflow, capacityRetry, askOutcomeAfter } = sales;
  const room = say.roomIs(sayEvery(capacityRetry, language));
  const beyond = say.overflow[overflow.to](sayDuration(overflow.after, language));
  return {
    heading: say.heading,
    lines: [
      [
        item(say.answer, `${answer(sales, segments, language)}. ${reminder(sales, language)}.`),
        item(say.ladder, `${sayLadder(sales, language)}.`),
        item(say.reasons, `${reasonsOf(sales.rejectReasons, language)}.`),
        item(say.room, `${room}${beyond}.`),
        item(say.outcome, say.outcomeIs(sayEvery(askOutcomeAfter, language))),
      ].join(" "),
    ],
  };
};

/** The time that holds for all, and then whose is another. */
const answer = (
  { followUp, followUpOf, followUpFastLane }: Sales,
  segments: AgreementTerms["segments"],
  language: Language,
): string => {
  const say = words[language];
  const named = (id: string) => segments.find((each) => each.id === id)?.label[language] ?? id;
  const others = [
    ...followUpOf.map(({ segment, within }) =>
      say.followUpOf(sayDuration(within, language), quoted(named(segment), language)),
    ),
    say.fastLane(sayDuration(followUpFastLane, language)),
  ];
  return `${say.followUp(sayDuration(followUp, language))}; ${sayList(others, language)}`;
};

/** What is allowed no time at all is not spoken of. */
const reminder = ({ reminderShare, snooze, moreTime }: Sales, language: Language): string => {
  const say = words[language];
  const things = [
    ...(snooze.most === 0 ? [] : [say.snooze(snooze.most, sayDuration(snooze.longest, language))]),
    ...(moreTime.most === 0 ? [] : [say.moreTime(moreTime.most, sayDuration(moreTime.extra, language))]),
  ];
  const may = things.length === 0 ? "" : say.may(sayList(things, language, "or"));
  return `${say.reminderShare(sayShare(reminderShare, language))}${may}`;
};

const reasonsOf = (reasons: readonly RejectReason[], language: Language): string => {
  const say = words[language];
  const told = ({ label, coolDown }: RejectReason): string =>
    `${quoted(label[language], language)}${coolDown === undefined ? "" : say.coolDown(sayDuration(coolDown, language))}`;
  return (["recycle", "disqualify"] as const)
    .flatMap((leadsTo) => {
      const those = reasons.filter((reason) => reason.leadsTo === leadsTo).map(told);
      return those.length === 0 ? [] : [say.leadsTo[leadsTo](sayList(those, language, "or"))];
    })
    .join("; ");
};

const ladderWords = {
  es: {
    notify: (when: string, whom: string) => `${when} se avisa a ${whom}`,
    reassign: (when: string, time: string) => `${when} se reasigna, con ${time}`,
    returned: (when: string) => `${when} vuelve a marketing`,
    afresh: "si vence también, ",
    atOnce: "al momento",
    after: (time: string) => `al cabo de ${time}`,
    to: { manager: "su responsable", director: "la dirección comercial" },
  },
  en: {
    notify: (when: string, whom: string) => `${when} ${whom} is notified`,
    reassign: (when: string, time: string) => `${when} it is reassigned, with ${time} to answer`,
    returned: (when: string) => `${when} it returns to marketing`,
    afresh: "if that time is up too, ",
    atOnce: "at once",
    after: (time: string) => `after ${time}`,
    to: { manager: "the rep's manager", director: "the sales director" },
  },
} as const;

/** What follows a broken promise, in order, without its full stop; after a reassignment the count starts afresh. */
export const sayLadder = ({ escalation, reassignedWithin, returnAfter }: Ladder, language: Language): string => {
  const say = ladderWords[language];
  const later = (after: Duration): string =>
    parseDuration(after).amount === 0 ? say.atOnce : say.after(sayDuration(after, language));
  const step = (each: Escalation): string =>
    "to" in each
      ? say.notify(later(each.after), say.to[each.to])
      : say.reassign(later(each.after), sayDuration(reassignedWithin, language));
  return [...escalation.map(step), say.returned(later(returnAfter))]
    .map((text, i) => `${startsAfresh(escalation[i - 1]) ? say.afresh : ""}${text}`)
    .join("; ");
};

type Ladder = Pick<AgreementTerms["sla"]["sales"], "escalation" | "reassignedWithin" | "returnAfter">;

const startsAfresh = (above: Escalation | undefined): boolean => above !== undefined && "reassign" in above;
