import { useMemo } from "react";
import type { TypedField } from "../../../lambdas/contract/board-by-hand.ts";
import { countryCodes } from "../../../lambdas/domain/capture/country-codes.ts";
import { CheckField, SelectField, TextField } from "../components/field.tsx";
import { useLanguage } from "../language.tsx";
import { byHandWords } from "./by-hand-words.ts";

export type TypedValue = string | readonly string[];

interface TypedFieldInputProps {
  readonly field: TypedField;
  readonly value: TypedValue;
  readonly onChange: (value: TypedValue) => void;
  readonly error: string | undefined;
}

/** The input that suits the field. */
export const TypedFieldInput = ({
  field: { label: said, type, options = [] },
  value,
  onChange,
  error,
}: TypedFieldInputProps) => {
  const { say } = useLanguage();
  const countries = useCountries(type === "country");
  const label = say(said);
  const one = typeof value === "string" ? value : value.join(", ");
  const common = { label, value: one, onChange, error };
  switch (type) {
    case "country":
      return <SelectField {...common} options={countries} none={say(byHandWords.unsaid)} />;
    case "one-of":
    case "language":
    case "interest": {
      // What is no option (any more) stays what it is.
      const known = options.some(({ id }) => id === one) || one === "" ? [] : [{ id: one, label: one }];
      return (
        <SelectField
          {...common}
          options={[...options.map((option) => ({ id: option.id, label: say(option.label) })), ...known]}
          none={say(byHandWords.unsaid)}
        />
      );
    }
    case "yes-no":
      return (
        <SelectField
          {...common}
          options={[
            { id: "true", label: say(byHandWords.yes) },
            { id: "false", label: say(byHandWords.no) },
          ]}
          none={say(byHandWords.unsaid)}
        />
      );
    case "many-of": {
      const chosen = typeof value === "string" ? [value].filter(Boolean) : value;
      return (
        <fieldset className="field field-group">
          <legend className="field-label">{label}</legend>
          {options.map(({ id, label: option }) => (
            <CheckField
              key={id}
              label={say(option)}
              isChecked={chosen.includes(id)}
              onChange={(is) => onChange(is ? [...chosen, id] : chosen.filter((each) => each !== id))}
            />
          ))}
          {error !== undefined && (
            <p className="field-error" role="alert">
              {error}
            </p>
          )}
        </fieldset>
      );
    }
    case "date":
      return <TextField {...common} type="date" />;
    case "number":
    case "money":
      return <TextField {...common} inputMode="decimal" />;
    case "phone":
      return <TextField {...common} type="tel" autoComplete="off" />;
    default:
      return <TextField {...common} autoComplete="off" />;
  }
};

/** By their names in the reader's language. */
const useCountries = (isNeeded: boolean) => {
  const { language } = useLanguage();
  return useMemo(() => {
    if (!isNeeded) return [];
    const names = new Intl.DisplayNames(language, { type: "region" });
    return countryCodes
      .map((id) => ({ id, label: names.of(id) ?? id }))
      .sort((one, other) => one.label.localeCompare(other.label, language));
  }, [isNeeded, language]);
};
