import type { Agreement } from "../../contract/agreement.ts";
import { assertNever } from "../assert-never.ts";
import type { Lead } from "../lead/lead.ts";
import { html, type Markup, page } from "../page/index.ts";
import { nameOf } from "../page/lead-facts.ts";
import { leadSummary } from "../page/lead-summary.ts";
import { someLines } from "../page/plain-text.ts";
import { sayDuration } from "../page/say-duration.ts";
import { readerIn, sayWhen } from "../page/when.ts";
import { colleagueOf, type Owner, ownerWhoLeft } from "../team/owner.ts";
import type { GivenAnswer } from "./answer.ts";
import { answeredWords } from "./answered-words.ts";
import { longestNote } from "./read-note.ts";
import type { Settled } from "./settled.ts";

export type { GivenAnswer } from "./answer.ts";

export interface AnsweredView {
  readonly lead: Lead;
  readonly agreement: Agreement;
  /** Who looks at it. */
  readonly reader: Pick<Owner, "id" | "language" | "timeZone">;
  /** `put-off`: they go on waiting, until then. */
  readonly settled: Settled | { readonly is: "put-off"; readonly answer: GivenAnswer; readonly dueAt: string };
  /** An answer was sent just now that could not be taken any more. */
  readonly refused: boolean;
}

/** Shows what was recorded, or what happened to the lead instead. */
export const answeredPage = (view: AnsweredView): string => {
  const { settled, refused, reader, agreement } = view;
  const say = answeredWords[reader.language];
  const complaint = settled.is === "answered" ? say.first : say.over;
  const { title, body } = tellingOf(view);
  return page({
    language: reader.language,
    title,
    company: agreement.terms.company.name,
    body: html`${refused && html`<p class="wrong" role="alert">${complaint}</p>`}${body}`,
  });
};

interface Telling {
  readonly title: string;
  readonly body: Markup;
}

const tellingOf = (view: AnsweredView): Telling => {
  const { settled, lead, reader } = view;
  const say = answeredWords[reader.language];
  switch (settled.is) {
    case "answered":
      return settled.answer.kind === "accepted"
        ? { title: say.accepted, body: acceptance(view, settled.answer) }
        : { title: say.rejected, body: rejection(view, settled.answer) };
    case "put-off": {
      const title = settled.answer.kind === "snoozed" ? say.snoozed : say.extended;
      return { title, body: html`<p>${say.newDeadline(nameOf(lead), when(view, settled.dueAt))}</p>` };
    }
    case "passed-on":
      return {
        title: say.passedOn(calledBy(settled.ownerId, view)),
        body: html`<p>${say.passedOnBody(nameOf(lead))}</p>`,
      };
    case "given-back":
      return {
        title: say.givenBack,
        body: html`<p>${say.givenBackBody(settled.at && when(view, settled.at))}</p>`,
      };
    case "moved-on":
      return { title: say.movedOn, body: html`<p>${say.movedOnBody(when(view, settled.at))}</p>` };
    default:
      return assertNever(settled);
  }
};

/** By the reader's own clocks. */
const when = ({ reader, agreement }: AnsweredView, at: string): string =>
  sayWhen(at, { ...readerIn(reader.language, agreement), ...(reader.timeZone && { timeZone: reader.timeZone }) });

const calledBy = (id: string, { agreement }: AnsweredView): string =>
  (colleagueOf(id, agreement) ?? ownerWhoLeft(id, agreement)).name;

/** Somebody else's name, when it was not the reader who answered. */
const othersName = (view: AnsweredView, { by, ownerId }: GivenAnswer): string | undefined => {
  const who = by ?? ownerId;
  return who === view.reader.id ? undefined : calledBy(who, view);
};

const acceptance = (view: AnsweredView, answer: GivenAnswer): Markup => {
  const { lead, reader, agreement } = view;
  const say = answeredWords[reader.language];
  const interval = sayDuration(agreement.terms.sla.sales.askOutcomeAfter, reader.language);
  const { meetingAt, note } = answer;
  const next = html`<p>${say.next(interval)}</p>${leadSummary(lead, [], reader.language, agreement)}`;
  return html`<p>${say.acceptedBody(nameOf(lead), when(view, answer.at), othersName(view, answer))}</p>
${meetingAt !== undefined && html`<p>${say.meeting(when(view, meetingAt))}</p>`}${quoted(note)}${
  lead.stage === "accepted" && next
}`;
};

const rejection = (view: AnsweredView, answer: GivenAnswer): Markup => {
  const { lead, reader, agreement } = view;
  const say = answeredWords[reader.language];
  const agreed = agreement.terms.sla.sales.rejectReasons.find(({ id }) => id === answer.reason);
  return html`<p>${say.rejectedBody(nameOf(lead), when(view, answer.at), othersName(view, answer))}</p>
${agreed !== undefined && html`<p>${say.reason(agreed.label[reader.language], answer.tries)}</p>`}${quoted(answer.note)}${
  agreed !== undefined && html`<p>${say[agreed.leadsTo]}</p>`
}`;
};

const quoted = (note: string | undefined): Markup =>
  note === undefined ? html`` : html`<blockquote>${someLines(note, longestNote)}</blockquote>`;
