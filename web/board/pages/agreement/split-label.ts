/** Characters: what is longer before its colon is a sentence. */
const longestLabel = 140;

/** A line of the contract begins with the label of what it says, if it has one. */
export const splitLabel = (line: string): { readonly label: string; readonly text: string } => {
  const at = line.indexOf(": ");
  return at === -1 || at > longestLabel
    ? { label: "", text: line }
    : { label: line.slice(0, at + 1), text: line.slice(at + 1) };
};
