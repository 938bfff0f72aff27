import type { Agreement } from "../../contract/agreement.ts";
import { limits } from "../../contract/limits.ts";
import { unreachable } from "../../domain/follow-up/answer.ts";
import { leftOf, putOffRange } from "../../domain/follow-up/answer-limits.ts";
import { type AnswerField, type AnswerProblem, answerProblems } from "../../domain/follow-up/answer-problems.ts";
import type { PossibleOwner } from "../../domain/follow-up/colleagues.ts";
import type { AnswerChoice, RawAnswer } from "../../domain/follow-up/parse-answer.ts";
import type { Unanswered } from "../../domain/lead/lead.ts";
import type { Owner } from "../../domain/team/owner.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { type Reader, readerOf, sayWhen, zoneOf } from "../../domain/text/when.ts";
import { localTime } from "../../domain/working-time/local-time.ts";
import {
  type Choice,
  choiceField,
  countField,
  noteField,
  optionField,
  textField,
  timeField,
  typedIn,
} from "../page/form.ts";
import { html, type Markup } from "../page/index.ts";
import { answerWords } from "./answer-words.ts";

/** The form's values: chosen by the mail's button, or typed in a refused post. */
export type TypedAnswer = { readonly [F in keyof RawAnswer]?: string | undefined };

export const typedAnswer = (form: URLSearchParams): TypedAnswer => ({
  answer: typedIn(form, "answer"),
  meetingAt: typedIn(form, "meetingAt"),
  reason: typedIn(form, "reason"),
  tries: typedIn(form, "tries"),
  to: typedIn(form, "to"),
  until: typedIn(form, "until"),
  why: typedIn(form, "why"),
  note: typedIn(form, "note"),
});

export interface AnswerFields {
  readonly lead: Unanswered;
  readonly agreement: Agreement;
  /** The lead's owner. */
  readonly owner: Owner;
  /** Who answers: the owner, or a colleague for them. */
  readonly reader: Owner;
  readonly possible: readonly PossibleOwner[];
  readonly typed: TypedAnswer;
  readonly problem?: AnswerProblem | undefined;
  readonly now: string;
}

export const readerOfForm = ({ lead, reader, agreement }: AnswerFields): Reader =>
  readerOf(lead.followUp, reader, agreement);

/** One choice, and the fields that belong to what is chosen. What is used up is named instead of offered. */
export const answerFields = (fields: AnswerFields): Markup => {
  const { reader, typed, problem } = fields;
  const say = answerWords[reader.language];
  return html`${choiceField({
    name: "answer",
    legend: say.legend,
    choices: choicesOf(fields),
    chosen: typed.answer,
    wrong: wrongIn(fields, "answer"),
  })}${usedUp(fields)}${meetingField(fields)}${rejectFields(fields)}${colleagueField(fields)}${putOffFields(fields)}${noteField(
    {
      language: reader.language,
      value: typed.note ?? "",
      tooLong: problem === "note-too-long",
      only: "accept meeting reject pass-on",
    },
  )}`;
};

const wrongIn = ({ problem, reader }: AnswerFields, field: AnswerField): string | undefined =>
  problem !== undefined && answerProblems[problem].field === field
    ? answerProblems[problem][reader.language]
    : undefined;

const choicesOf = (fields: AnswerFields): Choice[] => {
  const { lead, agreement, reader, owner, possible, now } = fields;
  const say = answerWords[reader.language];
  const left = leftOf(lead.followUp, agreement);
  const choice = (value: AnswerChoice, hint: string): Choice => ({ value, label: say[value], hint });
  const { latest } = putOffRange(lead.followUp, owner, agreement, now);
  const extra = sayDuration(agreement.terms.sla.sales.moreTime.extra, reader.language);
  return [
    choice("accept", say.acceptMeans),
    choice("meeting", say.meetingMeans),
    choice("reject", say.rejectMeans),
    ...(possible.length > 0 ? [choice("pass-on", say["pass-onMeans"])] : []),
    ...(left.snoozes > 0 ? [choice("snooze", say.snoozeMeans(sayWhen(latest, readerOfForm(fields))))] : []),
    ...(left.extensions > 0 ? [choice("more-time", say["more-timeMeans"](extra))] : []),
  ];
};

const usedUp = ({ lead, agreement, reader }: AnswerFields): Markup => {
  const { snoozes, extensions } = lead.followUp;
  const left = leftOf(lead.followUp, agreement);
  const say = answerWords[reader.language];
  const said = [
    ...(left.snoozes === 0 && snoozes > 0 ? [say.snoozed(snoozes)] : []),
    ...(left.extensions === 0 && extensions > 0 ? [say.extended(extensions)] : []),
  ];
  if (said.length === 0) return html``;
  return html`<p><small>${said.join(" ")}</small></p>
`;
};

const clocksOf = ({ reader, agreement }: AnswerFields): { zone: string; hint: string } => {
  const zone = reader.timeZone ?? agreement.terms.company.timeZone;
  return { zone, hint: zoneOf({ language: reader.language, timeZone: zone }) };
};

const meetingField = (fields: AnswerFields): Markup =>
  timeField({
    name: "meetingAt",
    label: answerWords[fields.reader.language].meetingAt,
    hint: clocksOf(fields).hint,
    value: fields.typed.meetingAt ?? "",
    wrong: wrongIn(fields, "meetingAt"),
    only: "meeting",
  });

const rejectFields = (fields: AnswerFields): Markup => {
  const { reader, agreement, typed } = fields;
  const say = answerWords[reader.language];
  const reasons = agreement.terms.sla.sales.rejectReasons;
  const tries = countField({
    name: "tries",
    label: say.tries,
    value: typed.tries ?? "",
    wrong: wrongIn(fields, "tries"),
    only: "reject",
    when: unreachable,
  });
  return html`${optionField({
    name: "reason",
    label: say.reason,
    none: say.none,
    options: reasons.map(({ id, label }) => ({ value: id, label: label[reader.language] })),
    value: typed.reason ?? "",
    wrong: wrongIn(fields, "reason"),
    only: "reject",
  })}${reasons.some(({ id }) => id === unreachable) && tries}`;
};

/** A full colleague is shown with the figures and cannot be chosen; one who is away is not shown. */
const colleagueField = (fields: AnswerFields): Markup => {
  const { reader, possible, typed } = fields;
  const say = answerWords[reader.language];
  const shown = possible.filter(({ can }) => can !== "not-while-away");
  if (shown.length === 0) return html``;
  return optionField({
    name: "to",
    label: say.to,
    none: say.nobody,
    options: shown.map(({ colleague: { id, name }, can, why }) => ({
      value: id,
      label: why === undefined ? name : `${name} (${why[reader.language]})`,
      disabled: can !== "take-it",
    })),
    value: typed.to ?? "",
    wrong: wrongIn(fields, "to"),
    only: "pass-on",
  });
};

const putOffFields = (fields: AnswerFields): Markup => {
  const { lead, owner, agreement, reader, typed, now } = fields;
  const say = answerWords[reader.language];
  const left = leftOf(lead.followUp, agreement);
  if (left.snoozes === 0 && left.extensions === 0) return html``;
  const { after, latest, suggested } = putOffRange(lead.followUp, owner, agreement, now);
  const { toTheSecond } = readerOfForm(fields);
  const { zone, hint } = clocksOf(fields);
  const until = timeField({
    name: "until",
    label: say.until,
    hint,
    value: typed.until ?? localTime(suggested, zone, toTheSecond),
    earliest: localTime(after, zone, toTheSecond),
    latest: localTime(latest, zone, toTheSecond),
    toTheSecond,
    wrong: wrongIn(fields, "until"),
    only: "snooze",
  });
  const why = textField({
    name: "why",
    label: say.why,
    longest: limits.reasonCharacters,
    value: typed.why ?? "",
    wrong: wrongIn(fields, "why"),
    only: "snooze more-time",
  });
  return html`${left.snoozes > 0 && until}${why}`;
};
