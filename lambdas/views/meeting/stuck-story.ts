import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { parseDuration } from "../../contract/time.ts";
import { assertNever } from "../../domain/assert-never.ts";
import type { Topic } from "../../domain/meeting/stored-pack.ts";
import type { Stuck } from "../../domain/meeting/talk-facts.ts";
import { bilingual } from "../../domain/text/bilingual.ts";
import { sayDuration, sayElapsed } from "../../domain/text/say-duration.ts";
import { sayWorked } from "../../domain/text/say-worked.ts";
import { calendarOf } from "../../domain/working-time/calendar.ts";
import { nameOfColleague, sayTimes, stageLabel } from "./pack-words.ts";

/** Where the lead is stuck, and since when. */
export const stuckStory = (stuck: Stuck, agreement: Agreement, now: string): Topic => ({
  leadId: stuck.lead.leadId,
  story: linesOf(stuck, agreement, now),
});

const linesOf = (stuck: Stuck, agreement: Agreement, now: string): Bilingual[] => {
  switch (stuck.is) {
    case "over-limit":
      return overLimit(stuck.lead, agreement, now);
    case "waiting":
      return waiting(stuck, agreement);
    case "stopped":
      return [stopped(stuck, agreement)];
    default:
      return assertNever(stuck);
  }
};

type Of<K extends Stuck["is"]> = Extract<Stuck, { is: K }>;

const overLimit = (lead: Of<"over-limit">["lead"], agreement: Agreement, now: string): Bilingual[] => {
  const { stage, stageSince, limitAt, followUp } = lead;
  const { limit } = agreement.terms.stages[stage];
  const [label, who] = [stageLabel(stage, agreement), nameOfColleague(followUp.ownerId, agreement)];
  const { day } = sayTimes(agreement);
  const isWorkingTime = limit !== undefined && parseDuration(limit).working;
  const beyond = (language: Language) =>
    isWorkingTime ? sayWorked(limitAt, now, language, calendarOf(agreement)) : sayElapsed(limitAt, now, language);
  return [
    bilingual((language) => ({
      es: `En «${label.es}» desde el ${day(stageSince, language)}, con ${who}.`,
      en: `In “${label.en}” since ${day(stageSince, language)}, with ${who}.`,
    })),
    bilingual((language) => ({
      es: `${limit === undefined ? "Lo acordado" : `Lo acordado (${sayDuration(limit, "es")})`} se ha superado en ${beyond(language)}.`,
      en: `${limit === undefined ? "The limit" : `The limit (${sayDuration(limit, "en")})`} has been exceeded by ${beyond(language)}.`,
    })),
  ];
};

const waiting = ({ since, reps }: Of<"waiting">, agreement: Agreement): Bilingual[] => {
  const names = reps.map((id) => nameOfColleague(id, agreement)).join(", ");
  const { when } = sayTimes(agreement);
  return [
    bilingual((language) => ({
      es: `Es MQL y está sin comercial asignado desde el ${when(since, language)}.`,
      en: `An MQL without a rep since ${when(since, language)}.`,
    })),
    ...(names === "" ? [] : [{ es: `Podrían llevarlo: ${names}.`, en: `Could be assigned to: ${names}.` }]),
  ];
};

const stopped = ({ lead, at }: Of<"stopped">, agreement: Agreement): Bilingual => {
  const [label, { when }] = [stageLabel(lead.stage, agreement), sayTimes(agreement)];
  return bilingual((language) => ({
    es: `Un fallo nuestro lo detuvo el ${when(at, language)}, en «${label.es}»; operaciones lo está revisando.`,
    en: `An error on our side stopped the lead on ${when(at, language)}, in “${label.en}”; operations is looking into it.`,
  }));
};
