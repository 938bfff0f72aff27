import { seesAllLeads } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { useLanguage } from "../../language.tsx";
import { useMe, useSourceLabel } from "../../me.tsx";
import { type Filters, ownersOf, queryOf } from "./filters.ts";
import { pipelineWords } from "./pipeline-words.ts";

interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

export const FilterBar = ({ filters, onChange }: FilterBarProps) => {
  const { say } = useLanguage();
  const me = useMe();
  const sourceLabel = useSourceLabel();
  const { role, personas, grades } = me;
  const set = (name: keyof Filters) => (value: string) => onChange({ ...filters, [name]: value });
  const { source: chosen } = filters;
  const sources = chosen === undefined || me.sources.includes(chosen) ? me.sources : [...me.sources, chosen];
  return (
    <search className="pipeline-filters" aria-label={say(pipelineWords.filters)}>
      {seesAllLeads(role) && (
        <Choice
          label={pipelineWords.owner}
          value={filters.owner}
          onChange={set("owner")}
          options={ownersOf(me).map(({ id, name }) => ({ id, label: name }))}
        />
      )}
      <Choice
        label={pipelineWords.persona}
        value={filters.persona}
        onChange={set("persona")}
        options={personas.map(({ id, name }) => ({ id, label: say(name) }))}
      />
      <Choice
        label={pipelineWords.source}
        value={filters.source}
        onChange={set("source")}
        options={sources.map((id) => ({ id, label: say(sourceLabel(id)) }))}
      />
      <Choice
        label={pipelineWords.grade}
        value={filters.grade}
        onChange={set("grade")}
        options={grades.map((id) => ({ id, label: id }))}
      />
      <Mark label={pipelineWords.overdue} isOn={filters.overdue === "1"} onChange={set("overdue")} />
      <Mark label={componentWords.needsAttention} isOn={filters.attention === "1"} onChange={set("attention")} />
      {/* Without filters it keeps its place, so that none of them moves when the first is set. */}
      <Button onPress={() => onChange({})} isDisabled={queryOf(filters) === ""}>
        {say(pipelineWords.clear)}
      </Button>
    </search>
  );
};

interface ChoiceProps {
  readonly label: Bilingual;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

const Choice = ({ label, value = "", onChange, options }: ChoiceProps) => {
  const { say } = useLanguage();
  return (
    <label className={`pipeline-choice pipeline-choice-list${value === "" ? "" : " pipeline-choice-on"}`}>
      <span>{say(label)}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{say(pipelineWords.any)}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
};

interface MarkProps {
  readonly label: Bilingual;
  readonly isOn: boolean;
  readonly onChange: (value: string) => void;
}

const Mark = ({ label, isOn, onChange }: MarkProps) => {
  const { say } = useLanguage();
  return (
    <label className={`pipeline-choice${isOn ? " pipeline-choice-on" : ""}`}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked ? "1" : "")} />
      <span>{say(label)}</span>
    </label>
  );
};
