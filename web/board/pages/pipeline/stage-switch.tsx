import type { Stage } from "../../../../lambdas/contract/stages.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { pipelineWords } from "./pipeline-words.ts";

interface StageSwitchProps {
  readonly chosen: Stage;
  readonly countIn: (stage: Stage) => number;
  readonly onChoose: (stage: Stage) => void;
}

/** On narrow screens: chooses the column. */
export const StageSwitch = ({ chosen, countIn, onChoose }: StageSwitchProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { stages } = useMe();
  return (
    <fieldset className="pipeline-switch">
      <legend className="unseen">{say(pipelineWords.stage)}</legend>
      {stages.map(({ id, label }) => (
        <label key={id} className="pipeline-switch-stage">
          <input type="radio" name="pipeline-stage" checked={id === chosen} onChange={() => onChoose(id)} />
          <span>{say(label)}</span>
          <span className="pipeline-switch-count">{format.number(countIn(id))}</span>
        </label>
      ))}
    </fieldset>
  );
};
