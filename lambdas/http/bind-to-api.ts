import { bindInForce } from "../adapters/agreement-in-force.ts";
import type { Agreement } from "../contract/agreement.ts";
import { type ApiHandler, respond } from "./respond.ts";

/**
 * Binds a handler of the API that works by the agreement, as `bindInForce` does. When nobody knows which agreement is in
 * force the caller is asked to try again, as at every other fault.
 */
export const bindToApi = <D>(
  start: () => (agreement: Agreement) => D,
  handlerOf: (deps: D) => ApiHandler,
): ApiHandler | undefined =>
  bindInForce(start, handlerOf, (error, { terms }) => {
    const fail = () => Promise.reject(error);
    return respond(fail, { company: terms.company.name });
  });
