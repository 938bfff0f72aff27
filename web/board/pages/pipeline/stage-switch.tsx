import type { Stage } from "../../../../lambdas/contract/stages.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { type Count, StageCount } from "./counts.tsx";
import { pipelineWords } from "./pipeline-words.ts";

interface StageSwitchProps {
  readonly chosen: Stage;
  readonly countIn: (stage: Stage) => Count | undefined;
  readonly onChoose: (stage: Stage) => void;
}

/** On narrow screens: chooses the column. */
export const StageSwitch = ({ chosen, countIn, onChoose }: StageSwitchProps) => {
  const { say } = useLanguage();
  const { stages } = useMe();
  return (
    <fieldset className="pipeline-switch">
      <legend className="unseen">{say(pipelineWords.stage)}</legend>
      {stages.map(({ id, label }) => (
        <label key={id} className="pipeline-switch-stage">
          <input type="radio" name="pipeline-stage" checked={id === chosen} onChange={() => onChoose(id)} />
          <span>{say(label)}</span>
          <StageCount className="pipeline-switch-count" count={countIn(id)} />
        </label>
      ))}
    </fieldset>
  );
};
