/** How often, and when last, the journey of this cycle was started again. */
export interface Restarts {
  readonly restarts: number;
  readonly restartedAt?: string | undefined;
}

const minuteMillis = 60_000;
const longestPauseMillis = 6 * 60 * minuteMillis;

/**
 * Whether a journey that died may be restarted now. The first time at once, since most deaths are accidents; then after
 * 1, 2, 4 … minutes, at most 6 hours: a lead on which every journey dies is retried for ever, at next to no cost.
 */
export const mayRestart = ({ restarts, restartedAt }: Restarts, now: string): boolean => {
  if (restarts === 0 || restartedAt === undefined) return true;
  const pause = Math.min(longestPauseMillis, minuteMillis * 2 ** (restarts - 1));
  return Date.parse(now) - Date.parse(restartedAt) >= pause;
};
