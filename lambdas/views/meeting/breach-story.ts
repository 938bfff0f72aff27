import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { nobodyFollowedUp } from "../../domain/escalation/nobody-answered.ts";
import type { Topic } from "../../domain/meeting/stored-pack.ts";
import type { Breach } from "../../domain/meeting/talk-facts.ts";
import { bilingual } from "../../domain/text/bilingual.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayWorked } from "../../domain/text/say-worked.ts";
import { calendarOfColleague } from "../../domain/working-time/calendar.ts";
import { nameOfColleague, sayTimes, stoodIn } from "./pack-words.ts";

/** Whose promise it was, how late the answer was or who has the lead instead, and who was notified. */
export const breachStory = (breach: Breach, agreement: Agreement, now: string): Topic => {
  const { lead, ownerId, dueAt, level } = breach;
  const who = nameOfColleague(ownerId, agreement);
  const { when } = sayTimes(agreement);
  return {
    leadId: lead.leadId,
    story: [
      bilingual((language) => ({
        es: `El plazo de ${who} venció el ${when(dueAt, language)} sin respuesta.`,
        en: `${who}'s deadline passed on ${when(dueAt, language)} without an answer.`,
      })),
      whatThen(breach, agreement),
      ...(level > 1
        ? [
            {
              es: plural(level, "es", { one: "Se escaló # vez.", other: "Se escaló # veces." }),
              en: plural(level, "en", { one: "Escalated # time.", other: "Escalated # times." }),
            },
          ]
        : []),
      stoodIn(lead.stage, agreement, now),
    ],
  };
};

const whatThen = ({ lead, ownerId, dueAt, clock }: Breach, agreement: Agreement): Bilingual => {
  if (clock === undefined) return { es: "Sigue sin respuesta.", en: "There is still no answer." };
  const { answered, because, closedAt } = clock;
  const calendar = calendarOfColleague(ownerId, agreement);
  return bilingual((language) => {
    const late = sayWorked(dueAt, closedAt, language, calendar);
    if (answered)
      return {
        es: `Respondió con ${late} de retraso: ${because === "accepted" ? "aceptado" : "rechazado"}.`,
        en: `The answer came ${late} late: ${because === "accepted" ? "accepted" : "rejected"}.`,
      };
    if (because === nobodyFollowedUp)
      return {
        es: `Volvió a marketing ${late} después, sin respuesta.`,
        en: `The lead returned to marketing ${late} later, unanswered.`,
      };
    const to = "followUp" in lead ? nameOfColleague(lead.followUp.ownerId, agreement) : undefined;
    return {
      es: `Pasó ${to === undefined ? "a otra persona" : `a ${to}`} ${late} después.`,
      en: `The lead went to ${to ?? "somebody else"} ${late} later.`,
    };
  });
};
