import { createHash } from "node:crypto";
import type { KeptTerms } from "../../contract/agreement-explained.ts";

const hashOf = (text: string, characters: number): string =>
  createHash("sha256").update(text).digest("hex").slice(0, characters);

/** The beginning of the id of all terms that are compiled to this text. */
export const idOfCompiled = (compiled: string): string => hashOf(compiled, 24);

/** By what they are: terms compiled otherwise, or written otherwise, are others. */
export const idOfTerms = ({ agreement, text }: Pick<KeptTerms, "agreement" | "text">): string =>
  `${idOfCompiled(JSON.stringify(agreement))}-${hashOf(text, 8)}`;
