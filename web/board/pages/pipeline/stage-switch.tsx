import type { Me } from "../../../../lambdas/contract/board.ts";
import type { Stage } from "../../../../lambdas/contract/stages.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { type Count, StageCount } from "./counts.tsx";
import { pipelineWords } from "./pipeline-words.ts";
import { type Group, groups } from "./shown-stages.ts";

interface StageSwitchProps {
  /** The stages on the page; the first one is the chosen one. */
  readonly shown: Me["stages"];
  readonly countIn: (stage: Stage) => Count | undefined;
  readonly onChoose: (stage: Stage) => void;
}

/** On narrow screens: chooses the stages on the page. */
export const StageSwitch = ({ shown, countIn, onChoose }: StageSwitchProps) => {
  const { say } = useLanguage();
  const { stages } = useMe();
  return (
    <fieldset className="pipeline-switch">
      <legend className="unseen">{say(pipelineWords.stage)}</legend>
      {stages.map((stage) => (
        <label
          key={stage.id}
          className={`pipeline-switch-stage${shown.includes(stage) ? " pipeline-switch-shown" : ""}`}
        >
          <input type="radio" name="pipeline-stage" checked={stage === shown[0]} onChange={() => onChoose(stage.id)} />
          <span>{say(stage.label)}</span>
          <StageCount className="pipeline-switch-count" count={countIn(stage.id)} />
        </label>
      ))}
    </fieldset>
  );
};

interface GroupSwitchProps {
  readonly chosen: Group;
  readonly onChoose: (group: Group) => void;
}

/** On wide screens: open stages, or those in which leads have ended. */
export const GroupSwitch = ({ chosen, onChoose }: GroupSwitchProps) => {
  const { say } = useLanguage();
  return (
    <fieldset className="pipeline-switch">
      <legend className="unseen">{say(pipelineWords.group)}</legend>
      {groups.map((group) => (
        <label key={group} className="pipeline-switch-stage">
          <input type="radio" name="pipeline-group" checked={group === chosen} onChange={() => onChoose(group)} />
          <span>{say(pipelineWords.groups[group])}</span>
        </label>
      ))}
    </fieldset>
  );
};
