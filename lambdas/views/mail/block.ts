import { oneLine, someLines } from "../../domain/text/plain-text.ts";
import { type FactLine, safeHref } from "../page/facts.ts";

/** A block of a mail. Text and HTML are written from the same blocks, so they say the same. */
export type Block =
  | { readonly is: "heading" | "paragraph" | "notice" | "quote"; readonly text: string }
  | { readonly is: "facts"; readonly facts: readonly FactLine[] }
  | { readonly is: "list"; readonly items: readonly string[] }
  /** A named thing with its text; the name links to its page. */
  | { readonly is: "story"; readonly label: string; readonly url: string; readonly lines: readonly string[] }
  /** The first column says what each row is about. */
  | { readonly is: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** One of the mail's pictures; `alt` says all that it shows. */
  | { readonly is: "picture"; readonly cid: string; readonly title: string; readonly alt: string; readonly size: Size }
  | { readonly is: "button" | "second-button" | "link"; readonly label: string; readonly url: string };

/** Of a picture, in pixels of the mail. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** All that a reader sees, in the order of both parts. */
export interface Written {
  readonly company: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly footer: readonly Block[];
}

const mostOfLine = 400;
const mostOfText = 4000;

const line = (text: string): string => oneLine(text, mostOfLine);

/** The block with all its text bounded and free of control characters. */
export const cleaned = (block: Block): Block => {
  switch (block.is) {
    case "paragraph":
    case "quote":
      return { ...block, text: someLines(block.text, mostOfText) };
    case "heading":
    case "notice":
      return { ...block, text: line(block.text) };
    case "list":
      return { ...block, items: block.items.map(line) };
    case "facts":
      return { ...block, facts: block.facts.map(cleanedFact) };
    case "story":
      return { ...block, label: line(block.label), lines: block.lines.map(line), url: safeHref(block.url) ?? "" };
    case "table":
      return { ...block, columns: block.columns.map(line), rows: block.rows.map((row) => row.map(line)) };
    case "picture":
      return { ...block, title: line(block.title), alt: someLines(block.alt, mostOfText) };
    default:
      return cleanedLink(block);
  }
};

/** A link that is not safe stays plain text. */
const cleanedLink = (block: Extract<Block, { url: string }>): Block => {
  const [label, url] = [line(block.label), safeHref(block.url)];
  return url === undefined ? { is: "paragraph", text: label } : { ...block, label, url };
};

const cleanedFact = ({ label, value, href }: FactLine): FactLine => ({
  label: line(label),
  value: line(value),
  href: safeHref(href),
});

/** A list of sentences under its heading; nothing at all when there are none. */
export const section = (heading: string, items: readonly string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { is: "heading", text: heading },
        { is: "list", items },
      ];

/** The texts that there are, each a paragraph. */
export const paragraphs = (...texts: readonly (string | undefined)[]): Block[] =>
  texts.flatMap((text): Block[] => (text === undefined ? [] : [{ is: "paragraph", text }]));
