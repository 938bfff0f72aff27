import { assertNever } from "../../domain/assert-never.ts";
import type { Block, Written } from "./block.ts";

/** The plain part of a mail: the same pieces in the same order, footer below the usual mark of a signature. */
export const mailText = ({ company, title, blocks, footer }: Written): string =>
  `${[company, title, ...blocks.map(plain)].join("\n\n")}\n\n-- \n${footer.map(plain).join("\n")}\n`;

const plain = (block: Block): string => {
  switch (block.is) {
    case "paragraph":
    case "notice":
      return block.text;
    case "heading":
      return `${block.text}\n${"-".repeat([...block.text].length)}`;
    case "quote":
      return block.text.replace(/^/gm, "> ");
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "story":
      return [
        block.label,
        ...block.lines.map((line) => `  ${line}`),
        ...(block.url === "" ? [] : [`  ${block.url}`]),
      ].join("\n");
    case "table":
      return block.rows.map((row) => rowInWords(block.columns, row)).join("\n");
    case "picture":
      return `${block.title}\n${block.alt}`;
    case "button":
    case "second-button":
    case "link":
      return `${block.label}:\n${block.url}`;
    default:
      return assertNever(block);
  }
};

/** `MQLs (marketing), Week 47: 19 (Agreed: 15, Weeks before: 17)`: columns do not line up in every program. */
const rowInWords = (
  [, first = "", ...others]: readonly string[],
  [label = "", value = "", ...values]: readonly string[],
) => {
  const more = others.flatMap((name, i) => (values[i] === "–" ? [] : [`${name}: ${values[i] ?? ""}`]));
  return `${label}, ${first}: ${value}${more.length === 0 ? "" : ` (${more.join(", ")})`}`;
};
