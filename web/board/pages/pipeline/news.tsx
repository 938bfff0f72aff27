import { useLanguage } from "../../language.tsx";
import { pipelineWords } from "./pipeline-words.ts";
import type { Arrivals } from "./use-arrivals.ts";

/** What came by itself, for those who do not see it come. */
export const News = ({ told }: { told: Arrivals }) => {
  const { say } = useLanguage();
  const parts = [
    ...(told.arrived > 0 ? [say(pipelineWords.arrived(told.arrived))] : []),
    ...(told.moved > 0 ? [say(pipelineWords.moved(told.moved))] : []),
  ];
  return (
    <p className="unseen" role="status">
      {parts.join(", ")}
    </p>
  );
};
