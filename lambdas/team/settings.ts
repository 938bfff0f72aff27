import { readRepSettings, readTeam } from "../adapters/dynamo-team.ts";
import type { Language } from "../contract/stages.ts";
import { assertNever } from "../domain/assert-never.ts";
import { type HttpResponse, html } from "../domain/http/http.ts";
import { todayOf } from "../domain/team/availability.ts";
import { type Changeable, mayChange } from "../domain/team/may-change.ts";
import { parseSettings, type SettingsForm } from "../domain/team/parse-settings.ts";
import type { RepNow } from "../domain/team/rep-now.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import {
  type Opened,
  openedPage,
  opensNothing,
  type PageDependencies,
  pageDependencies,
} from "../http/reference-page.ts";
import { type RepOnPage, type SentForm, settingsPage } from "../views/team/settings-page.ts";
import { intakeRepChange } from "./intake-rep-change.ts";

/** The page where a rep, or a manager for their reps, sees and changes absences and capacity; effective at once. */
export const settings = (deps: PageDependencies) =>
  openedPage(deps, "team", {
    show: (opened) => show(deps, opened, 200),
    act: (opened) => act(deps, opened),
  });

/** The link of a colleague who has left the team, or manages no one any more, opens nothing. */
const show = async (deps: PageDependencies, opened: Opened, status: number, sent?: SentForm): Promise<HttpResponse> => {
  const { grant, request } = opened;
  const reader = readerOf(opened);
  const at = deps.now();
  const [mayBe, team] = await Promise.all([allowed(deps, reader), readTeam(deps.table, deps.agreement, at)]);
  const reps = await Promise.all(mayBe.map((one) => onPage(deps, one, team, at)));
  if (reps.length === 0) return opensNothing(deps, request);
  const language: Language = grant.language;
  return html(status, settingsPage({ agreement: deps.agreement, language, reader, reps, ...(sent && { sent }) }));
};

const act = async (deps: PageDependencies, opened: Opened): Promise<HttpResponse> => {
  const read = parseSettings(opened.form);
  if (read.ok) return change(deps, opened, read.form);
  return show(deps, opened, 422, { repId: read.repId, became: read.problem, typed: opened.form });
};

const change = async (deps: PageDependencies, opened: Opened, { repId, version, step }: SettingsForm) => {
  const by = readerOf(opened);
  const one = (await allowed(deps, by)).find(({ rep }) => rep.id === repId);
  if (one === undefined || (step.set === "leaves" && !one.asManager)) return opensNothing(deps, opened.request);
  const who = { by, seen: version, correlationId: opened.correlationId };
  const outcome = await intakeRepChange(deps, { repId, steps: [step] }, who);
  switch (outcome.is) {
    case "changed":
      return show(deps, opened, 200, { repId, became: "saved" });
    case "overtaken":
      return show(deps, opened, 409, { repId, became: "overtaken" });
    case "refused":
      return show(deps, opened, 422, { repId, became: outcome.problem, typed: opened.form });
    case "unknown":
      return opensNothing(deps, opened.request);
    default:
      return assertNever(outcome);
  }
};

const readerOf = ({ grant }: Opened): string => grant.by ?? grant.ownerId ?? "";

/** Whose settings the reader may change, if they are still with us: a link outlives its holder's last day. */
const allowed = async ({ table, agreement, now }: PageDependencies, reader: string): Promise<Changeable[]> => {
  const rep = agreement.terms.team.reps.find(({ id }) => id === reader);
  if (rep === undefined) return mayChange(reader, agreement);
  const leaves = (await readRepSettings(table, reader))?.leaves ?? rep.leaves;
  const hasLeft = leaves !== undefined && leaves < todayOf(rep, agreement, now());
  return hasLeft ? [] : mayChange(reader, agreement);
};

const onPage = async (
  { table, agreement }: PageDependencies,
  one: Changeable,
  team: readonly RepNow[],
  at: string,
): Promise<RepOnPage> => {
  const repNow = team.find(({ rep }) => rep.id === one.rep.id);
  const load = { open: repNow?.open ?? 0, newThisWeek: repNow?.newThisWeek ?? 0 };
  const known = await readRepSettings(table, one.rep.id);
  return { ...one, settings: known, load, today: todayOf(one.rep, agreement, at) };
};

export const handler = bindToApi(pageDependencies, settings);
