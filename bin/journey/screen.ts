import type { Agreement } from "../../lambdas/contract/agreement.ts";
import type { StoryEntry } from "../../lambdas/contract/board.ts";
import { type Bilingual, type Language, StageSchema } from "../../lambdas/contract/stages.ts";
import type { History } from "../../lambdas/domain/lead/history.ts";
import { sayVersion } from "../../lambdas/domain/text/say-version.ts";
import { readerIn, sayDistance, zoneOf } from "../../lambdas/domain/text/when.ts";
import { entriesOf } from "../../lambdas/views/story/entries.ts";
import { factsOf } from "../../lambdas/views/story/facts.ts";
import { mailEntries } from "../../lambdas/views/story/mails.ts";
import { nextOf } from "../../lambdas/views/story/next.ts";
import { visitEntries } from "../../lambdas/views/story/visits.ts";
import { sayBecause, sayWhy } from "../../lambdas/views/story/why.ts";
import { wrapped } from "../frame/help.ts";
import type { LeadJourney } from "./read-journey.ts";
import { journeyWords } from "./words.ts";

export interface Shown {
  readonly language: Language;
  readonly now: string;
  /** What the lead said of itself, and what colleagues wrote, is shown too. */
  readonly isPersonal: boolean;
  /** Nothing is left out for want of room. */
  readonly isAll: boolean;
}

/** So that an ordinary lead fits a terminal of 80 columns and 50 lines. */
const columns = 80;
const most = { executions: 3, stages: 7, happened: 9, mails: 7, next: 3 } as const;
export const mostExecutions = most.executions;

/** One lead on one screen, in each part the newest first. The task token, a credential, is never shown. */
export const journeyScreen = (read: LeadJourney, agreement: Agreement, shown: Shown): string => {
  const { language, isPersonal } = shown;
  const { lead } = read;
  const words = journeyWords[language];
  const when = whenIn(agreement);
  const row = (at: string, text: string) => `  ${when(at)}  ${text}`;
  const entryRows = ({ at, title, details }: StoryEntry) => [
    row(at, title[language]),
    ...(isPersonal ? details.flatMap((detail) => linesOf(detail[language], 25)) : []),
  ];
  const moves = read.history.moves.toSorted(newestMoveFirst).map((move) => {
    const stage = move.to === null ? "-" : agreement.terms.stages[move.to].label[language];
    const cycle = move.to === "captured" && move.from !== null ? `, ${words.cycle(move.cycle)}` : "";
    return [row(move.at, `${stage}${cycle}: ${sayBecause(move, agreement)[language]}`)];
  });
  const mails = read.history.mails.toSorted((one, other) => newestFirst(timeOfMail(one), timeOfMail(other)));
  const part = (name: keyof typeof words.parts, rows: readonly (readonly string[])[], limit: number) =>
    partOf(words.parts[name], rows, shown.isAll ? Number.POSITIVE_INFINITY : limit, words);
  return [
    [
      words.lead(lead.leadId, lead.cycle, lead.version),
      ...linesOf(sayWhy(lead, agreement)[language], 0),
      ...whatIsDue(read, agreement, shown),
      ...(isPersonal ? factsOf(lead, agreement).map(({ label, value }) => `  ${label[language]}: ${value}`) : []),
    ],
    executionLines(read, agreement, shown),
    part("stages", moves, most.stages),
    part("happened", happened(read, agreement, isPersonal).map(entryRows), most.happened),
    part(
      "mails",
      mails.map((mail) => {
        const [entry] = mailEntries({ ...read.history, mails: [mail] }, agreement);
        const { at } = timeOfMail(mail);
        return [row(at, `${mail.status} ${mail.purpose} ${mail.step}: ${entry?.title[language] ?? ""}`)];
      }),
      most.mails,
    ),
    ...(read.history.isCut ? [[words.muchMore]] : []),
  ]
    .map((lines) => (isPersonal || shown.isAll ? lines : lines.map(cut)).join("\n"))
    .join("\n\n");
};

/** Short, and in the order of time as text: `2026-11-24 18:00:02`, by the company's clocks. */
const whenIn = ({ terms }: Agreement) => {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: terms.company.timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  return (at: string) => format.format(new Date(at));
};

type Words = (typeof journeyWords)[Language];
type Timed = { readonly at: string };
const newestFirst = (one: Timed, other: Timed): number => (one.at === other.at ? 0 : one.at < other.at ? 1 : -1);

/** Of one instant, the stage that comes later on a lead's way was entered later. */
const newestMoveFirst = (one: History["moves"][number], other: History["moves"][number]): number => {
  const place = ({ to }: typeof one) => (to === null ? -1 : StageSchema.options.indexOf(to));
  return other.cycle - one.cycle || newestFirst(one, other) || place(other) - place(one);
};

const timeOfMail = ({ sentAt, claimedAt }: History["mails"][number]): Timed => ({ at: sentAt ?? claimedAt });

/** Who has it, when something is next due, and what that is. */
const whatIsDue = ({ lead, history, owner, applied }: LeadJourney, agreement: Agreement, shown: Shown): string[] => {
  const { language, now, isAll } = shown;
  const [words, when] = [journeyWords[language], whenIn(agreement)];
  const next = nextOf({ lead, history, owner, now }, agreement);
  return [
    ...("followUp" in lead ? [words.owner(lead.followUp, when(lead.followUp.dueAt))] : []),
    ...("nextDueAt" in lead
      ? [words.nextDue(when(lead.nextDueAt), sayDistance(lead.nextDueAt, now, { language }), lead.nextDueAt < now)]
      : [words.nothingDue]),
    ...next
      .slice(0, isAll ? next.length : most.next)
      .map(({ at, text }) => `  ${at === undefined ? "" : `${when(at)}  `}${text[language]}`),
    ...(lead.needsAttention === undefined
      ? []
      : [words.attention(lead.needsAttention.error, when(lead.needsAttention.at))]),
    words.times(zoneOf(readerIn(language, agreement)), sayApplied(lead, applied, agreement, shown)),
  ];
};

/** `version 2, in force since Monday 30 Nov (3f9a1c…)`; the hash alone of terms that were never in force. */
const sayApplied = (
  { agreementVersion: hash }: LeadJourney["lead"],
  applied: LeadJourney["applied"],
  { terms }: Agreement,
  { language, now }: Shown,
): string | undefined =>
  applied === undefined ? hash : `${sayVersion(applied, terms.company.timeZone, now)[language]} (${applied.version})`;

/** What its execution waits for, and the executions of all its cycles. */
const executionLines = (
  { lead, journey, executions, cyclesLeftOut }: LeadJourney,
  agreement: Agreement,
  { language, isAll }: Shown,
): string[] => {
  const [words, when] = [journeyWords[language], whenIn(agreement)];
  const waits = waitLines(lead, journey, executions, when, words);
  if (executions === undefined) return [...waits, words.noMachine];
  const rows = executions.map((execution) => {
    if (execution.status === undefined) return [`  ${execution.name}`, `    ${words.noExecution}`];
    const { name, status, startedAt, stoppedAt, error, state } = execution;
    const how = `${status}${error === undefined ? "" : ` (${error})`}`;
    if (stoppedAt !== undefined)
      return [`  ${name}  ${how}`, `    ${words.ended(when(startedAt), when(stoppedAt), state?.name)}`];
    const now = state === undefined ? [] : [`    ${words.nowIn(state.name, when(state.since))}`];
    return [`  ${name}  ${how} ${words.since(when(startedAt))}`, ...now];
  });
  const limit = isAll ? Number.POSITIVE_INFINITY : most.executions;
  const left = cyclesLeftOut > 0 ? [`  ${words.cyclesLeftOut(cyclesLeftOut)}`] : [];
  return [...waits, ...partOf(words.parts.executions, rows, limit, words), ...left];
};

/** What it waits for, until when, and whether all that came in has been seen. */
const waitLines = (
  lead: LeadJourney["lead"],
  journey: LeadJourney["journey"],
  executions: LeadJourney["executions"],
  when: (at: string) => string,
  words: Words,
): string[] => {
  const running = executions?.find((each) => each.status === "RUNNING");
  const seen = words.seen(journey.seenSignals ?? 0, journey.signals);
  if (!("nextDueAt" in lead)) return [words.waitsNoMore];
  if (executions !== undefined && running === undefined) return [words.nothingRuns];
  if (journey.taskToken === undefined || journey.tokenCycle !== lead.cycle) return [words.isAtWork, `  ${seen}`];
  const state = running?.status === undefined ? undefined : running.state?.name;
  return [words.waits(state, when(lead.nextDueAt)), `  ${seen}`];
};

/** What the lead did, one thing a line, and what was decided, answered and notified; stages and mails have parts of their own. */
const happened = ({ lead, history }: LeadJourney, agreement: Agreement, isPersonal: boolean): StoryEntry[] => {
  const told = { ...history, decisions: isPersonal ? history.decisions : history.decisions.map(withoutOwnWords) };
  const elsewhere: readonly StoryEntry["kind"][] = ["stage", "mail", "visit", "content"];
  return [
    ...entriesOf(lead, told, agreement).filter(({ kind }) => !elsewhere.includes(kind)),
    ...history.engagements.flatMap((engagement) => visitEntries({ ...history, engagements: [engagement] }, agreement)),
  ].toSorted(newestFirst);
};

/** What a colleague decides has a reason in their own words, which may speak of the person. */
const withoutOwnWords = (decision: History["decisions"][number]): History["decisions"][number] => {
  const { of, verdict } = decision;
  if (["gate", "assignment", "reassignment"].includes(of)) return decision;
  const code: Bilingual = { es: `${of}: ${verdict}`, en: `${of}: ${verdict}` };
  return { ...decision, reasons: [code] };
};

/** The part under its title, which says what is left out. */
const partOf = (title: string, rows: readonly (readonly string[])[], limit: number, words: Words): string[] => {
  const kept = rows.slice(0, limit).flat();
  if (rows.length === 0) return [`${title}: ${words.none}`];
  return [rows.length > limit ? `${title} (${words.shown(limit, rows.length)})` : `${title} (${rows.length})`, ...kept];
};

const cut = (line: string): string => (line.length > columns ? `${line.slice(0, columns - 1)}…` : line);

const linesOf = (text: string, indent: number): string[] =>
  wrapped(`${" ".repeat(indent)}${text.replace(/\s+/g, " ")}`, indent, columns).split("\n");
