import { useEffect, useRef, useState } from "react";
import type { FitFigures, FitKnobs } from "./fit.ts";
import type { FitAnswer, FitAsked } from "./fit-worker.ts";

export interface FitSeen {
  readonly is: "waiting" | "bad" | "trial" | "known";
  readonly usual?: FitKnobs;
  readonly figures?: FitFigures;
  readonly curve?: readonly FitFigures[];
  readonly most?: number;
}

/** The simulation, in a worker of its own: the page stays quick whatever the sliders ask. */
export const useFit = (text: string, knobs: FitKnobs | undefined): FitSeen => {
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);
  const [seen, setSeen] = useState<FitSeen>({ is: "waiting" });
  useEffect(() => {
    const started = new Worker(new URL("./fit-worker.ts", import.meta.url), { type: "module" });
    started.onmessage = ({ data }: MessageEvent<FitAnswer>) => {
      if (data.asked === asked.current) setSeen((before) => withAnswer(before, data));
    };
    worker.current = started;
    return () => {
      worker.current = undefined;
      started.terminate();
    };
  }, []);
  useEffect(() => {
    asked.current += 1;
    const question: FitAsked = { asked: asked.current, text, now: new Date().toISOString(), knobs };
    worker.current?.postMessage(question);
  }, [text, knobs]);
  return seen;
};

/** What was known before stays until it is known anew. */
const withAnswer = (before: FitSeen, answer: FitAnswer): FitSeen => {
  switch (answer.is) {
    case "bad":
    case "trial":
      return { is: answer.is };
    case "figures":
      return { ...before, is: "known", usual: answer.usual, figures: answer.figures };
    case "curve":
      return { ...before, curve: answer.curve };
    case "pace":
      return { ...before, most: answer.most };
  }
};
