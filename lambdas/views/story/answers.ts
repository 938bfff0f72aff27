import type { Agreement } from "../../contract/agreement.ts";
import type { StoryEntry, Tone } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { History } from "../../domain/lead/history.ts";
import { reasonLabel } from "../../domain/outcome/reason-label.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { readerIn, sayWhen } from "../../domain/text/when.ts";
import { answeredWords } from "../follow-up/answered-page.ts";

type Answer = History["answers"][number];

/** The answer to each hand-off, and its author. */
export const answerEntries = ({ answers }: Pick<History, "answers">, agreement: Agreement): StoryEntry[] =>
  answers.map((answer) => {
    const by = nameOfPerson(answer.by ?? answer.ownerId, agreement);
    const { at, cycle } = answer;
    const { title, tone } = sayAnswer(answer, by, agreement);
    return { at, cycle, kind: "answer", title, tone, by, details: detailsOf(answer, agreement) };
  });

const sayAnswer = (
  { kind, to, until }: Answer,
  by: string,
  agreement: Agreement,
): { readonly title: Bilingual; readonly tone: Tone } => {
  switch (kind) {
    case "accepted":
      return { title: { es: `${by} lo aceptó`, en: `${by} accepted the lead` }, tone: "good" };
    case "rejected":
      return { title: { es: `${by} lo rechazó`, en: `${by} rejected the lead` }, tone: "bad" };
    case "passed-on": {
      const name = nameOfPerson(to ?? "?", agreement);
      return { title: { es: `${by} se lo pasó a ${name}`, en: `${by} passed the lead to ${name}` }, tone: "plain" };
    }
    case "snoozed": {
      const when = inBoth((language) => sayWhen(until ?? "", readerIn(language, agreement)));
      return {
        title: { es: `${by} lo aplazó hasta el ${when.es}`, en: `${by} snoozed the lead until ${when.en}` },
        tone: "warn",
      };
    }
    case "more-time":
      return { title: { es: `${by} pidió más tiempo`, en: `${by} asked for more time` }, tone: "warn" };
    default:
      return { title: { es: `${by}: ${kind}`, en: `${by}: ${kind}` }, tone: "plain" };
  }
};

const detailsOf = ({ kind, how, meetingAt, reason, tries, why, note }: Answer, agreement: Agreement): Bilingual[] => {
  const label = kind === "rejected" ? reasonLabel({ kind, reason }, agreement) : undefined;
  return [
    ...(how === "called" ? [{ es: "Ya ha llamado.", en: "Has already called." }] : []),
    ...(meetingAt === undefined
      ? []
      : [inBoth((language) => answeredWords[language].meeting(sayWhen(meetingAt, readerIn(language, agreement))))]),
    ...(label === undefined ? [] : [inBoth((language) => answeredWords[language].reason(label[language], tries))]),
    ...noteOf("Motivo", "Reason", why),
    ...noteOf("Nota", "Note", note),
  ];
};

/** A text under its label; nothing when it is empty. */
export const noteOf = (es: string, en: string, text: string | undefined): Bilingual[] =>
  text === undefined || text === "" ? [] : [{ es: `${es}: «${text}»`, en: `${en}: “${text}”` }];
