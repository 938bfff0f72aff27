import { Button } from "../../components/button.tsx";
import { useLanguage } from "../../language.tsx";
import { pipelineWords } from "./pipeline-words.ts";
import type { Hidden } from "./use-hidden-columns.ts";

interface HiddenStagesProps extends Hidden {
  readonly onShow: () => void;
}

/** Says how many stages are beyond the edges, and scrolls to them; it keeps its place when there are none. */
export const HiddenStages = ({ before, after, onShow }: HiddenStagesProps) => {
  const { say } = useLanguage();
  return (
    <div className={before + after === 0 ? "pipeline-hidden pipeline-hidden-none" : "pipeline-hidden"}>
      <Button onPress={onShow}>
        {after === 0 && <span aria-hidden="true">‹</span>}
        {say(pipelineWords.hidden(before + after))}
        {after > 0 && <span aria-hidden="true">›</span>}
      </Button>
    </div>
  );
};
