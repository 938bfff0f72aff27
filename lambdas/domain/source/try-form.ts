import { limitsOf } from "../../contract/agreed-limits.ts";
import { limits } from "../../contract/limits.ts";
import type { OwnValue } from "../../contract/own-value.ts";
import type { MappingRule, Source } from "../../contract/sources.ts";
import type { CaptureRules } from "../capture/capture-rules.ts";
import { beginningOf, cleanLine, cleanLines } from "../capture/clean-text.ts";
import { fieldCalled } from "../capture/field-names.ts";
import { asideOf, type Sign } from "../capture/kept-aside.ts";
import type { FieldProblem } from "../capture/problems.ts";
import { anyText } from "../capture/sent.ts";
import type { Submission } from "../capture/submission.ts";
import { type ParsedFields, parseFields } from "../capture/submission-fields.ts";
import type { Answer } from "./kind.ts";
import {
  type ArrivedForm,
  fieldMeant,
  isCalled,
  isMeant,
  type MappedAnswer,
  mapAnswers,
  sentByTool,
} from "./map-answers.ts";
import { type Suggestion, suggestField } from "./suggest-field.ts";

/** What would become of one answer. */
export interface TriedAnswer {
  /** Counted from 1. */
  readonly position: number;
  readonly answer: Answer;
  readonly by: MappedAnswer["by"];
  /** The field that it is: one of ours, or the id of one of the agreement's own. */
  readonly field?: string | undefined;
  /** What the lead has of it, by field; an answer that says nothing, or what is beside, has none. */
  readonly kept: readonly KeptValue[];
  /** It, or what of it could not be read, is shown beside the lead. */
  readonly isBeside: boolean;
  /** Of an answer that is no field. */
  readonly suggestion?: Suggestion | undefined;
}

export interface KeptValue {
  readonly field: string;
  readonly value: OwnValue;
}

/**
 * - `given`, `refused`: it is understood
 * - `not-understood`: something was said, and it is neither a yes nor a no: no consent
 * - `nothing-said`: the form asks, and this one leaves it open
 * - `not-asked`: no answer is the consent
 */
export type ConsentTried = "given" | "refused" | "not-understood" | "nothing-said" | "not-asked";

export interface TriedForm {
  readonly isTest: boolean;
  readonly answers: readonly TriedAnswer[];
  /** How many more there are than are told one by one. */
  readonly leftOut: number;
  /** The form as it would be stored; `undefined` when it cannot be taken. */
  readonly submission: Submission | undefined;
  /** Why a machine seems to have sent it, so that it would be kept aside; empty when nothing does. */
  readonly aside: readonly Sign[];
  /** Why it cannot be taken. */
  readonly problems: readonly FieldProblem[];
  readonly consent: ConsentTried;
  /** All fields that it asks for, or that the tool or the agreement says beside it. */
  readonly asked: ReadonlySet<string>;
  /** Rules of the mapping that no answer of it meets. */
  readonly unused: readonly MappingRule[];
  /** The agreement names a consent box, and the form has no such answer. */
  readonly lacksConsentBox: boolean;
}

/** Answers that are told one by one. */
const mostTold = 200;

/** Stands for the address of a form that has none, so that the rest of it can be told. */
const standIn = ["email", "nobody@example.com"] as const;

export const tryForm = (form: ArrivedForm, source: Source, agreed: CaptureRules): TriedForm => {
  const rules = { ...agreed, defaultLanguage: source.language ?? agreed.defaultLanguage };
  const { ownFields } = rules;
  const sent = sentByTool(form, source, ownFields);
  const read = parseFields(sent, rules);
  const tail = read.ok ? [] : [standIn];
  const whole = parseFields([...sent, ...tail], rules);
  const mapped = mapAnswers(form, source, ownFields);
  const names = [...mapped.map(({ to }) => to), ...sent.slice(mapped.length).map(([name]) => name)];
  const asked = new Set(names.flatMap((name) => fieldMeant(name, ownFields) ?? []));
  const answers = mapped.slice(0, mostTold).map((each, i): TriedAnswer => {
    const { answer, position, by, to } = each;
    const field = fieldMeant(to, ownFields);
    const without = parseFields([...sent.toSpliced(i, 1), ...tail], rules);
    const beside = isBeside(whole, each, field);
    const isSaid = anyText(answer.value) !== "" && !beside;
    const kept = keptBy(whole, without, field, isSaid).filter((value) => read.ok || value.field !== "email");
    const suggestion = by === "none" && kept.length === 0 ? suggestField(each, source, ownFields, asked) : undefined;
    return { position, answer, by, field, kept, isBeside: beside, suggestion };
  });
  return {
    isTest: form.isTest === true,
    answers,
    leftOut: mapped.length - answers.length,
    submission: read.ok ? read.submission : undefined,
    aside: (read.ok ? asideOf(read.signs, {}, limitsOf({}).forms)?.signs : undefined) ?? [],
    problems: read.ok ? [] : read.problems,
    consent: consentIn(whole, mapped),
    asked,
    unused: (source.mapping ?? []).filter((rule) => !mapped.some((each) => isMeant(rule, each.answer, each.position))),
    lacksConsentBox:
      source.consent !== undefined && !form.answers.some((answer) => isCalled(answer, source.consent?.answer ?? "")),
  };
};

/**
 * What the lead would lack without the answer. Of two that say the same nobody would miss one: the value is then that of
 * their field.
 */
const keptBy = (
  whole: ParsedFields,
  without: ParsedFields,
  field: string | undefined,
  isSaid: boolean,
): readonly KeptValue[] => {
  const all = valuesOf(whole);
  const value = field === undefined ? undefined : all.get(field);
  const ofField = field === undefined || value === undefined ? [] : [{ field, value }];
  // Without its address there would be no lead.
  if (!without.ok) return ofField;
  const rest = valuesOf(without);
  const missed = [...all].filter(([name, kept]) => anyText(rest.get(name)) !== anyText(kept));
  const own = missed.filter(([name]) => name !== "consentTextVersion" || field === name);
  if (own.length > 0) return own.map(([name, kept]) => ({ field: name, value: kept }));
  return isSaid ? ofField : [];
};

/** What of an answer is kept as it was written goes by its own name, or by that of its field. */
const isBeside = (read: ParsedFields, { answer: { value }, to }: MappedAnswer, field: string | undefined): boolean => {
  if (!read.ok) return false;
  const most = limits.otherFields.valueCharacters;
  const name = beginningOf(cleanLine(to, most), limits.otherFields.nameCharacters);
  const texts = [value, Array.isArray(value) ? value.map(anyText).join(", ") : value].map((each) =>
    cleanLines(anyText(each), most),
  );
  return read.submission.other.some(
    (other) => (other.name === name || other.name === field) && texts.some((text) => text.includes(other.value)),
  );
};

/** A form's values by field, those of the agreement's own by their ids. */
const valuesOf = (read: ParsedFields): ReadonlyMap<string, OwnValue> => {
  if (!read.ok) return new Map();
  const { submission } = read;
  const { own = {}, readAs: _, ...contact } = submission.contact;
  const { source, medium, campaign, term, content } = submission.utm;
  const [consent] = [...submission.consents, ...(submission.declined ?? [])];
  const values: Record<string, OwnValue | undefined> = {
    email: submission.email,
    ...contact,
    ...own,
    language: submission.languageChosen ? submission.language : undefined,
    timeZone: submission.timeZone,
    pageUrl: submission.pageUrl,
    visitorId: submission.visitorId,
    utmSource: source,
    utmMedium: medium,
    utmCampaign: campaign,
    utmTerm: term,
    utmContent: content,
    consent: consent?.said,
    consentTextVersion: consent?.textVersion,
  };
  return new Map(Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
};

const consentIn = (read: ParsedFields, mapped: readonly MappedAnswer[]): ConsentTried => {
  if (!mapped.some(({ to }) => fieldCalled(to) === "consent")) return "not-asked";
  if (!read.ok) return "nothing-said";
  const { consents, declined = [], other } = read.submission;
  if (consents.length > 0) return "given";
  if (declined.length > 0) return "refused";
  return other.some(({ name }) => name === "consent") ? "not-understood" : "nothing-said";
};
