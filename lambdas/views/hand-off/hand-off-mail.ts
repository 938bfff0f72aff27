import type { Agreement } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { sayOverride } from "../../domain/gate/apply-override.ts";
import { reasonsBefore, type SalesFact, sayEarlierCycles } from "../../domain/hand-off/earlier-cycles.ts";
import { type EngagementList, inThisCycle, type ListedEngagement } from "../../domain/hand-off/engagement-list.ts";
import type { Lead, LeadIn } from "../../domain/lead/lead.ts";
import { type ScoreLine, sayPoints, sumOfPoints } from "../../domain/score/score-line.ts";
import type { Owner } from "../../domain/team/owner.ts";
import { type Reader, readerFor, readerOf, sayDay, sayWhen } from "../../domain/text/when.ts";
import { type Block, section } from "../mail/block.ts";
import { claimBlocks } from "../mail/claim-blocks.ts";
import { colleagueMail } from "../mail/colleague-mail.ts";
import { alsoSaid } from "../page/also-said.ts";
import { leadFacts, messageOf } from "../page/lead-facts.ts";
import { atAGlance, hotNotice } from "./at-a-glance.ts";
import { deadlineFile, deadlineFileName } from "./deadline-calendar.ts";
import { sayEngagements } from "./engagement-lines.ts";
import { approachFor, introduction } from "./subject-and-introduction.ts";

/** Everything known of the lead that its owner may need. */
export interface Dossier {
  readonly gateReasons: readonly Bilingual[];
  readonly fit: readonly ScoreLine[];
  readonly familiarity: readonly ScoreLine[];
  readonly engagements: EngagementList;
  /** What sales answered and reported, in all its cycles. */
  readonly facts: readonly SalesFact[];
  /** What its forms said, in any order. */
  readonly forms: Parameters<typeof alsoSaid>[0];
}

/** The lead's whole story, and the answer link. */
export interface HandOffFacts extends Dossier {
  readonly lead: LeadIn<"assigned">;
  readonly rep: Owner;
  readonly agreement: Agreement;
  readonly links: { readonly page: string; readonly accept: string; readonly reject: string };
  readonly now: string;
}

/**
 * The hand-off mail to a rep, manager or deputy: by when to answer, why the lead is theirs, who it is, what was
 * promised, how sales fared with it before and how to begin, what it did and why it qualified. The deadline goes with
 * it for the calendar.
 */
export const handOffMail = (handOff: HandOffFacts): Mail => {
  const { lead, rep, agreement, links, now } = handOff;
  const { language } = rep;
  const say = handOffWords[language];
  const when = sayWhen(lead.followUp.dueAt, readerOf(lead.followUp, rep, agreement));
  const { subject, title, intro } = introduction(handOff);
  return colleagueMail({
    to: rep,
    agreement,
    subject,
    title,
    blocks: [
      { is: "notice", text: say.deadline(when) },
      ...hotNotice(handOff),
      { is: "paragraph", text: intro },
      { is: "button", label: say.accept, url: links.accept },
      { is: "second-button", label: say.reject, url: links.reject },
      ...whoItIs(handOff),
      ...howToBegin(handOff),
      ...atAGlance(handOff),
      ...story(handOff),
      { is: "paragraph", text: say.attached(deadlineFileName(language)) },
      { is: "link", label: say.page, url: links.page },
    ],
    attachments: [deadlineFile({ lead, language, agreement, when, page: links.page, now })],
  });
};

const whoItIs = ({ lead, rep, agreement, forms }: HandOffFacts): Block[] => {
  const say = handOffWords[rep.language];
  const message = messageOf(lead);
  const others = alsoSaid(forms, readerFor(rep, agreement), agreement.terms.fields);
  return [
    { is: "heading", text: say.who },
    { is: "facts", facts: leadFacts(lead, rep.language, agreement) },
    ...headed(say.message, message === "" ? undefined : { is: "quote", text: message }),
    ...headed(say.alsoSaid, others.length === 0 ? undefined : { is: "facts", facts: others }),
    ...claimBlocks(lead, rep.language, agreement),
  ];
};

/** What the lead was promised, how sales fared with it before, and what the agreement suggests for such a lead. */
const howToBegin = ({ lead, rep, agreement, engagements, facts }: HandOffFacts): Block[] => {
  const [say, reader] = [handOffWords[rep.language], readerFor(rep, agreement)];
  const done = inThisCycle(engagements, lead);
  const kinds = done.toReversed().map(({ kind }) => kind);
  const reasons = [...kinds, ...reasonsBefore(facts, lead.cycle)];
  const approach = approachFor({ persona: lead.scores?.persona, reasons }, agreement.terms.sla.sales.approaches);
  return [
    ...section(say.promised, sayPromises(done, reader, agreement)),
    ...section(say.before, sayEarlierCycles(facts, lead.cycle, reader, agreement)),
    ...headed(say.approach, approach && { is: "paragraph", text: approach.text[rep.language] }),
  ];
};

const headed = (heading: string, block: Block | undefined): Block[] =>
  block === undefined ? [] : [{ is: "heading", text: heading }, block];

const story = ({ lead, rep, agreement, gateReasons, fit, familiarity, engagements }: HandOffFacts): Block[] => {
  const { language } = rep;
  const [say, reader] = [handOffWords[language], readerFor(rep, agreement)];
  const reasons = reasonsNotSaidElsewhere(gateReasons, lead, fit);
  return [
    ...headed(
      say.engagements,
      engagements.known.length === 0
        ? undefined
        : { is: "facts", facts: sayEngagements(engagements, reader, agreement) },
    ),
    ...section(say.reasons, inLanguage(language, reasons)),
    ...section(say.fit(totalOf(fit, language)), inLanguage(language, sentencesOf(fit))),
    ...section(say.familiarity(totalOf(familiarity, language)), inLanguage(language, sentencesOf(familiarity))),
  ];
};

const totalOf = (lines: readonly ScoreLine[], language: Language): string => sayPoints(sumOfPoints(lines), language);

const sentencesOf = (lines: readonly ScoreLine[]): Bilingual[] => lines.map(({ sentence }) => sentence);

const inLanguage = (language: Language, sentences: readonly Bilingual[]): string[] =>
  sentences.map((sentence) => sentence[language]);

/** The headings of the hand-off mail; its introduction is in `introduction.ts`. */
const handOffWords = {
  es: {
    deadline: (when: string) => `Responde antes del ${when}`,
    accept: "Lo acepto",
    reject: "Lo rechazo",
    page: "Abrir la página de respuesta",
    who: "Quién es",
    message: "Qué nos ha escrito",
    alsoSaid: "También ha dicho",
    promised: "Qué le hemos prometido",
    approach: "Cómo empezar",
    engagements: "Qué ha leído y hecho, en orden",
    reasons: "Por qué se ha cualificado",
    fit: (points: string) => `Encaje con el cliente ideal: ${points}`,
    familiarity: (points: string) => `Familiaridad con la marca: ${points}`,
    before: "Ciclos anteriores",
    attached: (file: string) => `Este correo lleva adjunto ${file}: ábrelo para añadir el plazo a tu calendario.`,
  },
  en: {
    deadline: (when: string) => `Answer before ${when}`,
    accept: "Accept",
    reject: "Reject",
    page: "Open the answer page",
    who: "Who they are",
    message: "What they wrote to us",
    alsoSaid: "Also said",
    promised: "What we promised",
    approach: "How to start",
    engagements: "What they read and did, in order",
    reasons: "Why they qualified",
    fit: (points: string) => `Fit with the buyer persona: ${points}`,
    familiarity: (points: string) => `Familiarity with the brand: ${points}`,
    before: "Earlier cycles",
    attached: (file: string) => `${file} is attached: open it to add the deadline to your calendar.`,
  },
} as const;

/** What we promised for what the lead did, each promise once, with the last day on which it was earned. */
export const sayPromises = (engagements: readonly ListedEngagement[], reader: Reader, { terms }: Agreement): string[] =>
  terms.familiarity.flatMap(({ kind, promise }) => {
    const last = engagements.findLast((engagement) => engagement.kind === kind);
    if (promise === undefined || last === undefined) return [];
    return [`${promise[reader.language]} (${since[reader.language](sayDay(last.at, reader))})`];
  });

const since = {
  es: (day: string) => `lo pidió el ${day}`,
  en: (day: string) => `asked for on ${day}`,
} as const;

/**
 * The gate's reasons without those that the mail has elsewhere: an override has facts of its own, and a criterion
 * that is a must is among the lines of the fit, with its points.
 */
const reasonsNotSaidElsewhere = (
  reasons: readonly Bilingual[],
  { override }: Pick<Lead, "override">,
  fit: readonly ScoreLine[],
): Bilingual[] => {
  const byHand = override === undefined ? undefined : sayOverride(override).es;
  const matches = fit.map(({ sentence }) => withoutPoints(sentence.es));
  return reasons.filter(({ es }) => es !== byHand && !matches.some((match) => es.endsWith(match)));
};

const withoutPoints = (sentence: string): string => sentence.replace(/ \([+-][\d.,]+\)$/, "");
