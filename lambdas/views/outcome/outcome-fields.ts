import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { currenciesOf, ownCurrency } from "../../domain/money/money.ts";
import type { Outcome, OutcomeProblem } from "../../domain/outcome/parse-outcome.ts";
import { reasonsToRecycle } from "../../domain/outcome/recycle-rules.ts";
import { sayCurrency, sayExample } from "../../domain/text/say-money.ts";
import { amountField, choiceField, noteField, optionField, typedIn } from "../page/form.ts";
import { html, type Markup } from "../page/index.ts";

/** The form's values: empty, the outcome to be corrected, or what was typed in a refused post. */
export interface TypedOutcome {
  readonly outcome?: string | undefined;
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
  readonly lostReason?: string | undefined;
  readonly recycledReason?: string | undefined;
  readonly note?: string | undefined;
}

export const typedOutcome = (form: URLSearchParams): TypedOutcome => ({
  outcome: typedIn(form, "outcome"),
  amount: typedIn(form, "amount"),
  currency: typedIn(form, "currency"),
  lostReason: typedIn(form, "lost-reason"),
  recycledReason: typedIn(form, "recycled-reason"),
  note: typedIn(form, "note"),
});

export interface OutcomeFields {
  readonly legend: string;
  /** In the order in which they are offered. */
  readonly kinds: readonly Outcome["kind"][];
  readonly agreement: Agreement;
  readonly language: Language;
  readonly typed: TypedOutcome;
  readonly problem?: OutcomeProblem | undefined;
}

const words = {
  es: {
    "sales-qualified": "Hemos hablado y hay una necesidad real.",
    opportunity: "Hay una propuesta sobre la mesa.",
    won: "Ganado",
    wonMeans: "Ha comprado.",
    lost: "Perdido",
    lostMeans: "No va a comprar.",
    recycled: "Todavía no es su momento",
    recycledMeans: "Vuelve a marketing, que lo madura en otro ciclo.",
    amount: "Importe (opcional)",
    amountHint: (example: string) => `Por ejemplo, ${example}`,
    amountHintIn: (example: string, money: string) => `En ${money}. Por ejemplo, ${example}`,
    currency: "Moneda",
    lostReason: "Por qué se ha perdido",
    recycledReason: "Por qué vuelve a marketing",
    none: "Elige un motivo",
    problems: {
      "choice-missing": "Elige qué ha pasado.",
      "amount-not-a-number": (example: string) =>
        `Escribe el importe en cifras, por ejemplo ${example}, o déjalo vacío.`,
      "currency-unknown": "Esa moneda no está en el acuerdo: elige otra.",
      "reason-missing": "Elige el motivo.",
      "reason-unknown": "Ese motivo ya no está en el acuerdo: elige otro.",
    },
  },
  en: {
    "sales-qualified": "We have talked and there is a real need.",
    opportunity: "There is an offer on the table.",
    won: "Won",
    wonMeans: "The lead has bought.",
    lost: "Lost",
    lostMeans: "The lead is not going to buy.",
    recycled: "Not the right time yet",
    recycledMeans: "The lead returns to marketing, which nurtures them in the next cycle.",
    amount: "Amount (optional)",
    amountHint: (example: string) => `For example, ${example}`,
    amountHintIn: (example: string, money: string) => `In ${money}. For example, ${example}`,
    currency: "Currency",
    lostReason: "Why the deal was lost",
    recycledReason: "Why the lead returns to marketing",
    none: "Choose a reason",
    problems: {
      "choice-missing": "Choose what happened.",
      "amount-not-a-number": (example: string) => `Enter the amount in figures, such as ${example}, or leave it empty.`,
      "currency-unknown": "That currency is not in the agreement: choose another.",
      "reason-missing": "Choose a reason.",
      "reason-unknown": "That reason is no longer in the agreement: choose another.",
    },
  },
} as const;

/** One choice, and the fields that belong to what is chosen. */
export const outcomeFields = (fields: OutcomeFields): Markup => {
  const { legend, kinds, agreement, language, typed, problem } = fields;
  const say = words[language];
  const [own, hasChoice] = [ownCurrency(agreement), currenciesOf(agreement).length > 1];
  const example = sayExample(currenciesOf(agreement).find((code) => code === typed.currency) ?? own, language);
  return html`${choiceField({
    name: "outcome",
    legend,
    choices: kinds.map((kind) => choiceOf(kind, fields)),
    chosen: typed.outcome,
    wrong: problem === "choice-missing" ? say.problems[problem] : undefined,
  })}${amountField({
    name: "amount",
    label: say.amount,
    hint: hasChoice ? say.amountHint(example) : say.amountHintIn(example, sayCurrency(own, language)),
    value: typed.amount ?? "",
    wrong: problem === "amount-not-a-number" ? say.problems[problem](example) : undefined,
    only: "won",
  })}${hasChoice && currencyField(fields)}${reasonField("lost", fields)}${kinds.includes("recycled") && reasonField("recycled", fields)}${noteField(
    {
      language,
      value: typed.note ?? "",
      tooLong: problem === "note-too-long",
    },
  )}`;
};

/** The stages have the agreement's labels. */
const choiceOf = (kind: Outcome["kind"], { agreement, language }: OutcomeFields) => {
  const say = words[language];
  return kind === "sales-qualified" || kind === "opportunity"
    ? { value: kind, label: agreement.terms.stages[kind].label[language], hint: say[kind] }
    : { value: kind, label: say[kind], hint: say[`${kind}Means`] };
};

/** Only where there is a choice; the company's own comes first. */
const currencyField = ({ agreement, language, typed, problem }: OutcomeFields): Markup => {
  const say = words[language];
  return optionField({
    name: "currency",
    label: say.currency,
    options: currenciesOf(agreement).map((code) => ({
      value: code,
      label: `${code} · ${sayCurrency(code, language)}`,
    })),
    value: typed.currency ?? "",
    wrong: problem === "currency-unknown" ? say.problems[problem] : undefined,
    only: "won",
  });
};

const reasonField = (kind: "lost" | "recycled", { agreement, language, typed, problem }: OutcomeFields): Markup => {
  const say = words[language];
  const reasons = kind === "lost" ? agreement.terms.sla.sales.lostReasons : reasonsToRecycle(agreement);
  const isWrong = typed.outcome === kind && (problem === "reason-missing" || problem === "reason-unknown");
  return optionField({
    name: `${kind}-reason`,
    label: say[`${kind}Reason`],
    none: say.none,
    options: reasons.map(({ id, label }) => ({ value: id, label: label[language] })),
    value: typed[`${kind}Reason`] ?? "",
    wrong: isWrong ? say.problems[problem] : undefined,
    only: kind,
  });
};
