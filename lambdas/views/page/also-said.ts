import type { Language } from "../../contract/stages.ts";
import { parseCompanySize } from "../../domain/capture/company-size.ts";
import type { History } from "../../domain/lead/history.ts";
import { isPlaceholder } from "../../domain/text/placeholder.ts";
import { oneLine } from "../../domain/text/plain-text.ts";
import type { FactLine } from "./facts.ts";
import { fieldLabels } from "./field-labels.ts";

type Form = Pick<History["forms"][number], "at" | "pending" | "confirmedAt" | "other">;

const [mostLines, mostOfLabel, mostOfValue] = [20, 80, 300];

/**
 * What forms said beside the fields that we know, the newest form first, each once: a budget, a date, a value that could not
 * be read or was cut. What somebody has sent with the lead's address, and nobody confirmed, is not theirs.
 */
export const alsoSaid = (forms: readonly Form[], language: Language): FactLine[] => {
  const theirs = forms.filter(({ pending, confirmedAt }) => pending === undefined || confirmedAt !== undefined);
  const newestFirst = theirs.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const lines = newestFirst.flatMap(({ other }) => othersSaid(other, language));
  const once = new Map(lines.map((line) => [JSON.stringify([line.label, line.value]), line]));
  return [...once.values()].slice(0, mostLines);
};

/** The same of one form. */
export const othersSaid = (other: Form["other"], language: Language): FactLine[] =>
  other.flatMap(({ name, value }) => {
    const shown = oneLine(value, mostOfValue);
    if (isPlaceholder(value) || shown === "" || ofTool.test(name) || isShown(name, value)) return [];
    return [{ label: fieldLabels.get(name)?.[language] ?? oneLine(name, mostOfLabel), value: shown }];
  });

/** What form tools and scripts against machines add by themselves. */
const ofTool =
  /^_|captcha|csrf|nonce|token|honeypot|turnstile|wpcf7|gclid|fbclid|msclkid|user[-_ ]?agent|referr?er$|form[-_ ]?(?:id|name)$|(?:post|page|queried)[-_ ]?id$|^(?:submit|action|method|visitorId|pageUrl|utm[A-Z]\w*)$/i;

/** A size that was read is shown as it was meant. */
const isShown = (name: string, value: string): boolean =>
  name === "companySize" && parseCompanySize(value) !== undefined;
