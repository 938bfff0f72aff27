import type { Rep } from "../../lambdas/contract/agreement.ts";
import type { RepNow } from "../../lambdas/domain/team/rep-now.ts";

/** A rep of the agreement who speaks both languages and takes ten leads a week, unless told otherwise. */
export const aRep = (id: string, some: Partial<Rep> = {}): Rep => ({
  id,
  name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  email: `${id}@engranaje.example`,
  language: "es",
  speaks: ["es", "en"],
  capacity: { newPerWeek: 10, openAtMost: 50 },
  manager: "pablo",
  ...some,
});

/** The rep as of now, with this many leads given this week, all still open. */
export const aRepNow = (rep: Rep, newThisWeek = 0, some: Partial<RepNow> = {}): RepNow => ({
  rep,
  settingsVersion: 0,
  open: newThisWeek,
  newThisWeek,
  newAtMost: rep.capacity.newPerWeek,
  ...some,
});
