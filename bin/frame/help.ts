import { helpOf, isRequired, type Options } from "./option.ts";

/** What of a command its help is made from. */
export interface Described {
  /** As npm knows it: `agreement:capacity`. */
  readonly name: string;
  /** What it is for; an empty line separates paragraphs. */
  readonly does: string;
  readonly options: Options;
  readonly needs?: readonly Need[];
  /** What else there is to know, below the options; a paragraph that is indented stays as it is. */
  readonly notes?: string;
  /** The permissions that it needs on AWS: `dynamodb:Query on the table`. */
  readonly permissions?: string;
  /** What its exit codes say, where that is more than done, not done, used wrongly. */
  readonly exits?: string;
}

/** Options of which one set must be complete. */
export interface Need {
  readonly oneOf: readonly (readonly string[])[];
  /** Only then, by what was typed. */
  readonly when?: (typed: Readonly<Record<string, unknown>>) => boolean;
}

const width = 110;
const usualExits = "Exit code: 0 done, 1 could not be done, 2 used wrongly.";

export const helpText = (command: Described): string => {
  const { does, options, notes, permissions, exits = usualExits } = command;
  const rows = Object.keys(options).map((key) => rowOf(options, key));
  const access =
    permissions === undefined
      ? []
      : [
          `It uses your AWS credentials and region, which must allow ${permissions}. The pipeline on this machine needs none: --outputs .local/outputs.json.`,
        ];
  return [
    synopsis(command),
    ...does.split("\n\n").map((each) => wrapped(each)),
    table([...rows, ["--help", "this text"]]),
    ...(notes === undefined ? [] : notes.split("\n\n").map((each) => wrapped(each))),
    ...[...access, exits].map((each) => wrapped(each)),
  ].join("\n\n");
};

/** `--weeks N`; of an argument, what stands for it. */
export const nameOf = (options: Options, key: string): string => {
  const { takes, argument } = helpOf(options, key);
  if (argument !== undefined) return takes ?? key;
  return takes === undefined ? `--${key}` : `--${key} ${takes}`;
};

/** What the help has of one option, and an error when it is missing. */
export const rowOf = (options: Options, key: string): readonly string[] => {
  const { says, default: usual, environment } = helpOf(options, key);
  const otherwise = usual ?? (environment === undefined ? undefined : `the environment's ${environment}`);
  return [nameOf(options, key), otherwise === undefined ? says : `${says} (default: ${otherwise})`];
};

/** A longer name has a line of its own. */
const longestName = 44;

/** Names and what is said of them, one a line. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const fitting = rows.map(([name = ""]) => name.length).filter((length) => length <= longestName);
  const longest = Math.max(0, ...fitting);
  return rows
    .map(([name = "", sentence = ""]) =>
      name.length > longestName
        ? `  ${name}\n${wrapped(`${" ".repeat(longest + 4)}${sentence}`, longest + 4)}`
        : wrapped(`  ${name.padEnd(longest)}  ${sentence}`, longest + 4),
    )
    .join("\n");
};

/** First what must be given, then what may. */
const synopsis = ({ name, options, needs = [] }: Described): string => {
  const always = needs.filter(({ when }) => when === undefined);
  const groups = always.map(({ oneOf }) => oneOf.map((set) => set.map((key) => nameOf(options, key)).join(" ")));
  const grouped = new Set(always.flatMap(({ oneOf }) => oneOf.flat()));
  const alone = Object.keys(options).filter((key) => !grouped.has(key));
  const isWord = (key: string) => helpOf(options, key).argument !== undefined;
  const inOrder = [...alone.filter(isWord), ...alone.filter((key) => !isWord(key))];
  const required = [
    ...inOrder.filter((key) => isRequired(options, key)).map((key) => nameOf(options, key)),
    ...groups.map((choices) => (choices.length > 1 ? `(${choices.join(" | ")})` : choices.join())),
  ];
  const further = inOrder.filter((key) => !isRequired(options, key)).map((key) => `[${nameOf(options, key)}]`);
  const begins = `npm run ${name} `;
  const parts = [...required, ...further].join(" ");
  if (parts === "") return begins.trim();
  return wrapped(required.length > 0 ? `${begins}-- ${parts}` : `${begins}[-- ${parts}]`, begins.length);
};

/** Broken between words; further lines are indented. Text that begins with spaces over several lines is laid out already. */
export const wrapped = (paragraph: string, indent = 0, columns = width): string => {
  if (paragraph.includes("\n  ")) return paragraph;
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.replaceAll("\n", " ").split(/(?<=\S) /)) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = `${" ".repeat(indent)}${word}`;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
};
