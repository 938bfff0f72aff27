/** A part of a text: paragraphs and list entries (which begin with `- `), as Markdown. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

const width = 100;

/** Numbered clauses below a title, as a contract has them: as easy to read as it stands as after Markdown. */
export const contractOf = (title: string, intro: string, clauses: readonly Section[]): string => {
  const clause = ({ heading, lines: [first = "", ...others] }: Section, i: number): string =>
    blocks([`**${i + 1}. ${heading}.** ${first}`, ...others]);
  return `${[`# ${title}`, fold(intro), ...clauses.map(clause)].join("\n\n")}\n`;
};

/** Headed sections below a title. */
export const annexOf = (title: string, intro: string, sections: readonly Section[]): string => {
  const section = ({ heading, lines }: Section): string => `## ${heading}\n\n${blocks(lines)}`;
  return `${[`# ${title}`, fold(intro), ...sections.map(section)].join("\n\n")}\n`;
};

/** A sentence or two in a paragraph, which the label makes easy to find. */
export const item = (label: string, text: string): string => `*${label}*: ${text}`;

export const entry = (label: string, text: string): string => `- **${label}**: ${text}`;

/** A list follows its introduction directly; any other paragraph has a blank line before it. */
const blocks = (lines: readonly string[]): string =>
  lines.map((line, i) => `${i === 0 ? "" : isEntry(line) ? "\n" : "\n\n"}${fold(line)}`).join("");

const isEntry = (line: string): boolean => line.startsWith("- ");

/** Broken between words, so that a terminal and a printer show it alike; entries hang, and code stays in one piece. */
const fold = (line: string): string => {
  const indent = isEntry(line) ? "  " : "";
  const folded: string[] = [];
  let current = "";
  for (const word of line.match(/(?:`[^`]*`|[^ ])+/g) ?? []) {
    if (current !== "" && current.length + 1 + word.length > width) {
      folded.push(current);
      current = indent + word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...folded, current].join("\n");
};
