/** What happens next, in the order of time; of what happens at once, in the order in which it was added. */
export interface EventQueue<E> {
  add(at: number, event: E): void;
  /** Takes the earliest out; `undefined` when nothing more happens. */
  next(): { readonly at: number; readonly event: E } | undefined;
}

interface Entry<E> {
  readonly at: number;
  readonly order: number;
  readonly event: E;
}

/** A binary heap. */
export const eventQueue = <E>(): EventQueue<E> => {
  const heap: Entry<E>[] = [];
  let added = 0;
  return {
    add: (at, event) => {
      heap.push({ at, order: added++, event });
      siftUp(heap);
    },
    next: () => {
      const [first, last] = [heap[0], heap.pop()];
      if (first !== last && last !== undefined) {
        heap[0] = last;
        siftDown(heap);
      }
      return first;
    },
  };
};

const isBefore = <E>(one: Entry<E>, other: Entry<E>): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

const siftUp = <E>(heap: Entry<E>[]): void => {
  for (let i = heap.length - 1; i > 0; ) {
    const parent = (i - 1) >> 1;
    if (!swapIfBefore(heap, i, parent)) return;
    i = parent;
  }
};

const siftDown = <E>(heap: Entry<E>[]): void => {
  for (let i = 0; ; ) {
    const [left, right] = [heap[2 * i + 1], heap[2 * i + 2]];
    if (left === undefined) return;
    const child = right !== undefined && isBefore(right, left) ? 2 * i + 2 : 2 * i + 1;
    if (!swapIfBefore(heap, child, i)) return;
    i = child;
  }
};

const swapIfBefore = <E>(heap: Entry<E>[], child: number, parent: number): boolean => {
  const [lower, upper] = [heap[child], heap[parent]];
  if (lower === undefined || upper === undefined || !isBefore(lower, upper)) return false;
  heap[child] = upper;
  heap[parent] = lower;
  return true;
};
