import { type ReactNode, useId, useMemo, useState } from "react";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { sayDuration } from "../../../../lambdas/domain/text/say-duration.ts";
import { Button } from "../../components/button.tsx";
import { useLanguage } from "../../language.tsx";
import {
  type Control,
  type ControlGroup,
  controlsOf,
  type LadderStep,
  ladderDeeds,
  lengthOf,
  lengthPartsOf,
  lengthUnits,
  withIds,
  withKept,
  withOneMoreStep,
  withoutStep,
  withStep,
  withValue,
} from "./controls.ts";
import { roomWords as words } from "./room-words.ts";

interface ControlsFormProps {
  /** The text that the proposal began with. */
  readonly base: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** What is usually negotiated, without writing YAML: each control changes the text itself. */
export const ControlsForm = ({ base, text, onChange }: ControlsFormProps) => {
  const { say } = useLanguage();
  const groups = useMemo(() => controlsOf(text, base), [text, base]);
  const before = useMemo(() => new Map(controlsIn(controlsOf(base, base) ?? [])), [base]);
  if (groups === undefined)
    return (
      <p className="room-warning" role="status">
        {say(words.unreadable)}
      </p>
    );
  return (
    <div className="room-groups">
      {groups.map((group) => (
        <Group key={group.id} group={group} before={before} edit={{ base, text, onChange }} />
      ))}
    </div>
  );
};

const keyOf = ({ path }: Control): string => path.join(".");
const controlsIn = (groups: readonly ControlGroup[]): [string, Control][] =>
  groups.flatMap(({ parts }) =>
    parts.flatMap(({ controls }) => controls.map((each): [string, Control] => [keyOf(each), each])),
  );

interface GroupProps {
  readonly group: ControlGroup;
  readonly before: ReadonlyMap<string, Control>;
  readonly edit: ControlsFormProps;
}

const Group = ({ group: { id, title, parts }, before, edit }: GroupProps) => {
  const { say } = useLanguage();
  const all = parts.flatMap(({ controls }) => controls);
  const changed = all.filter((each) => isChanged(each, before)).length;
  return (
    <details className="room-group" open={id === "gate" || undefined}>
      <summary>
        <span>{say(title)}</span>
        {changed > 0 && <span className="room-changed-count">{say(words.changesCount(changed))}</span>}
      </summary>
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts keep their order while a text is edited
        <Part key={i} title={part.title}>
          {part.controls.map((control) => (
            <ControlRow key={keyOf(control)} control={control} before={before.get(keyOf(control))} edit={edit} />
          ))}
        </Part>
      ))}
    </details>
  );
};

const Part = ({ title, children }: { readonly title: Bilingual | undefined; readonly children: ReactNode }) => {
  const { say } = useLanguage();
  const id = useId();
  if (title === undefined) return <div className="room-part">{children}</div>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend has no place in a grid
    <div className="room-part" role="group" aria-labelledby={id}>
      <p className="room-part-title" id={id}>
        {say(title)}
      </p>
      {children}
    </div>
  );
};

const isChanged = (control: Control, before: ReadonlyMap<string, Control>): boolean =>
  JSON.stringify(heldBy(control)) !== JSON.stringify(heldBy(before.get(keyOf(control))));

const heldBy = (control: Control | undefined): unknown => {
  switch (control?.is) {
    case "number":
    case "duration":
      return control.value;
    case "ids":
      return [...control.chosen].sort();
    case "kept":
      return control.entries.map(({ id, isKept }) => [id, isKept]);
    case "ladder":
      return control.steps;
    case undefined:
      return undefined;
  }
};

interface RowProps<C extends Control = Control> {
  readonly control: C;
  readonly before: Control | undefined;
  readonly edit: ControlsFormProps;
}

const ControlRow = ({ control, ...others }: RowProps) => {
  switch (control.is) {
    case "number":
      return <NumberRow control={control} {...others} />;
    case "duration":
      return <LengthRow control={control} {...others} />;
    case "ids":
      return <IdsRow control={control} {...others} />;
    case "kept":
      return <KeptRow control={control} {...others} />;
    case "ladder":
      return <LadderRow control={control} {...others} />;
  }
};

type Of<Is extends Control["is"]> = Extract<Control, { is: Is }>;

/** Text that is being typed: kept as it is until it means something, and again once the value is another's. */
const useTyped = (value: string) => {
  const [typed, setTyped] = useState({ of: value, text: value });
  return [typed.of === value ? typed.text : value, (text: string, of = value) => setTyped({ of, text })] as const;
};

const numberIn = (text: string): number | undefined => {
  const number = Number(text.replace(",", "."));
  return text.trim() === "" || !Number.isFinite(number) ? undefined : number;
};

const NumberRow = ({ control, before, edit }: RowProps<Of<"number">>) => {
  const { say } = useLanguage();
  const id = useId();
  const { path, value, isShare, least } = control;
  const factor = isShare === true ? 100 : 1;
  const [text, setText] = useTyped(rounded(value * factor));
  const number = numberIn(text);
  const isWrong = number === undefined || (least !== undefined && number < least);
  const was = before?.is === "number" && before.value !== value ? rounded(before.value * factor) : undefined;
  return (
    <div className={was === undefined ? "room-control" : "room-control room-control-changed"}>
      <label htmlFor={id}>
        {say(control.label)}
        {isShare === true && " (%)"}
      </label>
      <div className="room-inputs">
        <Was value={was} />
        <input
          id={id}
          className="field-input room-number"
          inputMode="decimal"
          value={text}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-error` : undefined}
          onChange={(event) => {
            const next = numberIn(event.target.value);
            const isRight = next !== undefined && (least === undefined || next >= least);
            setText(event.target.value, isRight ? rounded(next) : undefined);
            if (isRight) edit.onChange(withValue(edit.text, path, Number(rounded(next / factor))));
          }}
        />
      </div>
      {isWrong && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {say(words.numberMissing)}
        </p>
      )}
    </div>
  );
};

/** Without what binary fractions add to 0.75 * 100. */
const rounded = (value: number): string => String(Number(value.toFixed(6)));

const Was = ({ value }: { readonly value: string | undefined }) => {
  const { say } = useLanguage();
  return value === undefined ? null : <span className="room-was">{say(words.wasValue(value))}</span>;
};

const LengthRow = ({ control, before, edit }: RowProps<Of<"duration">>) => {
  const { say, language } = useLanguage();
  const id = useId();
  const { path, value } = control;
  const was = before?.is === "duration" && before.value !== value ? before.value : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend has no place in a grid
    <div
      role="group"
      aria-labelledby={id}
      className={was === undefined ? "room-control" : "room-control room-control-changed"}
    >
      <span id={id}>{say(control.label)}</span>
      <div className="room-inputs">
        <Was value={was === undefined ? undefined : sayDuration(was, language)} />
        <LengthInputs
          label={say(control.label)}
          value={value}
          onChange={(next) => edit.onChange(withValue(edit.text, path, next))}
        />
      </div>
    </div>
  );
};

interface LengthInputsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const LengthInputs = ({ label, value, onChange }: LengthInputsProps) => {
  const { say } = useLanguage();
  const { amount, unit } = lengthPartsOf(value);
  const [text, setText] = useTyped(amount);
  const number = numberIn(text);
  return (
    <>
      <input
        className="field-input room-number"
        inputMode="decimal"
        aria-label={`${label}: ${say(words.amount)}`}
        aria-invalid={number === undefined || number < 0}
        value={text}
        onChange={(event) => {
          const next = numberIn(event.target.value);
          const isRight = next !== undefined && next >= 0;
          setText(event.target.value, isRight ? String(next) : undefined);
          if (isRight) onChange(lengthOf(String(next), unit));
        }}
      />
      <select
        className="field-input room-unit"
        aria-label={`${label}: ${say(words.unit)}`}
        value={unit}
        onChange={(event) => {
          const next = lengthUnits.find((each) => each === event.target.value);
          if (next !== undefined) onChange(lengthOf(amount, next));
        }}
      >
        {lengthUnits.map((each) => (
          <option key={each} value={each}>
            {say(words.units[each])}
          </option>
        ))}
      </select>
    </>
  );
};

interface BoxesProps {
  readonly label: Bilingual;
  readonly options: readonly { readonly id: string; readonly label: Bilingual; readonly isOn: boolean }[];
  readonly onChange: (id: string, isOn: boolean) => void;
}

const Boxes = ({ label, options, onChange }: BoxesProps) => {
  const { say } = useLanguage();
  return (
    <fieldset className="room-boxes">
      <legend>{say(label)}</legend>
      {options.map((option) => (
        <label key={option.id} className="room-box">
          <input
            type="checkbox"
            checked={option.isOn}
            onChange={(event) => onChange(option.id, event.target.checked)}
          />
          <span>{say(option.label)}</span>
        </label>
      ))}
    </fieldset>
  );
};

const IdsRow = ({ control: { label, path, chosen, options }, edit }: RowProps<Of<"ids">>) => (
  <Boxes
    label={label}
    options={options.map((each) => ({ ...each, isOn: chosen.includes(each.id) }))}
    onChange={(id, isOn) =>
      edit.onChange(withIds(edit.text, path, isOn ? [...chosen, id] : chosen.filter((each) => each !== id)))
    }
  />
);

const KeptRow = ({ control: { label, path, entries }, edit }: RowProps<Of<"kept">>) => (
  <Boxes
    label={label}
    options={entries.map(({ isKept, ...each }) => ({ ...each, isOn: isKept }))}
    onChange={(id, isOn) => edit.onChange(withKept(edit.text, edit.base, path, id, isOn))}
  />
);

const LadderRow = ({ control: { label, path, steps }, edit }: RowProps<Of<"ladder">>) => {
  const { say } = useLanguage();
  return (
    <fieldset className="room-ladder">
      <legend>{say(label)}</legend>
      <ol>
        {steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the ladder
          <li key={i}>
            <Step
              step={step}
              at={i + 1}
              onChange={(next) => edit.onChange(withStep(edit.text, path, i, next))}
              {...(steps.length > 1 && { onRemove: () => edit.onChange(withoutStep(edit.text, path, i)) })}
            />
          </li>
        ))}
      </ol>
      <Button onPress={() => edit.onChange(withOneMoreStep(edit.text, path, steps.at(-1)))}>
        {say(words.addStep)}
      </Button>
    </fieldset>
  );
};

interface StepProps {
  readonly step: LadderStep;
  readonly at: number;
  readonly onChange: (step: LadderStep) => void;
  readonly onRemove?: () => void;
}

const Step = ({ step, at, onChange, onRemove }: StepProps) => {
  const { say } = useLanguage();
  const name = say(words.step(at));
  return (
    <div className="room-step">
      <span className="room-soft">{say(words.stepAfter)}</span>
      <LengthInputs label={name} value={step.after} onChange={(after) => onChange({ ...step, after })} />
      <select
        className="field-input"
        aria-label={`${name}: ${say(words.stepDoes)}`}
        value={step.does}
        onChange={(event) => {
          const does = ladderDeeds.find((each) => each === event.target.value);
          if (does !== undefined) onChange({ ...step, does });
        }}
      >
        {ladderDeeds.map((each) => (
          <option key={each} value={each}>
            {say(words.deeds[each])}
          </option>
        ))}
      </select>
      {onRemove !== undefined && (
        <Button aria-label={say(words.removeStep(at))} onPress={onRemove}>
          ✕
        </Button>
      )}
    </div>
  );
};
