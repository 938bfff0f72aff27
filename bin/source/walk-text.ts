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

/** Characters of each column at most: the table fits in 110. */
const widest = [3, 25, 23, 28, 23];

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
  ].map((row) => row.map((text, i) => foldedText(text, widest[i] ?? text.length)));
  const widths = widest.map((_, i) => Math.max(...rows.flatMap((row) => row[i] ?? []).map(({ length }) => length)));
  return rows.flatMap((row) =>
    Array.from({ length: Math.max(...row.map(({ length }) => length)) }, (_, line) =>
      widths
        .map((width, i) => (row[i]?.[line] ?? "").padEnd(width))
        .join("  ")
        .trimEnd(),
    ),
  );
};

/** In lines of at most so many characters: between words, and within a word that is longer than a line. */
const foldedText = (text: string, most: number): string[] => {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = rest.lastIndexOf(" ", most);
    const end = space > 0 ? space : most;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
};
