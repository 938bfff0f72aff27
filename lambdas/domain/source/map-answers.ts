import type { MappingRule, Source } from "../../contract/sources.ts";
import { fieldCalled } from "../capture/field-names.ts";
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
  /** `rule`: the mapping says so; `name`: by its id or label; `none`: it is no field that we know, and is kept beside. */
  readonly by: "rule" | "name" | "none";
}

export type ArrivedForm = Extract<Arrived, { what: "form" }>;

/** What the answers of a form become, one by one, in their order. */
export const mapAnswers = ({ answers }: Pick<ArrivedForm, "answers">, source: Source): MappedAnswer[] =>
  answers.map((answer, i) => mapped(answer, i + 1, source));

const mapped = (answer: Answer, position: number, { mapping = [], consent }: Source): MappedAnswer => {
  if (consent !== undefined && isCalled(answer, consent.answer)) return { answer, position, to: "consent", by: "rule" };
  const rule = mapping.find((each) => isMeant(each, answer, position));
  if (rule !== undefined) return { answer, position, to: rule.to, by: "rule" };
  const known = [answer.label, answer.id].find((name) => name !== undefined && fieldCalled(name) !== undefined);
  if (known !== undefined) return { answer, position, to: known, by: "name" };
  return { answer, position, to: answer.label ?? answer.id ?? String(position), by: "none" };
};

const isMeant = (rule: MappingRule, answer: Answer, position: number): boolean => {
  if ("position" in rule) return rule.position === position;
  if ("label" in rule) return answer.label !== undefined && plain(answer.label) === plain(rule.label);
  return answer.id === ("pointer" in rule ? rule.pointer : rule.id);
};

const isCalled = ({ id, label }: Answer, name: string): boolean =>
  id === name || (label !== undefined && plain(label) === plain(name));

/** Code units of a question. */
const longestLabel = 500;
const plain = (text: string): string => bareWord(text, longestLabel);

/**
 * The form by the names that our own form would use: the answers, then what the tool knows beside them, then what the
 * agreement says of every form of this source. Of two values of one field the first counts, and the other is kept.
 */
export const sentByTool = (form: ArrivedForm, source: Source): Sent => {
  const answers = mapAnswers(form, source).map(({ answer, to }): [string, unknown] => [
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
