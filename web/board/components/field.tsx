import { type ReactNode, useId } from "react";
import { useLanguage } from "../language.tsx";
import { componentWords } from "./component-words.ts";
import "./field.css";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly hint?: string;
}

interface FrameProps {
  readonly id: string;
  readonly field: Pick<FieldProps, "label" | "error" | "hint" | "isRequired">;
  readonly children: ReactNode;
}

/** Label, hint and error around an input, which refers to the last two by their ids. */
const Frame = ({ id, field: { label, hint, error, isRequired }, children }: FrameProps) => (
  <div className="field">
    <label className="field-label" htmlFor={id}>
      {label}
      <Required is={isRequired === true} />
    </label>
    {hint !== undefined && (
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {children}
    <Wrong id={id} error={error} />
  </div>
);

const Required = ({ is }: { is: boolean }) => {
  const { say } = useLanguage();
  return is ? <span className="field-required"> ({say(componentWords.required)})</span> : null;
};

const Wrong = ({ id, error }: { id: string; error: string | undefined }) =>
  error === undefined ? null : (
    <p className="field-error" id={`${id}-error`} role="alert">
      {error}
    </p>
  );

const inputProps = (id: string, { value, error, hint, isRequired }: FieldProps) => ({
  id,
  value,
  className: "field-input",
  "aria-required": isRequired === true,
  "aria-invalid": error !== undefined,
  "aria-describedby":
    [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(" ") || undefined,
});

interface TextFieldProps extends FieldProps {
  readonly type?: "text" | "password" | "email" | "number" | "datetime-local" | "date" | "tel";
  readonly autoComplete?: string;
  /** Which keyboard a phone shows. */
  readonly inputMode?: "text" | "numeric" | "decimal";
  readonly maxLength?: number;
  readonly min?: string | number;
  readonly max?: string | number;
}

export const TextField = (props: TextFieldProps) => {
  const id = useId();
  const { type = "text", autoComplete, inputMode, maxLength, min, max } = props;
  return (
    <Frame id={id} field={props}>
      <input
        {...inputProps(id, props)}
        {...{ type, autoComplete, inputMode, maxLength, min, max }}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Frame>
  );
};

interface TextAreaProps extends FieldProps {
  readonly maxLength?: number;
  readonly rows?: number;
}

export const TextArea = (props: TextAreaProps) => {
  const id = useId();
  const { maxLength, rows = 3 } = props;
  return (
    <Frame id={id} field={props}>
      <textarea
        {...inputProps(id, props)}
        {...{ maxLength, rows }}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Frame>
  );
};

interface CheckFieldProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly error?: string | undefined;
}

/** One box to tick. */
export const CheckField = ({ label, isChecked, onChange, error }: CheckFieldProps) => {
  const id = useId();
  return (
    <div className="field">
      <label className="field-choice">
        <input
          type="checkbox"
          checked={isChecked}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      <Wrong id={id} error={error} />
    </div>
  );
};

interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[];
  /** The option for no choice. */
  readonly none?: string;
}

/** The browser's own select: it works best on phones and with screen readers. */
export const SelectField = (props: SelectFieldProps) => {
  const id = useId();
  const { say } = useLanguage();
  return (
    <Frame id={id} field={props}>
      <select {...inputProps(id, props)} onChange={(event) => props.onChange(event.target.value)}>
        <option value="">{props.none ?? say(componentWords.choose)}</option>
        {props.options.map((option) => (
          <option key={option.id} value={option.id} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
};

interface RadioGroupProps extends FieldProps {
  readonly options: readonly Option[];
}

export const RadioGroup = ({ label, value, onChange, error, isRequired, options }: RadioGroupProps) => {
  const id = useId();
  return (
    <fieldset
      className="field field-group"
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      aria-invalid={error !== undefined}
    >
      <legend className="field-label">
        {label}
        <Required is={isRequired === true} />
      </legend>
      {options.map((option) => (
        <label key={option.id} className="field-choice">
          <input
            type="radio"
            name={id}
            value={option.id}
            checked={option.id === value}
            disabled={option.isDisabled}
            onChange={() => onChange(option.id)}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
      <Wrong id={id} error={error} />
    </fieldset>
  );
};
