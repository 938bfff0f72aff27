import { createFlag } from "./flag.ts";

const lost = createFlag();
const busy = createFlag();
const repeating = createFlag();

/** What came of the last request. */
export type Heard = "answered" | "busy" | "nobody";

/** Told after each request. */
export const heard = (what: Heard): void => {
  lost.set(what === "nobody");
  busy.set(what === "busy");
};

/** The last request had no answer: what is shown may be old. */
export const useConnectionLost = lost.useFlag;

/** The API has asked to be asked again. */
export const useBusy = busy.useFlag;

/** Told while something that a person has sent is being sent again. */
export const setRepeating = repeating.set;

/** What the person has sent has not been answered yet, and is sent again by itself. */
export const useRepeating = repeating.useFlag;
