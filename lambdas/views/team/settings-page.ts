import type { Agreement } from "../../contract/agreement.ts";
import type { Absence } from "../../contract/rep-terms.ts";
import type { Language } from "../../contract/stages.ts";
import type { Changeable } from "../../domain/team/may-change.ts";
import { colleagueOf } from "../../domain/team/owner.ts";
import type { RepNow, RepSettings } from "../../domain/team/rep-now.ts";
import { readerIn, sayBriefly, sayDay } from "../../domain/text/when.ts";
import { html, type Markup, page } from "../page/index.ts";
import { type SettingsProblem, settingsWords } from "./settings-words.ts";

/** One rep, as the holder of the link sees them. */
export interface RepOnPage extends Changeable {
  readonly settings: RepSettings | undefined;
  readonly load: Pick<RepNow, "open" | "newThisWeek">;
  /** The day that it is where the rep works. */
  readonly today: string;
}

/** The result of the form that was sent, and whose it was. */
export interface SentForm {
  readonly repId: string | undefined;
  readonly became: "saved" | SettingsProblem;
  /** What was typed, where it has to be corrected. */
  readonly typed?: URLSearchParams;
}

export interface SettingsView {
  readonly agreement: Agreement;
  readonly language: Language;
  /** Id of the holder of the link. */
  readonly reader: string;
  readonly reps: readonly RepOnPage[];
  readonly sent?: SentForm;
}

/** The page where a rep, and a manager for each of their reps, sees and changes absences and capacity. */
export const settingsPage = (view: SettingsView): string => {
  const { agreement, language, reader, reps, sent } = view;
  const say = settingsWords[language];
  const alone = reps.length === 1;
  const body = html`${sent !== undefined && whatBecame(sent, language)}<p>${reps[0]?.rep.id === reader && alone ? say.own : say.ofReps}</p>
${reps.map((one) => (alone ? sectionOf(view, one) : folded(view, one)))}`;
  return page({ language, title: say.title, company: agreement.terms.company.name, body });
};

const whatBecame = ({ became }: SentForm, language: Language): Markup =>
  became === "saved"
    ? html`<p class="deadline" role="status">${settingsWords[language].saved}</p>
`
    : html`<p class="wrong" role="alert">${settingsWords[language].problems[became]}</p>
`;

/** One of several: only the rep whose form was just sent is open. */
const folded = (
  view: SettingsView,
  one: RepOnPage,
): Markup => html`<details class="folded"${view.sent?.repId === one.rep.id && html` open`}>
<summary>${one.rep.name}</summary>
${sectionOf(view, one)}</details>
`;

const sectionOf = (view: SettingsView, one: RepOnPage): Markup => {
  const say = settingsWords[view.language];
  return html`<p>${say.holds(one.load.open, one.load.newThisWeek)}${lastChange(view, one)}</p>
<h2>${say.absences}</h2>
${absencesOf(view, one)}${addForm(view, one)}<h2>${say.capacity}</h2>
${capacityForm(view, one)}${one.asManager && leavesForm(view, one)}`;
};

const lastChange = ({ language, agreement }: SettingsView, { settings }: RepOnPage): string | undefined => {
  if (settings === undefined) return undefined;
  const say = settingsWords[language];
  const who = colleagueOf(settings.by, agreement)?.name ?? say.system;
  return ` ${say.changed(who, sayBriefly(settings.at, readerIn(language, agreement)))}`;
};

const absencesOf = (view: SettingsView, one: RepOnPage): Markup => {
  const say = settingsWords[view.language];
  const isToCome = ({ to }: Absence) => to >= one.today;
  const agreed = (one.rep.absences ?? []).filter(isToCome);
  const added = (one.settings?.absences ?? []).filter(isToCome);
  if (agreed.length + added.length === 0)
    return html`<p>${say.none}</p>
`;
  return html`<ul>${agreed.map((absence) => html`<li>${spanOf(absence, view.language)} <small>(${say.agreed})</small></li>`)}${added.map(
    (absence) => html`<li>${spanOf(absence, view.language)}${removeForm(view, one, absence)}</li>`,
  )}</ul>
`;
};

const spanOf = ({ from, to }: Absence, language: Language): string =>
  settingsWords[language].span(sayDate(from, language), sayDate(to, language));

/** A day of the calendar is the same in every zone. */
const sayDate = (day: string, language: Language): string => sayDay(`${day}T00:00:00Z`, { language, timeZone: "UTC" });

const removeForm = ({ language }: SettingsView, one: RepOnPage, absence: Absence): Markup => {
  const say = settingsWords[language];
  const button = { says: say.remove, label: say.removes(spanOf(absence, language)) };
  return settingsForm(hidden(one, "absence-removed", { ...absence }), html``, button);
};

const addForm = (view: SettingsView, one: RepOnPage): Markup => {
  const say = settingsWords[view.language];
  const typed = typedIn(view, one, "absence-added");
  const day = (name: "from" | "to"): Markup =>
    control(one, { name, label: say[name], type: "date", value: typed?.get(name) ?? "", min: one.today });
  return settingsForm(hidden(one, "absence-added"), html`${day("from")}${day("to")}`, { says: say.add });
};

const capacityForm = (view: SettingsView, one: RepOnPage): Markup => {
  const say = settingsWords[view.language];
  const typed = typedIn(view, one, "capacity");
  const number = (name: "newPerWeek" | "openAtMost"): Markup => {
    const value = typed?.get(name) ?? String(one.settings?.capacity?.[name] ?? "");
    const hint = say.asAgreed(one.rep.capacity[name]);
    return control(one, { name, label: say[name], type: "number", value, hint, min: "0", max: "1000" });
  };
  const fields = html`${number("newPerWeek")}${number("openAtMost")}`;
  return settingsForm(hidden(one, "capacity"), fields, { says: say.saveCapacity });
};

const leavesForm = (view: SettingsView, one: RepOnPage): Markup => {
  const say = settingsWords[view.language];
  const value = typedIn(view, one, "leaves")?.get("leaves") ?? one.settings?.leaves ?? "";
  const hint = say.leavesHint(one.rep.leaves && sayDate(one.rep.leaves, view.language));
  const field = control(one, { name: "leaves", label: say.leaves, type: "date", value, hint });
  return html`<h2>${say.leaving}</h2>
${settingsForm(hidden(one, "leaves"), field, { says: say.saveLeaves })}`;
};

const hidden = ({ rep, settings }: RepOnPage, set: string, more: Record<string, string> = {}) => ({
  rep: rep.id,
  version: String(settings?.version ?? 0),
  set,
  ...more,
});

/** Several reps on one page have fields of the same name. */
const control = ({ rep }: RepOnPage, field: Omit<Control, "id">): Markup =>
  settingsField({ id: `${rep.id}-${field.name}`, ...field });

/** What was typed into this form, when it has to be corrected. */
const typedIn = ({ sent }: SettingsView, { rep }: RepOnPage, set: string): URLSearchParams | undefined =>
  sent?.repId === rep.id && sent.typed?.get("set") === set ? sent.typed : undefined;

/** A field of the settings page. */
interface Control {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: "date" | "number";
  readonly value: string;
  readonly hint?: string;
  readonly min?: string;
  readonly max?: string;
}

const settingsField = ({ id, name, label, type, value, hint, min, max }: Control): Markup =>
  html`<div class="field">
<label for="${id}">${label}</label>
<input type="${type}" id="${id}" name="${name}" value="${value.slice(0, longestValue)}"${min !== undefined && html` min="${min}"`}${
    max !== undefined && html` max="${max}"`
  }${hint !== undefined && html` aria-describedby="${id}-hint"`}>
${hint !== undefined && html`<small id="${id}-hint">${hint}</small>`}
</div>
`;

const longestValue = 40;

/** A form that posts to its own page. `label` distinguishes several buttons with the same text. */
const settingsForm = (
  hidden: Readonly<Record<string, string>>,
  fields: Markup,
  { says, label }: { readonly says: string; readonly label?: string },
): Markup =>
  html`<form method="post">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${fields}<button${label !== undefined && html` aria-label="${label}"`}>${says}</button>
</form>
`;
