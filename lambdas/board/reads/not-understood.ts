import { type FieldError, type HttpResponse, problem } from "../../domain/http/index.ts";

/** The question itself is wrong: what of it, by its fields. */
export const notUnderstood = (errors: readonly FieldError[]): HttpResponse =>
  problem(400, "Not understood", "The question is not one that the board knows.", errors);
