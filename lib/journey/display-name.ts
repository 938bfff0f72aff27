/** Bytes that fit into one encoded word of RFC 2047 (75 characters in all) as base64. */
const wordBytes = 45;

/** The name as RFC 5322 wants it before the address: quoted, or in encoded words where it is not ASCII. */
export const displayName = (name: string): string =>
  /^[\x20-\x7e]*$/.test(name) ? `"${name.replace(/["\\]/g, "\\$&")}"` : encodedWords(name).join(" ");

const encodedWords = (name: string): string[] => {
  const words: string[] = [""];
  for (const character of name) {
    const longer = `${words.at(-1)}${character}`;
    if (Buffer.byteLength(longer) > wordBytes) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`);
};
