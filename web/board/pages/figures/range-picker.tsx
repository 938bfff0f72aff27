import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useLanguage } from "../../language.tsx";
import { figuresWords as words } from "./figures-words.ts";
import { type Range, rangeOf, ranges } from "./range.ts";

interface Props {
  readonly range: Range;
  readonly onChoose: (range: Range) => void;
}

/** Chooses how many weeks are shown. */
export const RangePicker = ({ range, onChoose }: Props) => {
  const { say } = useLanguage();
  return (
    <div className="figures-range">
      <ToggleButtonGroup
        className="figures-range-choices"
        aria-label={`${say(words.range)}: ${say(words.weeks)}`}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(range)]}
        onSelectionChange={([chosen]) => onChoose(rangeOf(String(chosen)))}
      >
        {ranges.map((weeks) => (
          <ToggleButton key={weeks} id={String(weeks)} className="figures-range-choice">
            {weeks}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <span aria-hidden="true">{say(words.weeks)}</span>
    </div>
  );
};
