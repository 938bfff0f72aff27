import type { AgreementTerms, Manager } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { sayHolidays, sayHours } from "./explain-hours.ts";
import { entry, type Section } from "./explain-layout.ts";
import { sayList, sayTime } from "./explain-words.ts";

const words = {
  es: {
    heading: "Suplencias, reunión y calendario",
    deputy: (manager: string) => `Suple a ${manager}`,
    links: "Enlaces de los correos al equipo",
    linksLive: (time: string) => `funcionan durante ${time}.`,
    meeting: "En la reunión semanal",
    hours: "Horario laborable",
    zone: (zone: string) => `(hora de ${zone})`,
    holidays: "Festivos",
    personal: "Correo particular, que no dice nada de una empresa",
  },
  en: {
    heading: "Deputies, meeting and calendar",
    deputy: (manager: string) => `Stands in for ${manager}`,
    links: "Links in mails to the team",
    linksLive: (time: string) => `they work for ${time}.`,
    meeting: "At the weekly meeting",
    hours: "Working hours",
    zone: (zone: string) => `(${zone} time)`,
    holidays: "Holidays",
    personal: "Personal mail, which says nothing of a company",
  },
} as const;

/** What else is agreed about the team and the calendar. */
export const explainPeople = ({ team, weeklyMeeting, company }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const { personalMail } = company;
  const nameOf = (id: string): string => [...team.managers, ...team.reps].find((each) => each.id === id)?.name ?? id;
  const deputy = ({ name, deputy: id }: Manager): string[] =>
    id === undefined ? [] : [entry(say.deputy(name), `${nameOf(id)}.`)];
  return {
    heading: say.heading,
    lines: [
      ...team.managers.flatMap(deputy),
      entry(say.links, say.linksLive(sayTime(team.linksLive, language))),
      entry(say.meeting, `${sayList(weeklyMeeting.attendees, language)}.`),
      entry(say.hours, `${sayHours(company, language)} ${say.zone(company.timeZone)}.`),
      entry(say.holidays, `${sayHolidays(company, language)}.`),
      ...(personalMail.length === 0 ? [] : [entry(say.personal, `${sayList(personalMail, language)}.`)]),
    ],
  };
};
