import { useSyncExternalStore } from "react";

/** One clock for the whole page, however many components use it. */
const createClock = (everyMillis: number) => {
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  const tick = (): void => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    now: (): number => now,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      if (timer === undefined) {
        now = Date.now();
        timer = setInterval(tick, everyMillis);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
};

const [quick, calm] = [createClock(1000), createClock(20_000)];
const nearMillis = 3_600_000;

/** The time in milliseconds: every second near this instant, three times a minute far from it. */
export const useNowNear = (iso: string): number => {
  const isNear = Math.abs(Date.parse(iso) - Date.now()) < nearMillis;
  const { subscribe, now } = isNear ? quick : calm;
  return useSyncExternalStore(subscribe, now);
};

/** The time in milliseconds, three times a minute. */
export const useNow = (): number => useSyncExternalStore(calm.subscribe, calm.now);

/** By the company's calendar, such as `2026-11-30`. */
export const today = (timeZone: string): string => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date());
