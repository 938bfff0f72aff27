import * as z from "zod/mini";
import type { Rep } from "../../contract/agreement.ts";
import { AbsenceSchema, CapacitySchema } from "../../contract/rep-terms.ts";
import { droppable } from "../../contract/start-light.ts";

/** A rep's settings: what was changed since the agreement was deployed, by page, API or event; effective at once. */
export const RepSettingsSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Raised by one at each change; an assignment is conditional on the version that it read. */
    version: z.int(),
    /** Besides those of the agreement. */
    absences: z.array(AbsenceSchema),
    /** Instead of the agreement's; what is left out of it is as agreed. */
    capacity: z.optional(z.partial(CapacitySchema)),
    /** Last day with us, instead of the agreement's. */
    leaves: z.optional(z.string()),
    /** Id of the colleague, or of the API key, that made the last change. */
    by: z.string(),
    at: z.string(),
  }),
);
export type RepSettings = z.infer<typeof RepSettingsSchema>;

/** A rep as of now: the agreement's, overlaid with the settings, and their load. */
export interface RepNow {
  readonly rep: Rep;
  /** 0 when nothing was ever changed. */
  readonly settingsVersion: number;
  /** Leads in hand: unanswered, and accepted ones whose outcome is open. */
  readonly open: number;
  /** Leads given to the rep in this week of the company's calendar. */
  readonly newThisWeek: number;
  /** How many they may be: the agreed ones of a week, in proportion to the working days on which the rep is there. */
  readonly newAtMost: number;
}

/** The agreement's rep, overlaid with the settings. */
export const repAsChanged = (rep: Rep, settings: RepSettings | undefined): Rep =>
  settings === undefined
    ? rep
    : {
        ...rep,
        absences: [...(rep.absences ?? []), ...settings.absences],
        capacity: { ...rep.capacity, ...settings.capacity },
        leaves: settings.leaves ?? rep.leaves,
      };
