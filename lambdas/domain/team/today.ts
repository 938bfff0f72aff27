import type { Agreement } from "../../contract/agreement.ts";
import { clocksAt, dayMillis } from "../working-time/zone.ts";
import type { Owner } from "./owner.ts";

/** The day (`2026-11-24`) that it is where this colleague works. */
export const todayOf = ({ timeZone }: Pick<Owner, "timeZone">, { terms }: Agreement, now: string): string => {
  const clocks = clocksAt(Date.parse(now), timeZone ?? terms.company.timeZone);
  return new Date(Math.floor(clocks / dayMillis) * dayMillis).toISOString().slice(0, 10);
};
