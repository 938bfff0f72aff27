import * as z from "zod/mini";
import { allStates, type Definition, isWait, type State } from "../../local/twin/definition.ts";

/** docs/journey.md: the state graph on one page, made from the synthesised definition so that it cannot lie. */
export const drawn = (definition: Definition): string =>
  [
    "# The journey of a lead",
    "",
    "One execution per lead and cycle. Made from the synthesised state machine by `npm run journey:draw`; a test holds the",
    "two together.",
    "",
    "Boxes are steps, diamonds are questions, rounded boxes wait, circles are endings. A wait ends when something comes in",
    "(plain arrow), when something came in before the token was stored (`signal`), or when its time is over (`timer`). Two",
    "arrows are left out because every step has them: `LeadGone` leads to *The lead was erased*, and any other error that",
    "retries did not cure to *Flag the lead*.",
    "",
    "```mermaid",
    "flowchart TD",
    ...nodes(definition),
    ...edges(definition),
    "```",
    "",
    "| state | what it does |",
    "| --- | --- |",
    ...allStates(definition)
      .filter(([, { Type }]) => Type !== "Choice")
      .map(([name, { Comment = "" }]) => `| ${name} | ${Comment} |`)
      .sort(),
    "",
  ].join("\n");

const idOf = (name: string): string =>
  name.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, "");

const shapeOf = (name: string, state: State): string => {
  if (state.Type === "Choice") return `{"${name}"}`;
  if (state.Type === "Succeed" || state.Type === "Fail") return `(("${name}"))`;
  return isWait(state) ? `(["${name}"])` : `["${name}"]`;
};

const nodes = ({ States }: Definition): string[] =>
  Object.entries(States)
    .map(([name, state]) => `  ${idOf(name)}${shapeOf(name, state)}`)
    .sort();

const edges = ({ States }: Definition): string[] =>
  Object.entries(States)
    .flatMap(([name, state]) =>
      waysOut(state).map(([to, label]) => `  ${idOf(name)} -->${label && `|${label}|`} ${idOf(to)}`),
    )
    .sort();

const waysOut = (state: State): [to: string, label: string][] => [
  ...(state.Next === undefined ? [] : [[state.Next, ""] satisfies [string, string]]),
  ...(state.Choices ?? []).map((choice): [string, string] => [choice.Next, labelOf(choice)]),
  ...(state.Default === undefined ? [] : [[state.Default, "else"] satisfies [string, string]]),
  ...(isWait(state) ? caught(state, "States.Timeout", "timer") : []),
  ...(isWait(state) ? caught(state, "DynamoDb.ConditionalCheckFailedException", "signal") : []),
];

const labelOf = (choice: NonNullable<State["Choices"]>[number]): string => {
  if ("Not" in choice) return "not said";
  const rules = choice.And === undefined ? [choice] : z.array(z.looseObject({})).parse(choice.And);
  return rules.map((rule) => String(rule.StringEquals ?? ("IsPresent" in rule ? "rest" : "yes"))).join(", ");
};

const caught = ({ Catch = [] }: State, error: string, label: string): [string, string][] =>
  Catch.filter(({ ErrorEquals }) => ErrorEquals.includes(error)).map(({ Next }) => [Next, label]);
