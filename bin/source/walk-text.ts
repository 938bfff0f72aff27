import type { Walk, WalkedAnswer, WalkedThing } from "../../lambdas/contract/board-sources.ts";
import type { Language } from "../../lambdas/contract/stages.ts";

const words = {
  es: {
    question: "Pregunta",
    said: "Respuesta",
    field: "Campo",
    kept: "Lo que tendrá el lead",
    by: { rule: "por mapping", name: "por su nombre", value: "la única dirección", none: "también dijo" },
    nothing: "–",
    suggestions: "Sugerencias para «mapping» en el acuerdo:",
    unused: "Reglas de «mapping» que ninguna respuesta cumple:",
    never: "Criterios que nunca se cumplirán, porque el formulario no lo pregunta:",
  },
  en: {
    question: "Question",
    said: "Answer",
    field: "Field",
    kept: "What the lead will have",
    by: { rule: "by the mapping", name: "by its name", value: "the only address", none: "also said" },
    nothing: "–",
    suggestions: "Suggestions for “mapping” in the agreement:",
    unused: "Rules of the “mapping” that no answer meets:",
    never: "Criteria that can never match, because the form does not ask:",
  },
} as const;

/** The walk of a request as a plain table. */
export const walkText = ({ unread, things }: Walk, language: Language): string =>
  [...(unread === undefined ? [] : [unread[language]]), ...things.map((thing) => thingText(thing, language))].join(
    "\n\n",
  );

const thingText = ({ says, answers, notes, unused, never }: WalkedThing, language: Language): string => {
  const say = words[language];
  const suggested = answers.flatMap(({ suggestion }) => (suggestion === undefined ? [] : [suggestion.rule]));
  return [
    says[language],
    ...(answers.length === 0 ? [] : ["", ...tableText(answers, language)]),
    ...(notes.length === 0 ? [] : ["", ...notes.map((note) => note[language])]),
    ...listText(say.suggestions, suggested),
    ...listText(say.unused, unused),
    ...listText(
      say.never,
      never.map(
        ({ persona, criteria }) => `${persona[language]}: ${criteria.map((each) => each[language]).join(", ")}`,
      ),
    ),
  ].join("\n");
};

const listText = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];

/** Characters of a column. */
const widest = 36;

const tableText = (answers: readonly WalkedAnswer[], language: Language): string[] => {
  const say = words[language];
  const rows = [
    ["#", say.question, say.said, say.field, say.kept],
    ...answers.map((answer) => [
      String(answer.position),
      answer.id === undefined ? answer.name : `${answer.name} [${answer.id}]`,
      answer.said || say.nothing,
      answer.to === undefined ? say.by.none : `${answer.to[language]} (${say.by[answer.by]})`,
      answer.kept?.[language] ?? say.nothing,
    ]),
  ].map((row) => row.map((text) => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text)));
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
};
