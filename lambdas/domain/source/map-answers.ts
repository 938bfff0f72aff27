import type { OwnField } from "../../contract/agreement.ts";
import type { MappingRule, Source } from "../../contract/sources.ts";
import { parseEmail } from "../capture/email.ts";
import { fieldLabelled } from "../capture/field-labels.ts";
import { fieldCalled, ownCalled } from "../capture/field-names.ts";
import { anyText, type Sent } from "../capture/sent.ts";
import { bareWord } from "../text/normal-form.ts";
import type { Answer, Arrived } from "./kind.ts";

/** What became of one answer of a form. */
export interface MappedAnswer {
  readonly answer: Answer;
  /** Counted from 1. */
  readonly position: number;
  /** The field that it is, by our name or as the form calls it. */
  readonly to: string;
  /**
   * `rule`: the mapping says so; `name`: by its id or label; `value`: nothing else is the address, and only this looks like
   * one; `none`: it is no field that we know, and is kept beside.
   */
  readonly by: "rule" | "name" | "value" | "none";
}

export type ArrivedForm = Extract<Arrived, { what: "form" }>;

/**
 * What the answers of a form become, one by one, in their order.
 * @param own the fields that the agreement adds to ours
 */
export const mapAnswers = (
  { answers }: Pick<ArrivedForm, "answers">,
  source: Source,
  own: readonly OwnField[] = [],
): MappedAnswer[] => {
  const all = answers.map((answer, i) => mapped(answer, i + 1, source, own));
  if (all.some(({ to }) => fieldMeant(to, own) === "email")) return all;
  // Some tools call their questions by numbers: then the one address in the form is whose it is.
  const addresses = all.filter(({ by, answer }) => by === "none" && isAddress(answer.value));
  return addresses.length === 1
    ? all.map((each) => (addresses.includes(each) ? { ...each, to: "email", by: "value" } : each))
    : all;
};

const isAddress = (value: unknown): boolean => typeof value === "string" && parseEmail(value) !== undefined;

const mapped = (
  answer: Answer,
  position: number,
  { mapping = [], consent }: Source,
  own: readonly OwnField[],
): MappedAnswer => {
  if (consent !== undefined && isCalled(answer, consent.answer)) return { answer, position, to: "consent", by: "rule" };
  const rule = mapping.find((each) => isMeant(each, answer, position));
  if (rule !== undefined) return { answer, position, to: rule.to, by: "rule" };
  const names = [answer.label, answer.id].filter((name) => name !== undefined);
  const known =
    names.find((name) => fieldCalled(name) !== undefined) ?? names.find((name) => fieldMeant(name, own) !== undefined);
  if (known !== undefined) return { answer, position, to: known, by: "name" };
  return { answer, position, to: answer.label ?? answer.id ?? String(position), by: "none" };
};

/** The field that a form means by this name: one of ours, or one of the agreement's own by its id. */
export const fieldMeant = (name: string, own: readonly OwnField[]): string | undefined =>
  fieldCalled(name) ?? ownCalled(name, own)?.id ?? fieldLabelled(name);

/** Whether the rule names this answer. */
export const isMeant = (rule: MappingRule, answer: Answer, position: number): boolean => {
  if ("position" in rule) return rule.position === position;
  if ("label" in rule) return answer.label !== undefined && plain(answer.label) === plain(rule.label);
  return answer.id === ("pointer" in rule ? rule.pointer : rule.id);
};

/** By its id, or by its label as people write it. */
export const isCalled = ({ id, label }: Answer, name: string): boolean =>
  id === name || (label !== undefined && plain(label) === plain(name));

/** Code units of a question. */
const longestLabel = 500;
const plain = (text: string): string => bareWord(text, longestLabel);

/**
 * The form by the names that our own form would use: the answers, then what the tool knows beside them, then what the
 * agreement says of every form of this source. Of two values of one field the first counts, and the other is kept.
 */
export const sentByTool = (form: ArrivedForm, source: Source, own: readonly OwnField[] = []): Sent => {
  const answers = mapAnswers(form, source, own).map(({ answer, to }): [string, unknown] => [
    to,
    to === "consent" && source.consent !== undefined ? consentIn(answer.value, source.consent) : answer.value,
  ]);
  const said = new Set(answers.flatMap(([name, value]) => (anyText(value) === "" ? [] : [fieldCalled(name)])));
  const beside = Object.entries(form.beside ?? {}).filter(([, value]) => value !== undefined);
  const agreed: Sent = [
    ...(source.interest !== undefined && !said.has("interest") ? [["interest", source.interest] as const] : []),
    ...(source.consent !== undefined && said.has("consent")
      ? [["consentTextVersion", source.consent.textVersion] as const]
      : []),
  ];
  return [...answers, ...beside, ...agreed];
};

/** Form tools send the words beside a ticked box; which of them are a yes, the agreement says. The words stay as the proof. */
const consentIn = (value: unknown, { yes = [], textVersion }: NonNullable<Source["consent"]>): unknown => {
  const [ticked, ...more] = Array.isArray(value) ? value : [value];
  const words = more.length === 0 ? anyText(ticked) : "";
  return yes.some((each) => plain(each) === plain(words)) && words !== "" ? { given: true, textVersion, words } : value;
};
