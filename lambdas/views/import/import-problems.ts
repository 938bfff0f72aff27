import type { FieldError, HttpResponse } from "../../domain/http/http.ts";
import type { TermsProblem } from "../../domain/import/check-terms.ts";
import { problemSaying } from "../board/action-problems.ts";

/** Somebody else has decided something, or a function has got on, since the page was shown. */
export const importMovedOn = (): HttpResponse =>
  problemSaying(409, "The import has changed", {
    es: "No se ha cambiado nada: la importación ha cambiado desde que la consultaste.",
    en: "Nothing was changed: the import has changed since you loaded it.",
  });

export const importNotNow = (): HttpResponse =>
  problemSaying(409, "Not possible now", {
    es: "Esto no es posible en el punto en que está la importación.",
    en: "This is not possible where the import stands.",
  });

/** For programs; pages show what is missing beside the columns. */
export const sayTermsProblem = (problem: TermsProblem): FieldError => {
  const field = "column" in problem ? `terms.mapping.${problem.column}` : "terms";
  return { field, detail: details[problem.because] };
};

const details: Record<TermsProblem["because"], string> = {
  "no-email": "no column is mapped to email",
  "no-consent-column": "the basis is per row, and no column is mapped to consent",
  "consent-unused": "a column is mapped to consent, and the basis is not per row",
  "unknown-engagement": "no kind of familiarity that a list may say of its people",
  "no-rows": "there are no rows below the header",
  twice: "mapped twice",
  "unknown-target": "no field of that name",
  "unknown-column": "the list has no such column",
};
