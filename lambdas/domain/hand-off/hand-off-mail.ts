import type { Agreement, Rep } from "../../contract/agreement.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import type { Engagement, LeadIn } from "../lead/lead.ts";
import { type Block, section } from "../mail/block.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";
import type { Mail } from "../mail/mail.ts";
import { leadFacts, messageOf, nameOf } from "../page/lead-facts.ts";
import { type Reader, readerIn, readerOf, sayBriefly, sayWhen } from "../page/when.ts";
import { type ScoreLine, sumOfPoints, written } from "../score/score-line.ts";
import { atAGlance, hotNotice } from "./at-a-glance.ts";

/** The lead's whole story, and where its rep answers. */
export interface HandOff {
  readonly lead: LeadIn<"assigned">;
  readonly rep: Rep;
  readonly agreement: Agreement;
  readonly gateReasons: readonly Bilingual[];
  readonly fit: readonly ScoreLine[];
  readonly familiarity: readonly ScoreLine[];
  readonly engagements: readonly Engagement[];
  readonly links: { readonly page: string; readonly accept: string; readonly reject: string };
}

/** The newest things that the lead did; older ones are in the score. */
const mostEngagements = 10;

const words = {
  es: {
    subject: (who: string) => `Lead nuevo para ti: ${who}`,
    hotSubject: (who: string) => `Lead caliente para ti: ${who}`,
    title: "Tienes un lead nuevo",
    deadline: (when: string) => `Responde antes del ${when}`,
    intro: (rep: string, who: string) =>
      `Hola, ${rep}: ${who} cumple lo que acordamos para ser un MQL y ahora está en tus manos. Cuanto antes hables con el lead, mejor: aquí tienes todo lo que sabemos.`,
    introByHand: (rep: string, who: string) =>
      `Hola, ${rep}: marketing ha decidido a mano que ${who} es un MQL, y ahora está en tus manos. Abajo tienes el motivo y todo lo que sabemos.`,
    accept: "Lo acepto",
    reject: "Lo rechazo",
    page: "Ver la página de respuesta",
    who: "Quién es",
    message: "Qué nos ha escrito",
    reasons: "Por qué se ha cualificado",
    fit: (points: string) => `Encaje con el cliente ideal: ${points} puntos`,
    familiarity: (points: string) => `Familiaridad con la marca: ${points} puntos`,
    engagements: "Qué ha hecho",
  },
  en: {
    subject: (who: string) => `New lead for you: ${who}`,
    hotSubject: (who: string) => `Hot lead for you: ${who}`,
    title: "You have a new lead",
    deadline: (when: string) => `Answer before ${when}`,
    intro: (rep: string, who: string) =>
      `Hi ${rep}, ${who} meets what we agreed makes an MQL and is now in your hands. The sooner you talk, the better: here is all we know.`,
    introByHand: (rep: string, who: string) =>
      `Hi ${rep}, marketing decided by hand that ${who} is an MQL, and it is now in your hands. Below are the reason and all we know.`,
    accept: "I accept it",
    reject: "I reject it",
    page: "See the answer page",
    who: "Who it is",
    message: "What they wrote to us",
    reasons: "Why it qualified",
    fit: (points: string) => `Match with the buyer persona: ${points} points`,
    familiarity: (points: string) => `Familiarity with the brand: ${points} points`,
    engagements: "What they did",
  },
} as const;

/** Gives a rep the lead: by when to answer, whether it is hot, who it is, why it qualified and what it did. */
export const handOffMail = (handOff: HandOff): Mail => {
  const { lead, rep, agreement } = handOff;
  const say = words[rep.language];
  const who = nameOf(lead);
  const intro = lead.override === undefined ? say.intro : say.introByHand;
  const deadline = sayWhen(lead.followUp.dueAt, readerOf(lead.followUp, rep.language, agreement));
  return colleagueMail({
    to: rep,
    agreement,
    subject: lead.lane === "fast" ? say.hotSubject(who) : say.subject(who),
    title: say.title,
    blocks: [
      { is: "notice", text: say.deadline(deadline) },
      ...hotNotice(handOff),
      { is: "paragraph", text: intro(firstNameOf(rep), who) },
      { is: "button", label: say.accept, url: handOff.links.accept },
      { is: "second-button", label: say.reject, url: handOff.links.reject },
      ...atAGlance(handOff),
      ...story(handOff),
      { is: "link", label: say.page, url: handOff.links.page },
    ],
  });
};

const story = (handOff: HandOff): Block[] => {
  const { lead, rep, agreement, gateReasons, fit, familiarity, engagements } = handOff;
  const [language, say] = [rep.language, words[rep.language]];
  const reader = readerIn(language, agreement);
  const deeds = newest(engagements).map((each) => deed(each, reader, agreement));
  return [
    { is: "heading", text: say.who },
    { is: "facts", facts: leadFacts(lead, language) },
    ...messageQuoted(lead, say.message),
    ...section(say.reasons, inLanguage(language, gateReasons)),
    ...section(say.fit(totalOf(fit, language)), inLanguage(language, sentencesOf(fit))),
    ...section(say.familiarity(totalOf(familiarity, language)), inLanguage(language, sentencesOf(familiarity))),
    ...section(say.engagements, deeds),
  ];
};

const totalOf = (lines: readonly ScoreLine[], language: Language): string => written(sumOfPoints(lines), language);

const sentencesOf = (lines: readonly ScoreLine[]): Bilingual[] => lines.map(({ sentence }) => sentence);

const inLanguage = (language: Language, sentences: readonly Bilingual[]): string[] =>
  sentences.map((sentence) => sentence[language]);

const messageQuoted = (lead: LeadIn<"assigned">, heading: string): Block[] => {
  const text = messageOf(lead);
  return text === ""
    ? []
    : [
        { is: "heading", text: heading },
        { is: "quote", text },
      ];
};

const newest = (engagements: readonly Engagement[]): Engagement[] =>
  engagements.toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, mostEngagements);

/** `10 mar 2026, 10:30: Página de precios visitada (/precios)`. */
const deed = ({ kind, at, subject }: Engagement, reader: Reader, { terms }: Agreement): string => {
  const label = terms.familiarity.find((event) => event.kind === kind)?.label[reader.language] ?? kind;
  const title = terms.nurture.content.find(({ id }) => id === subject)?.title[reader.language] ?? subject;
  return `${sayBriefly(at, reader)}: ${label}${title === undefined ? "" : ` (${title})`}`;
};
