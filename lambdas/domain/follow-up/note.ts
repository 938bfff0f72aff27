import { limits } from "../../contract/limits.ts";

/** A rep's free text; an empty one is no note. */
export const parseNote = (form: URLSearchParams): { readonly note?: string } | "too-long" =>
  noteIn(form.get("note") ?? "");

/** Browsers send each line break as two characters, which are not counted. */
export const noteIn = (text: string): { readonly note?: string } | "too-long" => {
  const note = text.replaceAll("\r\n", "\n").trim();
  if (note.length > limits.noteCharacters) return "too-long";
  return note === "" ? {} : { note };
};
