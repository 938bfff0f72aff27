import { AsyncLocalStorage } from "node:async_hooks";
import { dynamoTwin, type Twin, type TwinRequest } from "../../local/twin/dynamo-twin.ts";

/** Those who act at the same time, and what must be so afterwards, whatever the order of their requests was. */
export interface Meeting {
  readonly actors: readonly (() => Promise<unknown>)[];
  readonly afterwards: () => Promise<void>;
}

interface Request extends TwinRequest {
  readonly actor: number;
  /** Whose how many-th request: the same in every run with the same order. */
  readonly id: string;
  readonly carryOut: () => void;
}

/** A point at which several requests wait: which of them went first in this run, and which need not any more. */
interface Point {
  readonly waiting: readonly Request[];
  readonly asleep: readonly Request[];
  readonly tried: Request[];
}

/**
 * Runs the meeting in every order of its requests to the table that can make a difference: two requests that touch
 * nothing in common, or only read, are tried in one order (sleep sets).
 * @returns the number of orders
 */
export const everyOrder = async (prepare: (table: Twin) => Promise<Meeting>, most = 20_000): Promise<number> => {
  const points: Point[] = [];
  let orders = 0;
  do {
    if (await run(prepare, points)) orders++;
    if (orders > most) throw new Error(`more than ${most} orders`);
  } while (nextOrder(points));
  return orders;
};

/** One for all runs: each that there is slows down every promise. */
const whose = new AsyncLocalStorage<{ readonly name: number; asked: number }>();

/** @returns false when this order is one that was tried before. */
const run = async (prepare: (table: Twin) => Promise<Meeting>, points: Point[]): Promise<boolean> => {
  const waiting: Request[] = [];
  const wait = async (request: TwinRequest) => {
    const actor = whose.getStore();
    if (actor === undefined) return;
    const id = `${actor.name}.${actor.asked++}`;
    await new Promise<void>((carryOut) => waiting.push({ ...request, actor: actor.name, id, carryOut }));
  };
  const table = dynamoTwin(wait, undefined, { cacheMiddleware: true });
  const { actors, afterwards } = await prepare(table);
  const ended = new Set<number>();
  const acts = actors.map((act, name) => whose.run({ name, asked: 0 }, act).finally(() => ended.add(name)));
  const isQuiet = () => actors.every((_, name) => ended.has(name) || waiting.some((request) => request.actor === name));
  const settled = Promise.allSettled(acts);
  for (let depth = 0; ; depth++) {
    await quiet(isQuiet, () => waiting.length);
    if (ended.size === actors.length) break;
    const chosen = choose(points, depth, waiting);
    if (chosen === undefined) return abandon(waiting, () => ended.size === actors.length);
    waiting.splice(waiting.indexOf(chosen), 1);
    chosen.carryOut();
  }
  for (const act of await settled) if (act.status === "rejected") throw act.reason;
  await afterwards();
  return true;
};

const choose = (points: Point[], depth: number, waiting: readonly Request[]): Request | undefined => {
  const known = points[depth];
  if (known !== undefined) return again(known, waiting);
  const above = points[depth - 1];
  const asleep = above === undefined ? [] : stillAsleep(above);
  const first = waiting.find(({ id }) => !asleep.some((each) => each.id === id));
  if (first === undefined) return undefined;
  points.push({ waiting: [...waiting], asleep, tried: [first] });
  return first;
};

/** An order that is begun again must come to the same point: else orders would be left out in silence. */
const again = ({ waiting: before, tried }: Point, waiting: readonly Request[]): Request => {
  const chosen = waiting.find(({ id }) => id === tried.at(-1)?.id);
  if (chosen === undefined || waiting.length !== before.length)
    throw new Error(
      `the same order came to another point: ${waiting.map(({ id }) => id)}, not ${before.map(({ id }) => id)}`,
    );
  return chosen;
};

/** What was tried first above need not be tried after something that does not meet it. */
const stillAsleep = ({ asleep, tried }: Point): Request[] => {
  const gone = tried.at(-1);
  return [...asleep, ...tried.slice(0, -1)].filter((each) => gone !== undefined && !meet(each, gone));
};

const meet = (one: Request, other: Request): boolean =>
  (one.writes || other.writes) &&
  one.touches.some(({ pk, sk }) =>
    other.touches.some((each) => [pk, each.pk].includes("*") || (each.pk === pk && isOne(sk, each.sk))),
  );

const isOne = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other;

/** Continues at the last point that has something left to try. */
const nextOrder = (points: Point[]): boolean => {
  for (let point = points.at(-1); point !== undefined; points.pop(), point = points.at(-1)) {
    const { waiting, asleep, tried } = point;
    const left = waiting.find(({ id }) => ![...asleep, ...tried].some((each) => each.id === id));
    if (left !== undefined) {
      tried.push(left);
      return true;
    }
  }
  return false;
};

/** Lets everyone come to an end. */
const abandon = async (waiting: Request[], isOver: () => boolean): Promise<false> => {
  while (!isOver()) {
    for (const { carryOut } of waiting.splice(0)) carryOut();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return false;
};

/** Until everyone waits for the table, or has ended; and has asked all that they ask at once. */
const quiet = async (isQuiet: () => boolean, asked: () => number): Promise<void> => {
  for (let still = 0, before = -1; still < 3; ) {
    await new Promise((resolve) => setImmediate(resolve));
    still = isQuiet() && asked() === before ? still + 1 : 0;
    before = asked();
  }
};
