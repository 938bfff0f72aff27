import type { Agreement } from "../../contract/agreement.ts";
import { readNote } from "./read-note.ts";

/** What a rep says to a lead that was handed off. */
export type Answer =
  | { readonly kind: "accepted"; readonly note?: string }
  | { readonly kind: "rejected"; readonly reason: string; readonly note?: string };

export type AnswerReading =
  | { readonly ok: true; readonly answer: Answer }
  | {
      readonly ok: false;
      readonly problem: "choice-missing" | "reason-missing" | "reason-unknown" | "note-too-long";
    };

/** Reads the answer form: `answer` is `accept` or `reject`, `reason` the id of an agreed reason, `note` free text. */
export const readAnswer = (form: URLSearchParams, agreement: Agreement): AnswerReading => {
  const [choice, reason, note] = [form.get("answer"), form.get("reason") ?? "", readNote(form)];
  if (choice !== "accept" && choice !== "reject") return { ok: false, problem: "choice-missing" };
  if (note === "too-long") return { ok: false, problem: "note-too-long" };
  if (choice === "accept") return { ok: true, answer: { kind: "accepted", ...note } };
  if (reason === "") return { ok: false, problem: "reason-missing" };
  const isAgreed = agreement.terms.sla.sales.rejectReasons.some(({ id }) => id === reason);
  return isAgreed
    ? { ok: true, answer: { kind: "rejected", reason, ...note } }
    : { ok: false, problem: "reason-unknown" };
};
