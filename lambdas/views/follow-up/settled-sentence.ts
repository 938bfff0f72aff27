import { assertNever } from "../../domain/assert-never.ts";
import type { Settled } from "../../domain/follow-up/settled.ts";

/** What happened to the lead instead, in words for programs: ids only. */
export const saySettled = (settled: Settled): string => {
  switch (settled.is) {
    case "answered": {
      const { kind, at, by, ownerId } = settled.answer;
      return `The lead was ${kind} by ${by ?? ownerId} at ${at}, and the first answer counts.`;
    }
    case "passed-on":
      return `The owner is ${settled.ownerId} now.`;
    case "returned":
      return `Nobody answered on time: the lead returned to marketing${settled.at === undefined ? "" : ` at ${settled.at}`}.`;
    case "moved-on":
      return `The lead has not been waiting for an answer since ${settled.at}.`;
    default:
      return assertNever(settled);
  }
};
