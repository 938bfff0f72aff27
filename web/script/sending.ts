import type { TrackedEvent, VisitorMemory, Waiting } from "./memory.ts";

/** The most events that the API takes in one request. */
const mostAtOnce = 20;
/** Milliseconds that an event waits, to be sent together with others. */
const soon = 1000;
/** Milliseconds between two attempts, at most. */
const longest = 300_000;

/**
 * Sends the events to the API: each at least once and always with the same id, so that it counts once. What has not
 * arrived stays in the memory and is sent with the next attempt, or from the next page.
 */
export const sender = (address: string, memory: VisitorMemory) => {
  const underWay = new Set<string>();
  let pause = soon;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (): void => {
    // Jitter: browsers that were turned away together do not come back together.
    timer ??= setTimeout(flush, pause * (1 + Math.random() / 4));
  };

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (memory.choice() !== "given") return;
    const free = memory.waiting().filter(({ event }) => !underWay.has(event.id));
    const [first] = free;
    if (first === undefined) return;
    const batch = free.filter(({ reference }) => reference === first.reference).slice(0, mostAtOnce);
    for (const { event } of batch) underWay.add(event.id);
    const { reference } = first;
    // Both: if the reference has expired, the events count for the visitor id.
    const who = { reference, visitorId: memory.visitorId() };
    post(address, JSON.stringify({ ...who, events: batch.map(({ event }) => event) })).then(
      ({ status, seconds }) => settle(batch, status, seconds),
      () => settle(batch, 0),
    );
    if (free.length > batch.length) flush();
  };

  /** @param seconds as long as the API asks to wait */
  const settle = (batch: readonly Waiting[], status: number, seconds = 0): void => {
    for (const { event } of batch) underWay.delete(event.id);
    const tryAgain = status === 0 || status === 429 || status >= 500;
    pause = tryAgain ? Math.min(Math.max(2 * pause, seconds * 1000), longest) : soon;
    if (!tryAgain) memory.replace(batch, status >= 400 ? withoutTime : () => []);
    if (memory.waiting().length > 0) later();
  };

  return {
    add(event: TrackedEvent): void {
      memory.add(event);
      later();
    },
    flush,
  };
};

/** After a refusal, sends the event without its time, in case the clock is wrong; after a second refusal, drops it. */
const withoutTime = ({ reference, event: { at, ...event } }: Waiting): Waiting[] =>
  at === undefined ? [] : [{ reference, event }];

interface Sent {
  readonly status: number;
  /** To wait before the next attempt, if the API says so. */
  readonly seconds?: number;
}

/** Sends plain text, which needs no CORS preflight, and survives leaving the page. */
const post = async (address: string, body: string): Promise<Sent> => {
  if (!("keepalive" in Request.prototype)) return { status: navigator.sendBeacon(address, body) ? 202 : 0 };
  const { status, headers } = await fetch(address, { method: "POST", body, keepalive: true, credentials: "omit" });
  return { status, seconds: Number(headers.get("retry-after")) || 0 };
};
