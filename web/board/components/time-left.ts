import type { Tone } from "../../../lambdas/contract/board.ts";

/** Until something is due, and how that should look. */
export interface TimeLeft {
  /** Negative when it is over. */
  readonly seconds: number;
  readonly tone: Tone;
}

export interface Due {
  readonly at: string;
  /** When the time began to run: a quarter left is little. */
  readonly since?: string | undefined;
  /** The machine takes the next step by itself: nobody is late before it is. */
  readonly isStep?: boolean | undefined;
}

/** Without a beginning, so much is little. */
const littleSeconds = 2 * 3600;
/** Steps of the machine may wait for each other a little. */
const stepLateSeconds = 15 * 60;

export const timeLeft = ({ at, since, isStep = false }: Due, now: number): TimeLeft => {
  const seconds = (Date.parse(at) - now) / 1000;
  if (isStep) return { seconds, tone: seconds < -stepLateSeconds ? "warn" : "plain" };
  if (seconds < 0) return { seconds, tone: "bad" };
  const little = since === undefined ? littleSeconds : Math.min(86_400, (Date.parse(at) - Date.parse(since)) / 4000);
  return { seconds, tone: seconds < little ? "warn" : "plain" };
};
