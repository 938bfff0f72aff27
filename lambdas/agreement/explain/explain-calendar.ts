import type { Agreement, AgreementTerms, Manager } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import type { Weekday } from "../../contract/time.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { sayCountry, sayList } from "../../domain/text/say-names.ts";
import { labelAt } from "../agreement-keys.ts";
import { entry, type Section } from "./explain-layout.ts";
import { sayDate, sayDays, sayWeekdayDate, week } from "./explain-words.ts";

const words = {
  es: {
    heading: "Suplencias, reunión y calendario",
    deputy: (manager: string) => `Suple a ${manager}`,
    links: "Enlaces de los correos al equipo",
    linksLive: (time: string) => `son válidos durante ${time}.`,
    signatures: "Firmas antiguas de otros sistemas (v1)",
    signaturesUntil: (day: string) => `valen hasta el ${day}.`,
    mails: "Correo sin confirmar",
    mailSettles: (time: string) => `se reenvía a los ${time} si alguien tiene que actuar.`,
    meeting: "En la reunión semanal",
    zone: (zone: string) => `(hora de ${zone})`,
    coming: (company: string) => `Próximos festivos de ${company}`,
    personal: "Correo personal, que no identifica a una empresa",
  },
  en: {
    heading: "Deputies, meeting and calendar",
    deputy: (manager: string) => `Stands in for ${manager}`,
    links: "Links in e-mails to the team",
    linksLive: (time: string) => `valid for ${time}.`,
    signatures: "Old signatures of other systems (v1)",
    signaturesUntil: (day: string) => `taken until ${day}.`,
    mails: "Unconfirmed e-mail",
    mailSettles: (time: string) => `sent again after ${time} when someone has to act on it.`,
    meeting: "At the weekly meeting",
    zone: (zone: string) => `(${zone} time)`,
    coming: (company: string) => `Coming holidays of ${company}`,
    personal: "Personal e-mail, which does not identify a company",
  },
} as const;

/** What else is agreed about the team and the calendar. */
export const explainPeople = ({ team, weeklyMeeting, company }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const { personalMail } = company;
  const labelOf = (key: keyof Company) => labelAt(["company", key], language);
  const nameOf = (id: string): string => [...team.managers, ...team.reps].find((each) => each.id === id)?.name ?? id;
  const deputy = ({ name, deputy: id }: Manager): string[] =>
    id === undefined ? [] : [entry(say.deputy(name), `${nameOf(id)}.`)];
  return {
    heading: say.heading,
    lines: [
      ...team.managers.flatMap(deputy),
      entry(say.links, say.linksLive(sayDuration(team.linksLive, language))),
      ...(team.oldSignaturesUntil === undefined
        ? []
        : [entry(say.signatures, say.signaturesUntil(sayDate(team.oldSignaturesUntil, language)))]),
      entry(say.mails, say.mailSettles(sayDuration(team.mailSettles, language))),
      entry(say.meeting, `${sayList(weeklyMeeting.attendees, language)}.`),
      entry(labelOf("workingHours"), `${sayHours(company, language)} ${say.zone(company.timeZone)}.`),
      entry(labelOf("holidays"), `${sayHolidays(company, language)}.`),
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
    except: (days: string) => `, salvo ${days}`,
    none: "ninguno",
  },
  en: {
    and: "and",
    publicOf: (country: string, region: string | undefined) =>
      `those of ${country}${region === undefined ? "" : ` (region ${region})`}`,
    also: (days: string) => `, and also ${days}`,
    except: (days: string) => `, except ${days}`,
    none: "none",
  },
} as const;

type Company = AgreementTerms["company"];

/** Days with the same hours are listed together. */
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
  const { country, region, also = [], except = [] } = holidays;
  const listed = (dates: readonly string[]) =>
    sayList(
      dates.map((date) => sayDate(date, language)),
      language,
    );
  const whose = say.publicOf(sayCountry(country.toUpperCase(), language), region);
  return `${whose}${also.length === 0 ? "" : say.also(listed(also))}${except.length === 0 ? "" : say.except(listed(except))}`;
};

/** In days: what both departments look ahead to. */
const lookAhead = 366;

/** The days off that are to come, one by one, as they follow from the calendar; nothing where there are none. */
export const explainComingHolidays = (
  { holidays, terms }: Pick<Agreement, "holidays" | "terms">,
  today: string,
  language: Language,
): Section => {
  const until = new Date(Date.parse(today) + lookAhead * 86_400_000).toISOString().slice(0, 10);
  const coming = holidays.filter((day) => today <= day && day < until);
  return {
    heading: words[language].coming(terms.company.name),
    lines: coming.map((day) => `- ${sayWeekdayDate(day, language)}`),
  };
};
