import type { Tone } from "../../../lambdas/contract/board.ts";

/** The time until something is due, and how urgent that looks. */
export interface TimeLeft {
  /** Negative once it is overdue. */
  readonly seconds: number;
  readonly tone: Tone;
}

export interface Due {
  readonly at: string;
  /** When the clock started: the last quarter counts as urgent. */
  readonly since?: string | undefined;
  /** The system takes this step by itself: it is not overdue until the system is late. */
  readonly isStep?: boolean | undefined;
}

/** Without a start, so much time left counts as urgent. */
const littleSeconds = 2 * 3600;
/** Steps of the system may queue for so long before they count as late. */
const stepLateSeconds = 15 * 60;

export const timeLeft = ({ at, since, isStep = false }: Due, now: number): TimeLeft => {
  const seconds = (Date.parse(at) - now) / 1000;
  if (isStep) return { seconds, tone: seconds < -stepLateSeconds ? "warn" : "plain" };
  if (seconds < 0) return { seconds, tone: "bad" };
  const little = since === undefined ? littleSeconds : Math.min(86_400, (Date.parse(at) - Date.parse(since)) / 4000);
  return { seconds, tone: seconds < little ? "warn" : "plain" };
};
