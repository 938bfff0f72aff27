import type { OwnField } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { parseCompanySize } from "../../domain/capture/company-size.ts";
import type { History } from "../../domain/lead/history.ts";
import { alike } from "../../domain/score/alike.ts";
import { isPlaceholder } from "../../domain/text/placeholder.ts";
import { oneLine } from "../../domain/text/plain-text.ts";
import { type Reader, sayInstantIn } from "../../domain/text/when.ts";
import type { FactLine } from "./facts.ts";
import { fieldLabels } from "./field-labels.ts";

type Form = Pick<History["forms"][number], "at" | "pending" | "confirmedAt" | "other">;

const [mostLines, mostOfLabel, mostOfValue] = [20, 80, 300];

/**
 * What forms said beside the fields that we know, the newest form first, each once: a budget, a date, a value that could not
 * be read or was cut. What somebody has sent with the lead's address, and nobody confirmed, is not theirs.
 */
export const alsoSaid = (forms: readonly Form[], reader: Reader, ownFields?: readonly OwnField[]): FactLine[] => {
  const theirs = forms.filter(({ pending, confirmedAt }) => pending === undefined || confirmedAt !== undefined);
  const newestFirst = theirs.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const lines = newestFirst.flatMap(({ other }) => othersSaid(other, reader, ownFields));
  const once = new Map(lines.map((line) => [JSON.stringify([line.label, line.value]), line]));
  return [...once.values()].slice(0, mostLines);
};

/** The same of one form. */
export const othersSaid = (other: Form["other"], reader: Reader, ownFields: readonly OwnField[] = []): FactLine[] =>
  other.flatMap(({ name, value }) => {
    const shown = oneLine(sayInstantIn(value, reader), mostOfValue);
    const own = ownFields.find((field) => isCalled(field, name));
    // Of a question that only this form asks, `none` is an answer.
    if (own !== undefined) return shown === "" ? [] : [{ label: own.label[reader.language], value: shown }];
    if (isPlaceholder(value) || shown === "" || ofTool.test(name) || isShown(name, value)) return [];
    return [{ label: labelOf(name, reader), value: shown }];
  });

const labelOf = (name: string, { language }: Reader): string =>
  (fieldLabels.get(name) ?? toolLabels.get(name))?.[language] ?? oneLine(name, mostOfLabel);

/** What a calendar says of a meeting that somebody has booked. */
const toolLabels: ReadonlyMap<string, Bilingual> = new Map([
  ["scheduled_event.name", { es: "Cita reservada", en: "Meeting booked" }],
  ["scheduled_event.start_time", { es: "Hora de la cita", en: "Time of the meeting" }],
]);

/** As it is written in the agreement: what a form builder adds to a name is left as it came. */
const isCalled = ({ id, label, called = [] }: OwnField, name: string): boolean =>
  [id, label.es, label.en, ...called].some((each) => alike(each) === alike(name));

/** What form tools and scripts against machines add by themselves. */
const ofTool =
  /^_|captcha|csrf|nonce|token|honeypot|turnstile|wpcf7|gclid|fbclid|msclkid|user[-_ ]?agent|referr?er$|form[-_ ]?(?:id|name)$|(?:post|page|queried)[-_ ]?id$|^(?:submit|action|method|visitorId|pageUrl|utm[A-Z]\w*)$/i;

/** A size that was read is shown as it was meant. */
const isShown = (name: string, value: string): boolean =>
  name === "companySize" && parseCompanySize(value) !== undefined;
