import type { Agreement } from "../../contract/agreement.ts";
import { limits } from "../../contract/limits.ts";
import { type HttpResponse, problem } from "../http/http.ts";
import { isWeek, weekOf, weeksUpTo } from "./week.ts";

export type SlaQuery =
  | { readonly ok: true; readonly weeks: string[] }
  | { readonly ok: false; readonly response: HttpResponse };

/** `week` is the last of this many `weeks`; when left out, the current week only. */
export const parseSlaQuery = (query: URLSearchParams, now: string, { terms }: Pick<Agreement, "terms">): SlaQuery => {
  const week = query.get("week") ?? weekOf(now, terms.company.timeZone);
  const count = query.get("weeks") ?? "1";
  const errors = [
    ...(isWeek(week) ? [] : [{ field: "week", detail: "expected an ISO week such as 2026-W48" }]),
    ...(/^[1-9]\d?$/.test(count) && Number(count) <= limits.slaWeeks
      ? []
      : [{ field: "weeks", detail: `expected a whole number from 1 to ${limits.slaWeeks}` }]),
  ];
  if (errors.length === 0) return { ok: true, weeks: weeksUpTo(week, Number(count)) };
  return {
    ok: false,
    response: problem(400, "Invalid query", "The query parameters name the weeks to report.", errors),
  };
};
