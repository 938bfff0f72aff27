import type { Bilingual, Language } from "../../contract/stages.ts";

/** What is wrong with one field: what was expected, never what was sent. */
export interface FieldProblem {
  readonly field: string;
  readonly says: Bilingual;
}

/** Why a request is refused; with one problem per field when its fields are invalid. */
export interface Refusal {
  readonly status: 400 | 413 | 415 | 422;
  readonly title: Bilingual;
  readonly detail: Bilingual;
  readonly problems: readonly FieldProblem[];
}

/** The reason of a refusal; `language`: the form's own, when it has one. */
export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
  readonly language?: Language | undefined;
}

/** The result of parsing a field; `unread` is text that could not be parsed and is kept as sent. */
export interface Reading<T> {
  readonly value?: T | undefined;
  readonly unread?: string | undefined;
  readonly problem?: FieldProblem | undefined;
}

export const refusal = (status: Refusal["status"], title: Bilingual, detail: Bilingual): Refusal => ({
  status,
  title,
  detail,
  problems: [],
});

/** The fields are invalid. */
export const refusedFields = (problems: readonly FieldProblem[]): Refusal => ({
  status: 422,
  title: { es: "Hay campos no válidos", en: "Some fields are invalid" },
  detail: {
    es: "No se ha guardado nada: corrija los campos indicados y vuelva a enviar el formulario.",
    en: "Nothing was stored: please correct the fields listed and send the form again.",
  },
  problems,
});

export const required = (field: string): FieldProblem => ({ field, says: { es: "obligatorio", en: "required" } });

export const tooLong = (field: string, most: number): FieldProblem => ({
  field,
  says: { es: `${most} caracteres como máximo`, en: `at most ${most} characters` },
});

export const notText = (field: string): FieldProblem => ({
  field,
  says: { es: "debe ser texto", en: "must be text" },
});
