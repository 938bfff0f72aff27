/**
 * The parts of a week that are counted on their own. Those whose number only the agreement bounds come first in the
 * order of the keys: a week is read from its beginning, and whatever address someone invents for a campaign makes
 * one more at the end.
 */
export const slices = {
  all: "all",
  /** The reasons of the leads that sales has closed, for all and by persona. */
  effect: (persona?: string) => (persona === undefined ? "all#effect" : `all#effect#${bounded(persona)}`),
  /** How long leads stayed in a stage, as the steps of a histogram. */
  stay: (stage: string) => `all#stay#${stage}`,
  persona: (id: string) => `persona#${bounded(id)}`,
  rep: (id: string) => `rep#${bounded(id)}`,
  source: (id: string) => `source#${bounded(id)}`,
} as const;

/** Ids of the agreement are far shorter; a longer one must not inflate a key or an item. */
const longest = 80;
export const bounded = (id: string): string => id.slice(0, longest);

/** The id of a slice that begins so; `undefined` of any other. */
export const idIn = (slice: string, beginning: "persona" | "rep" | "source"): string | undefined =>
  slice.startsWith(`${beginning}#`) ? slice.slice(beginning.length + 1) : undefined;
