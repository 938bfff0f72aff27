/** Requests and answers of the API, as values. */
export { type FieldError, fieldErrorsOf, sayFieldErrors } from "./field-error.ts";
export { fromApiEvent, type HttpRequest, headerOf } from "./request.ts";
export { type HttpResponse, html, json, problem, seeOther } from "./response.ts";
