import type { AgreementTerms, Manager } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import type { Weekday } from "../../contract/time.ts";
import { entry, type Section } from "./explain-layout.ts";
import { sayCountry, sayDate, sayDays, sayList, sayTime, week } from "./explain-words.ts";

const words = {
  es: {
    heading: "Suplencias, reunión y calendario",
    deputy: (manager: string) => `Suple a ${manager}`,
    links: "Enlaces de los correos al equipo",
    linksLive: (time: string) => `son válidos durante ${time}.`,
    meeting: "En la reunión semanal",
    hours: "Horario laborable",
    zone: (zone: string) => `(hora de ${zone})`,
    holidays: "Festivos",
    personal: "Correo personal, que no identifica a una empresa",
  },
  en: {
    heading: "Deputies, meeting and calendar",
    deputy: (manager: string) => `Stands in for ${manager}`,
    links: "Links in e-mails to the team",
    linksLive: (time: string) => `valid for ${time}.`,
    meeting: "At the weekly meeting",
    hours: "Working hours",
    zone: (zone: string) => `(${zone} time)`,
    holidays: "Holidays",
    personal: "Personal e-mail, which does not identify a company",
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

const hourWords = {
  es: {
    and: "y",
    publicOf: (country: string, region: string | undefined) =>
      `los de ${country}${region === undefined ? "" : ` (región ${region})`}`,
    also: (days: string) => `, y además ${days}`,
    none: "ninguno",
  },
  en: {
    and: "and",
    publicOf: (country: string, region: string | undefined) =>
      `those of ${country}${region === undefined ? "" : ` (region ${region})`}`,
    also: (days: string) => `, and also ${days}`,
    none: "none",
  },
} as const;

type Company = AgreementTerms["company"];

/** Days with the same hours are told together. */
export const sayHours = ({ workingHours }: Pick<Company, "workingHours">, language: Language): string => {
  const byHours = week.reduce((groups, day) => {
    const hours = (workingHours[day] ?? []).join(` ${hourWords[language].and} `);
    return hours === "" ? groups : groups.set(hours, [...(groups.get(hours) ?? []), day]);
  }, new Map<string, Weekday[]>());
  return [...byHours].map(([hours, days]) => `${sayDays(days, language)}, ${hours}`).join("; ");
};

export const sayHolidays = ({ holidays }: Pick<Company, "holidays">, language: Language): string => {
  const say = hourWords[language];
  if (holidays === null) return say.none;
  const { country, region, also = [] } = holidays;
  const own = sayList(
    also.map((date) => sayDate(date, language)),
    language,
  );
  return `${say.publicOf(sayCountry(country.toUpperCase(), language), region)}${own === "" ? "" : say.also(own)}`;
};
