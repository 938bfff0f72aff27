import { useId } from "react";
import type { ImportView } from "../../../../lambdas/contract/imports.ts";
import { letters } from "../../../../lambdas/domain/import/list-values.ts";
import { useLanguage } from "../../language.tsx";
import { type Draft, withTarget } from "./draft.ts";
import { importWords } from "./import-words.ts";

interface ColumnsTableProps {
  readonly view: ImportView;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly error: string | undefined;
}

/** Each column with its name, what it holds and what it is. */
export const ColumnsTable = ({ view, draft, onChange, error }: ColumnsTableProps) => {
  const { say } = useLanguage();
  const id = useId();
  const { guess, preview = [], targets } = view;
  const names = preview[draft.headerRows - 1] ?? [];
  return (
    <>
      {error !== undefined && (
        <p className="import-bad" role="alert" id={`${id}-error`}>
          {error}
        </p>
      )}
      <table className="import-table import-columns">
        <thead>
          <tr>
            <th scope="col">{say(importWords.column)}</th>
            <th scope="col">{say(importWords.samples)}</th>
            <th scope="col">{say(importWords.field)}</th>
          </tr>
        </thead>
        <tbody>
          {(guess?.columns ?? []).map(({ column, samples, guess: guessed, by }) => {
            const name = names[column] || say(importWords.unnamed(letters(column)));
            const target = draft.targets[column] ?? "ignore";
            return (
              <tr key={column} className={target === "ignore" ? "import-ignored" : ""}>
                <th scope="row">{name}</th>
                <td data-label={say(importWords.samples)}>
                  <ul className="import-samples">
                    {samples.map((sample) => (
                      <li key={sample}>{sample}</li>
                    ))}
                  </ul>
                </td>
                <td>
                  <select
                    className="field-input"
                    aria-label={say(importWords.fieldOf(name))}
                    value={target}
                    onChange={(event) => onChange(withTarget(draft, column, event.target.value))}
                  >
                    {targets.map((each) => (
                      <option key={each.id} value={each.id}>
                        {say(each.label)}
                      </option>
                    ))}
                  </select>
                  {by !== "none" && target === guessed && <small>{say(importWords.by[by])}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
};
