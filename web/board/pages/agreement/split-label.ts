/** Characters: longer text before a colon is a sentence, not a label. */
const longestLabel = 140;

/** Separates the label at the beginning of a line of the agreement, if there is one. */
export const splitLabel = (line: string): { readonly label: string; readonly text: string } => {
  const at = line.indexOf(": ");
  return at === -1 || at > longestLabel
    ? { label: "", text: line }
    : { label: line.slice(0, at + 1), text: line.slice(at + 1) };
};
