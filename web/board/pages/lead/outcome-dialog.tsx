import { defaultCurrency } from "../../../../lambdas/contract/money.ts";
import { inBoth } from "../../../../lambdas/domain/text/bilingual.ts";
import { sayCurrency, sayExample } from "../../../../lambdas/domain/text/say-money.ts";
import { RadioGroup, SelectField, TextArea, TextField } from "../../components/field.tsx";
import { keptTyping } from "../../data/kept-typing.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { ActionDialog } from "./action-dialog.tsx";
import type { ActionProps } from "./action-props.ts";
import { dialogWords } from "./dialog-words.ts";
import {
  currencyOf,
  needsReason,
  nothingTyped,
  outcomeBody,
  outcomeErrors,
  type TypedOutcome,
} from "./outcome-form.ts";
import { outcomeNames, outcomeWords } from "./outcome-words.ts";
import { useActionForm } from "./use-action-form.ts";
import { useBoardAction } from "./use-board-action.ts";

const useOutcome = keptTyping<TypedOutcome>();

/** Records the outcome of a deal; for a deal that is closed, corrects it. */
export const OutcomeDialog = ({ onClose, ...props }: ActionProps) => {
  const { language, say } = useLanguage();
  const { currencies } = useMe();
  const [own = defaultCurrency] = currencies;
  const typing = { language, own };
  const { story } = props;
  const boardAction = useBoardAction({ ...props, action: "outcome" });
  const [typed, setTyped] = useOutcome(props.story.card.leadId, nothingTyped);
  const isCorrection = story.card.stage === "won" || story.card.stage === "lost";
  const { errorOf, send } = useActionForm(boardAction, outcomeErrors(typed, typing));
  const set = (field: keyof TypedOutcome) => (value: string) => setTyped((before) => ({ ...before, [field]: value }));
  const fieldOf = (field: keyof TypedOutcome) => ({
    value: typed[field],
    onChange: set(field),
    error: errorOf(field),
  });
  const options = outcomeNames.filter(({ id }) => story.outcomes.includes(id));
  return (
    <ActionDialog
      title={isCorrection ? outcomeWords.correctTitle : outcomeWords.title}
      what={[isCorrection ? outcomeWords.correctWhat : outcomeWords.what]}
      send={isCorrection ? outcomeWords.correct : outcomeWords.send}
      boardAction={boardAction}
      isImpossible={options.length === 0}
      onSubmit={() => send(outcomeBody(typed, isCorrection, typing))}
      onClose={onClose}
    >
      <RadioGroup
        {...fieldOf("outcome")}
        label={say(outcomeWords.outcome)}
        onChange={(outcome) => setTyped((before) => ({ ...before, outcome, reason: "" }))}
        options={options.map(({ id, name, means }) => ({ id, label: say(name), hint: say(means) }))}
        isRequired
      />
      {typed.outcome === "won" && (
        <MoneyFields amount={fieldOf("amount")} currency={fieldOf("currency")} currencies={currencies} own={own} />
      )}
      {needsReason(typed.outcome) && <ReasonField {...fieldOf("reason")} outcome={typed.outcome} />}
      <TextArea {...fieldOf("note")} label={say(dialogWords.note)} rows={2} />
    </ActionDialog>
  );
};

interface TypedField {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

interface MoneyFieldsProps {
  readonly amount: TypedField;
  readonly currency: TypedField;
  readonly currencies: readonly string[];
  readonly own: string;
}

/** The amount, and its currency where there is a choice: the company's own is chosen. */
const MoneyFields = ({ amount, currency, currencies, own }: MoneyFieldsProps) => {
  const { language, say } = useLanguage();
  const example = inBoth((each) => sayExample(currencyOf({ currency: currency.value }, { own }), each));
  const named = (code: string): string => `${code} · ${sayCurrency(code, language)}`;
  const others = currencies.slice(1);
  const money = others.length === 0 ? inBoth((each) => sayCurrency(own, each)) : undefined;
  const hint = outcomeWords.amountHint(example, money);
  return (
    <>
      <TextField {...amount} label={say(outcomeWords.amount)} hint={say(hint)} inputMode="decimal" />
      {others.length > 0 && (
        <SelectField
          {...currency}
          label={say(outcomeWords.currency)}
          none={named(own)}
          options={others.map((code) => ({ id: code, label: named(code) }))}
        />
      )}
    </>
  );
};

interface ReasonFieldProps {
  readonly outcome: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** The reasons for a lost deal, or those reject reasons that return a lead to marketing. */
const ReasonField = ({ outcome, ...field }: ReasonFieldProps) => {
  const { say } = useLanguage();
  const { lostReasons, rejectReasons } = useMe();
  const isLost = outcome === "lost";
  const reasons = isLost ? lostReasons : rejectReasons.filter(({ leadsTo }) => leadsTo === "recycle");
  return (
    <SelectField
      {...field}
      label={say(isLost ? outcomeWords.lostReason : outcomeWords.recycledReason)}
      none={say(outcomeWords.noReason)}
      options={reasons.map(({ id, label }) => ({ id, label: say(label) }))}
      isRequired
    />
  );
};
