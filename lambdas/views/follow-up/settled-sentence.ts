import { assertNever } from "../../domain/assert-never.ts";
import type { Settled } from "../../domain/follow-up/settled.ts";

/** What happened to the lead instead, in words for programs: ids only. */
export const saySettled = (settled: Settled): string => {
  switch (settled.is) {
    case "answered": {
      const { kind, at, by, ownerId } = settled.answer;
      return `It was ${kind} by ${by ?? ownerId} at ${at}, and the first answer counts.`;
    }
    case "passed-on":
      return `${settled.ownerId} has it now.`;
    case "returned":
      return `Nobody answered in time: marketing has it again${settled.at === undefined ? "" : ` since ${settled.at}`}.`;
    case "moved-on":
      return `It waits for no answer since ${settled.at}.`;
    default:
      return assertNever(settled);
  }
};
