import { type RefObject, useEffect, useRef } from "react";
import { Button } from "../../components/button.tsx";
import { FailedNote } from "../../components/loaded.tsx";
import { useLanguage } from "../../language.tsx";
import { pipelineWords } from "./pipeline-words.ts";
import type { useColumn } from "./use-column.ts";

interface ColumnEndProps {
  readonly column: ReturnType<typeof useColumn>;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** Loads more when it is scrolled into view; a button does the same for the keyboard. */
export const ColumnEnd = ({ column, scroller }: ColumnEndProps) => {
  const { say } = useLanguage();
  const { problem, isNextMissing, hasMore, hasToBeAsked, isReading, readMore, reading } = column;
  const end = useRef<HTMLDivElement>(null);
  const readsByItself = hasMore && !hasToBeAsked && !isReading && problem === undefined;

  useEffect(() => {
    if (end.current === null || !readsByItself) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && void readMore(), {
      root: scroller.current,
      rootMargin: "600px 0px",
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [readsByItself, readMore, scroller]);

  return (
    <div className="pipeline-end" ref={end}>
      {problem !== undefined && (isNextMissing || reading.data === undefined) && (
        <FailedNote problem={problem} of={isNextMissing ? { isReading, refetch: readMore } : reading} />
      )}
      {hasMore && problem === undefined && (
        <Button onPress={() => void readMore()} isPending={isReading}>
          {say(isReading ? pipelineWords.reading : hasToBeAsked ? pipelineWords.further : pipelineWords.more)}
        </Button>
      )}
    </div>
  );
};
