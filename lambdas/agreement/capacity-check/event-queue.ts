import TinyQueue from "tinyqueue";

/** Events in the order of time; simultaneous ones in the order in which they were added. */
export interface EventQueue<E> {
  add(at: number, event: E): void;
  /** Takes the earliest out; `undefined` when nothing more happens. */
  next(): { readonly at: number; readonly event: E } | undefined;
}

export const eventQueue = <E>(): EventQueue<E> => {
  let added = 0;
  const heap = new TinyQueue<{ readonly at: number; readonly order: number; readonly event: E }>(
    [],
    (one, other) => one.at - other.at || one.order - other.order,
  );
  return { add: (at, event) => heap.push({ at, order: added++, event }), next: () => heap.pop() };
};
