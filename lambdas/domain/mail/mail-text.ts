import { assertNever } from "../assert-never.ts";
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
    case "button":
    case "second-button":
    case "link":
      return `${block.label}:\n${block.url}`;
    default:
      return assertNever(block);
  }
};
