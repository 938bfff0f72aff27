import { useEffect, useRef, useState } from "react";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { atMostEvery } from "./at-most-every.ts";
import type { Range } from "./range.ts";

const refreshMillis = 5000;
const pulseMillis = 2000;

/** The figures of so many weeks, loaded again when a lead has moved. `isOld`: those of another range are still shown, until these have come or failed. */
export const useFigures = (weeks: Range) => {
  const read = useBoard(reading("figures", { weeks: String(weeks) }));
  const { data, problem } = read;
  useWhenLeadsMove(read.refetch);
  const [shown, setShown] = useState(data);
  if (data !== undefined && data !== shown) setShown(data);
  const isOld = data === undefined && problem === undefined;
  return { ...read, data: isOld ? shown : data, isOld };
};

const useWhenLeadsMove = (act: () => void): void => {
  const { data: pulse } = useBoard(reading("pulse"), { every: pulseMillis });
  const beat =
    pulse &&
    Object.entries(pulse.stages)
      .map(([stage, { pulse }]) => `${stage}:${pulse}`)
      .join();
  const [latest, heard, throttle] = [useRef(act), useRef(beat), useRef<ReturnType<typeof atMostEvery>>(undefined)];
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    throttle.current = atMostEvery(refreshMillis, () => latest.current(), {
      now: () => performance.now(),
      set: (wish, milliseconds) => window.setTimeout(wish, milliseconds),
      clear: (timer) => window.clearTimeout(timer),
    });
    return () => throttle.current?.stop();
  }, [latest, throttle]);
  useEffect(() => {
    // The first beat says nothing new: it is about as old as the figures.
    if (heard.current !== undefined && beat !== heard.current) throttle.current?.ask();
    heard.current = beat;
  }, [beat, heard, throttle]);
};
