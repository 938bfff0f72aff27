import type { Bilingual } from "../../contract/stages.ts";
import { type FieldError, type HttpResponse, problem } from "../../domain/http/http.ts";

/** A problem for people: `detail` is in English, as everywhere in the API, and `said` in both languages. */
export const problemSaying = (
  status: number,
  title: string,
  said: Bilingual,
  errors?: readonly FieldError[],
): HttpResponse => {
  const response = problem(status, title, said.en, errors);
  return { ...response, body: JSON.stringify({ ...JSON.parse(response.body), said }) };
};

export const unfit = (errors: readonly FieldError[]): HttpResponse =>
  problemSaying(
    422,
    "Some fields are invalid",
    { es: "Hay campos no válidos. No se ha cambiado nada.", en: "Some fields are invalid. Nothing was changed." },
    errors,
  );

/** The lead has changed since the user saw it. @param why where it is now, and why */
export const movedOn = (why: Bilingual): HttpResponse =>
  problemSaying(409, "The lead has changed", {
    es: `No se ha cambiado nada: el lead ha cambiado desde que lo consultaste. ${why.es}`,
    en: `Nothing was changed: the lead has changed since you loaded it. ${why.en}`,
  });

/** The lead's stage does not allow the action. */
export const notNow = (why: Bilingual): HttpResponse =>
  problemSaying(409, "Not possible now", {
    es: `Esta acción no es posible ahora con este lead. ${why.es}`,
    en: `This action is not possible for this lead now. ${why.en}`,
  });

/** The sender gave one key to two different actions; nobody can tell which was meant. */
export const usedBefore = (): HttpResponse =>
  problemSaying(422, "Idempotency-Key used before", {
    es: "No se ha cambiado nada: otra acción distinta se envió con la misma clave.",
    en: "Nothing was changed: a different action was sent with the same key.",
  });
