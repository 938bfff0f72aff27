/** Characters, as `maxlength` in the page counts them. */
export const longestNote = 2000;

/** A rep's free text; an empty one is no note. Browsers send each line break as two characters, which are not counted. */
export const readNote = (form: URLSearchParams): { readonly note?: string } | "too-long" => {
  const note = (form.get("note") ?? "").replaceAll("\r\n", "\n").trim();
  if (note.length > longestNote) return "too-long";
  return note === "" ? {} : { note };
};
