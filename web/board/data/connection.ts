import { createFlag } from "./flag.ts";

const lost = createFlag();

/** Told after each request: whether anybody answered. */
export const heard = (answered: boolean): void => lost.set(!answered);

/** The last request had no answer: what is shown may be old. */
export const useConnectionLost = lost.useFlag;
