import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import type { LeadIn } from "../lead/lead.ts";
import { type Block, section } from "../mail/block.ts";
import { colleagueMail } from "../mail/colleague-mail.ts";
import type { Mail } from "../mail/mail.ts";
import { leadFacts, messageOf } from "../page/lead-facts.ts";
import { readerFor, readerOf, sayWhen } from "../page/when.ts";
import { type ScoreLine, sumOfPoints, written } from "../score/score-line.ts";
import type { Owner } from "../team/owner.ts";
import { approachFor } from "./approach.ts";
import { atAGlance, hotNotice } from "./at-a-glance.ts";
import { deadlineFile, deadlineFileName } from "./deadline-calendar.ts";
import { type Deeds, inThisCycle, sayDeeds } from "./deeds.ts";
import { reasonsBefore, type SalesFact, sayEarlierCycles } from "./earlier-cycles.ts";
import { handOffWords } from "./hand-off-words.ts";
import { introduction } from "./introduction.ts";
import { sayPromises } from "./promises.ts";
import { reasonsNotSaidElsewhere } from "./why-qualified.ts";

/** All that is known of the lead, by whoever may need it. */
export interface Dossier {
  readonly gateReasons: readonly Bilingual[];
  readonly fit: readonly ScoreLine[];
  readonly familiarity: readonly ScoreLine[];
  readonly deeds: Deeds;
  /** What sales said of it and did with it, in all its cycles. */
  readonly facts: readonly SalesFact[];
}

/** The lead's whole story, and where its owner answers. */
export interface HandOff extends Dossier {
  readonly lead: LeadIn<"assigned">;
  readonly rep: Owner;
  readonly agreement: Agreement;
  readonly links: { readonly page: string; readonly accept: string; readonly reject: string };
  readonly now: string;
}

/**
 * Gives a rep, or whoever stands in, the lead: by when to answer, why it is theirs, who it is, what was promised, how
 * sales fared with it before and how to begin, what it did and why it qualified. The deadline goes with it for the calendar.
 */
export const handOffMail = (handOff: HandOff): Mail => {
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

const whoItIs = ({ lead, rep, agreement }: HandOff): Block[] => {
  const say = handOffWords[rep.language];
  const message = messageOf(lead);
  return [
    { is: "heading", text: say.who },
    { is: "facts", facts: leadFacts(lead, rep.language, agreement) },
    ...headed(say.message, message === "" ? undefined : { is: "quote", text: message }),
  ];
};

/** What the lead was promised, how sales fared with it before, and what the agreement suggests for such a lead. */
const howToBegin = ({ lead, rep, agreement, deeds, facts }: HandOff): Block[] => {
  const [say, reader] = [handOffWords[rep.language], readerFor(rep, agreement)];
  const done = inThisCycle(deeds, lead);
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

const story = ({ lead, rep, agreement, gateReasons, fit, familiarity, deeds }: HandOff): Block[] => {
  const { language } = rep;
  const [say, reader] = [handOffWords[language], readerFor(rep, agreement)];
  const reasons = reasonsNotSaidElsewhere(gateReasons, lead, fit);
  return [
    ...headed(
      say.deeds,
      deeds.known.length === 0 ? undefined : { is: "facts", facts: sayDeeds(deeds, reader, agreement) },
    ),
    ...section(say.reasons, inLanguage(language, reasons)),
    ...section(say.fit(totalOf(fit, language)), inLanguage(language, sentencesOf(fit))),
    ...section(say.familiarity(totalOf(familiarity, language)), inLanguage(language, sentencesOf(familiarity))),
  ];
};

const totalOf = (lines: readonly ScoreLine[], language: Language): string => written(sumOfPoints(lines), language);

const sentencesOf = (lines: readonly ScoreLine[]): Bilingual[] => lines.map(({ sentence }) => sentence);

const inLanguage = (language: Language, sentences: readonly Bilingual[]): string[] =>
  sentences.map((sentence) => sentence[language]);
