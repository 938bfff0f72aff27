import { useEffect, useRef, useState } from "react";
import type { CheckedText } from "../../../../lambdas/contract/room.ts";
import { useBoard } from "../../data/api.ts";
import { checking } from "../../data/board-request.ts";

/** Milliseconds after the last change: whoever types is not asked about between two letters. */
const calm = 500;

/** What the API says of the text, a moment after it was changed; until it does, what it said before. */
export const useChecked = (text: string): { readonly checked: CheckedText | undefined; readonly isFresh: boolean } => {
  const settled = useSettled(text);
  const { data } = useBoard(checking(settled));
  const last = useRef<CheckedText>(undefined);
  useEffect(() => {
    if (data !== undefined) last.current = data;
  }, [data]);
  return { checked: data ?? last.current, isFresh: data !== undefined && settled === text };
};

const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), calm);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};
