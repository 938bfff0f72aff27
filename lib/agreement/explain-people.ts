import type { AgreementTerms, Rep } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { sayHolidays, sayHours } from "./explain-hours.ts";
import { entry, type Section } from "./explain-layout.ts";
import { sayLanguage, sayList, sayTime } from "./explain-words.ts";

const words = {
  es: {
    heading: "Equipo, reunión y calendario",
    rep: (spoken: string) => `habla ${spoken}.`,
    links: "Enlaces de los correos al equipo",
    linksLive: (time: string) => `funcionan durante ${time}.`,
    meeting: "En la reunión semanal",
    hours: "Horario laborable",
    zone: (zone: string) => `(hora de ${zone})`,
    holidays: "Festivos",
  },
  en: {
    heading: "Team, meeting and calendar",
    rep: (spoken: string) => `speaks ${spoken}.`,
    links: "Links in mails to the team",
    linksLive: (time: string) => `they work for ${time}.`,
    meeting: "At the weekly meeting",
    hours: "Working hours",
    zone: (zone: string) => `(${zone} time)`,
    holidays: "Holidays",
  },
} as const;

/** What else is agreed about the team and the calendar. */
export const explainPeople = ({ team, weeklyMeeting, company }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const rep = ({ name, speaks }: Rep): string => {
    const spoken = speaks.map((each) => sayLanguage(each, language));
    return entry(name, say.rep(sayList(spoken, language)));
  };
  return {
    heading: say.heading,
    lines: [
      ...team.reps.map(rep),
      entry(say.links, say.linksLive(sayTime(team.linksLive, language))),
      entry(say.meeting, `${sayList(weeklyMeeting.attendees, language)}.`),
      entry(say.hours, `${sayHours(company, language)} ${say.zone(company.timeZone)}.`),
      entry(say.holidays, `${sayHolidays(company, language)}.`),
    ],
  };
};
