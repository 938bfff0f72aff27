import type { AgreementTerms, RejectReason } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayLadder } from "./explain-ladder.ts";
import { item, type Section } from "./explain-layout.ts";
import { quoted, sayEvery, sayList, sayShare, sayTime } from "./explain-words.ts";

const words = {
  es: {
    heading: "Qué promete ventas",
    answer: "Respuesta",
    followUp: (time: string) => `cada MQL queda aceptado o rechazado, con su motivo, en ${time}`,
    followUpOf: (time: string, segment: string) => `en ${time} para ${segment}`,
    fastLane: (time: string) => `en ${time} por la vía rápida`,
    reminderShare: (share: string) => `Al ${share} del plazo se envía un recordatorio`,
    snooze: (most: number, time: string) =>
      `aplazarlo ${plural(most, "es", { one: `${most} vez`, other: `${most} veces` })} hasta ${time}`,
    moreTime: (most: number, time: string) =>
      `pedir ${plural(most, "es", { one: `${most} vez`, other: `${most} veces` })} ${time} más`,
    may: (things: string) => `; con un motivo, el comercial puede ${things}`,
    ladder: "Después del plazo",
    room: "Reparto",
    roomIs: (time: string) =>
      `el lead va a quien puede llevarlo (idioma, zona, segmento, sector) y tiene más margen, sin exceder su capacidad; si nadie tiene capacidad, se reintenta cada ${time}`,
    overflow: {
      manager: (time: string) => ` y, al cabo de ${time}, lo recibe un responsable`,
      deputy: (time: string) => ` y, al cabo de ${time}, lo recibe el suplente de un responsable`,
      nobody: () => ", el de más valor primero",
    },
    outcome: "Después",
    outcomeIs: (time: string) =>
      `ventas registra cada etapa del lead aceptado, su importe si se gana y su motivo si se pierde; se le pregunta cada ${time}.`,
    reasons: "Rechazo",
    coolDown: (time: string) => ` (${time} en pausa)`,
    leadsTo: {
      recycle: (reasons: string) => `vuelve a marketing, en otro ciclo, por ${reasons}`,
      disqualify: (reasons: string) => `se descarta definitivamente por ${reasons}`,
    },
  },
  en: {
    heading: "What sales promises",
    answer: "Answer",
    followUp: (time: string) => `every MQL is accepted, or rejected with a reason, within ${time}`,
    followUpOf: (time: string, segment: string) => `within ${time} for ${segment}`,
    fastLane: (time: string) => `within ${time} in the fast lane`,
    reminderShare: (share: string) => `The rep is reminded when ${share} of that time has passed`,
    snooze: (most: number, time: string) =>
      `snooze the lead ${plural(most, "en", { one: "once", other: `${most} times` })} by up to ${time}`,
    moreTime: (most: number, time: string) =>
      `ask ${plural(most, "en", { one: "once", other: `${most} times` })} for ${time} more`,
    may: (things: string) => `, and with a reason may ${things}`,
    ladder: "After the deadline",
    room: "Distribution",
    roomIs: (time: string) =>
      `a lead goes to the eligible rep (language, territory, segment, industry) with the most headroom, never beyond capacity; if nobody has capacity, we try again every ${time}`,
    overflow: {
      manager: (time: string) => ` and after ${time} a manager gets the lead`,
      deputy: (time: string) => ` and after ${time} a manager's deputy gets the lead`,
      nobody: () => ", for the most valuable first",
    },
    outcome: "Afterwards",
    outcomeIs: (time: string) =>
      `sales records each stage of the accepted lead, the amount if won and the reason if lost; we ask every ${time}.`,
    reasons: "Rejection",
    coolDown: (time: string) => ` (${time} of cool-down)`,
    leadsTo: {
      recycle: (reasons: string) => `returned to marketing, in a new cycle, for ${reasons}`,
      disqualify: (reasons: string) => `permanently disqualified for ${reasons}`,
    },
  },
} as const;

type Sales = AgreementTerms["sla"]["sales"];

export const explainSales = ({ sla: { sales }, segments }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const { overflow, capacityRetry, askOutcomeAfter } = sales;
  const room = say.roomIs(sayEvery(capacityRetry, language));
  const beyond = say.overflow[overflow.to](sayTime(overflow.after, language));
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
      say.followUpOf(sayTime(within, language), quoted(named(segment), language)),
    ),
    say.fastLane(sayTime(followUpFastLane, language)),
  ];
  return `${say.followUp(sayTime(followUp, language))}; ${sayList(others, language)}`;
};

/** What is never allowed is left out. */
const reminder = ({ reminderShare, snooze, moreTime }: Sales, language: Language): string => {
  const say = words[language];
  const things = [
    ...(snooze.most === 0 ? [] : [say.snooze(snooze.most, sayTime(snooze.longest, language))]),
    ...(moreTime.most === 0 ? [] : [say.moreTime(moreTime.most, sayTime(moreTime.extra, language))]),
  ];
  const may = things.length === 0 ? "" : say.may(sayList(things, language, "or"));
  return `${say.reminderShare(sayShare(reminderShare, language))}${may}`;
};

const reasonsOf = (reasons: readonly RejectReason[], language: Language): string => {
  const say = words[language];
  const told = ({ label, coolDown }: RejectReason): string =>
    `${quoted(label[language], language)}${coolDown === undefined ? "" : say.coolDown(sayTime(coolDown, language))}`;
  return (["recycle", "disqualify"] as const)
    .flatMap((leadsTo) => {
      const those = reasons.filter((reason) => reason.leadsTo === leadsTo).map(told);
      return those.length === 0 ? [] : [say.leadsTo[leadsTo](sayList(those, language, "or"))];
    })
    .join("; ");
};
