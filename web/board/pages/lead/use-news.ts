import { useEffect, useRef, useState } from "react";
import type { StoryEntry } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { leadWords } from "./lead-words.ts";

/** What to announce when the story has new entries. */
export const useNews = (entries: readonly StoryEntry[]): Bilingual | undefined => {
  const newest = entries[0]?.at ?? "";
  const seen = useRef(newest);
  const [news, setNews] = useState<Bilingual>();
  useEffect(() => {
    const since = entries.filter(({ at }) => at > seen.current).length;
    seen.current = newest;
    if (since > 0) setNews(leadWords.newEntries(since));
  }, [entries, newest]);
  return news;
};
