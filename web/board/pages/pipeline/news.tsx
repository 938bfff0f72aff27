import { useLanguage } from "../../language.tsx";
import { pipelineWords } from "./pipeline-words.ts";
import type { Arrivals } from "./use-arrivals.ts";

/** Says for screen readers which leads have come in or moved. */
export const News = ({ announced }: { announced: Arrivals }) => {
  const { say } = useLanguage();
  const parts = [
    ...(announced.arrived > 0 ? [say(pipelineWords.arrived(announced.arrived))] : []),
    ...(announced.moved > 0 ? [say(pipelineWords.moved(announced.moved))] : []),
  ];
  return (
    <p className="unseen" role="status">
      {parts.join(", ")}
    </p>
  );
};
