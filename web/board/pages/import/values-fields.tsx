import { DateOrderSchema, DecimalSchema, type ImportView } from "../../../../lambdas/contract/imports.ts";
import { isoDay } from "../../../../lambdas/domain/import/list-values.ts";
import { SelectField } from "../../components/field.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import type { Draft } from "./draft.ts";
import { importWords } from "./import-words.ts";

interface ValuesFieldsProps {
  readonly view: ImportView;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** How the list writes dates and numbers, and where its leads begin; open when the list does not tell. */
export const ValuesFields = ({ view: { guess, preview = [] }, draft, onChange }: ValuesFieldsProps) => {
  const { say } = useLanguage();
  const { dateOrder, decimal, headerRows } = draft;
  const hint = useDateHint(guess?.dateOrder.example, draft);
  const isUnsure = guess?.dateOrder.isSure === false || guess?.decimal.isSure === false;
  return (
    <details className="import-values" open={isUnsure}>
      <summary>{say(importWords.values)}</summary>
      {guess?.dateOrder.isSure === false && <p className="import-warning">{say(importWords.dateUnsure)}</p>}
      <div className="import-fields">
        <SelectField
          label={say(importWords.dateOrder)}
          value={dateOrder}
          {...(hint !== undefined && { hint })}
          options={DateOrderSchema.options.map((id) => ({ id, label: say(importWords.dateOrders[id]) }))}
          onChange={(chosen) => {
            const order = DateOrderSchema.options.find((id) => id === chosen);
            if (order !== undefined) onChange({ ...draft, dateOrder: order });
          }}
        />
        <SelectField
          label={say(importWords.decimal)}
          value={decimal}
          options={DecimalSchema.options.map((id) => ({ id, label: say(importWords.decimals[id]) }))}
          onChange={(chosen) => {
            const sign = DecimalSchema.options.find((id) => id === chosen);
            if (sign !== undefined) onChange({ ...draft, decimal: sign });
          }}
        />
        <SelectField
          label={say(importWords.begins)}
          value={String(headerRows)}
          options={preview.map((cells, i) => ({ id: String(i), label: `${i + 1}: ${cells.slice(0, 3).join(" · ")}` }))}
          onChange={(chosen) => onChange({ ...draft, headerRows: Number(chosen) })}
        />
      </div>
    </details>
  );
};

const useDateHint = (example: string | undefined, { dateOrder }: Draft): string | undefined => {
  const { say } = useLanguage();
  const format = useFormat();
  const day = example === undefined ? undefined : isoDay(example, dateOrder)?.slice(0, 10);
  if (example === undefined || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  return say(importWords.dateExample(example, format.date(`${day}T12:00:00.000Z`)));
};
