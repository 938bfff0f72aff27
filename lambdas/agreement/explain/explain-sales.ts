import type { AgreementTerms, Escalation, RejectReason } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { type Duration, parseDuration } from "../../contract/time.ts";
import { currenciesOf } from "../../domain/money/money.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { quoted, sayList } from "../../domain/text/say-names.ts";
import { item, type Section } from "./explain-layout.ts";
import { sayEvery, sayShare } from "./explain-words.ts";

const words = {
  es: {
    heading: "Qué promete ventas",
    answer: "Respuesta",
    followUp: (time: string) => `ventas acepta cada MQL, o lo rechaza con un motivo, en ${time}`,
    followUpOf: (time: string, segment: string) => `en ${time} para ${segment}`,
    fastLane: (time: string) => `en ${time} por la vía rápida`,
    reminderShare: (share: string) => `Al ${share} del plazo se envía un recordatorio`,
    snooze: (most: number, time: string) =>
      `aplazarlo ${plural(most, "es", { one: "una vez", other: `${most} veces` })} hasta ${time}`,
    moreTime: (most: number, time: string) =>
      `pedir ${plural(most, "es", { one: "una vez", other: `${most} veces` })} ${time} más`,
    may: (things: string) => `; con un motivo, el comercial puede ${things}`,
    ladder: "Después del plazo",
    room: "Reparto",
    roomIs: (time: string) =>
      `el lead se asigna a quien puede llevarlo (idioma, zona, segmento, sector) y tiene más margen, sin exceder su capacidad; si nadie tiene, se reintenta cada ${time}`,
    overflow: {
      manager: (time: string) => ` y, al cabo de ${time}, lo recibe un responsable`,
      deputy: (time: string) => ` y, al cabo de ${time}, lo recibe el suplente de un responsable`,
      nobody: () => ", empezando por el lead de más valor",
    },
    outcome: "Tras la aceptación",
    outcomeIs: (time: string, currencies: string) =>
      `ventas registra cada etapa del lead, el importe (${currencies}) si se gana y el motivo si se pierde; se le pregunta cada ${time}.`,
    reasons: "Rechazo",
    coolDown: (time: string) => ` (${time} en pausa)`,
    leadsTo: {
      recycle: (reasons: string) => `vuelve a marketing, en un nuevo ciclo, por ${reasons}`,
      disqualify: (reasons: string) => `se descarta definitivamente por ${reasons}`,
    },
  },
  en: {
    heading: "What sales promises",
    answer: "Answer",
    followUp: (time: string) => `sales accepts every MQL, or rejects them with a reason, within ${time}`,
    followUpOf: (time: string, segment: string) => `within ${time} for ${segment}`,
    fastLane: (time: string) => `within ${time} in the fast lane`,
    reminderShare: (share: string) => `The rep is reminded when ${share} of that time has passed`,
    snooze: (most: number, time: string) =>
      `snooze the lead ${plural(most, "en", { one: "once", other: `${most} times` })} for up to ${time}`,
    moreTime: (most: number, time: string) =>
      `ask ${plural(most, "en", { one: "once", other: `${most} times` })} for ${time} more`,
    may: (things: string) => `; with a reason, they may ${things}`,
    ladder: "After the deadline",
    room: "Distribution",
    roomIs: (time: string) =>
      `a lead goes to the eligible rep (language, territory, segment, industry) with the most headroom, never beyond capacity; if no rep has any, assignment is retried every ${time}`,
    overflow: {
      manager: (time: string) => ` and after ${time} a manager gets the lead`,
      deputy: (time: string) => ` and after ${time} a manager's deputy gets the lead`,
      nobody: () => ", starting with the most valuable lead",
    },
    outcome: "After acceptance",
    outcomeIs: (time: string, currencies: string) =>
      `sales records each stage of the lead, the amount (${currencies}) if won and the reason if lost, and is asked every ${time}.`,
    reasons: "Rejection",
    coolDown: (time: string) => ` (paused for ${time})`,
    leadsTo: {
      recycle: (reasons: string) => `returned to marketing, in a new cycle, for ${reasons}`,
      disqualify: (reasons: string) => `permanently disqualified for ${reasons}`,
    },
  },
} as const;

type Sales = AgreementTerms["sla"]["sales"];

export const explainSales = (terms: AgreementTerms, language: Language): Section => {
  const { sales } = terms.sla;
  const say = words[language];
  const { overflow, capacityRetry, askOutcomeAfter } = sales;
  const currencies = sayList(currenciesOf({ terms }), language, "or");
  const room = say.roomIs(sayEvery(capacityRetry, language));
  const beyond = say.overflow[overflow.to](sayDuration(overflow.after, language));
  return {
    heading: say.heading,
    lines: [
      [
        item(say.answer, `${answer(sales, terms.segments, language)}. ${reminder(sales, language)}.`),
        item(say.ladder, `${sayLadder(sales, language)}.`),
        item(say.reasons, `${reasonsOf(sales.rejectReasons, language)}.`),
        item(say.room, `${room}${beyond}.`),
        item(say.outcome, say.outcomeIs(sayEvery(askOutcomeAfter, language), currencies)),
      ].join(" "),
    ],
  };
};

/** The general deadline, then the ones that differ from it. */
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

/** What is never allowed is left out. */
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
    reassign: (when: string, time: string) => `${when} se reasigna a otra persona, con ${time}`,
    returned: (when: string) => `${when} vuelve a marketing`,
    afresh: "si también vence ese plazo, ",
    atOnce: "de inmediato",
    after: (time: string) => `al cabo de ${time}`,
    to: { manager: "su responsable", director: "la dirección comercial" },
  },
  en: {
    notify: (when: string, whom: string) => `${whom} is notified ${when}`,
    reassign: (when: string, time: string) => `the lead is reassigned ${when}, with ${time} to answer`,
    returned: (when: string) => `the lead returns to marketing ${when}`,
    afresh: "if that deadline passes too, ",
    atOnce: "immediately",
    after: (time: string) => `after ${time}`,
    to: { manager: "the rep's manager", director: "the sales director" },
  },
} as const;

/** What follows a missed deadline, in order, without a full stop; after a reassignment the count starts again. */
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
