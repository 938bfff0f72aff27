import type { AgreementTerms, Manager, Rep } from "../../contract/agreement.ts";
import { DepartmentSchema, type Language, type Stage, StageSchema } from "../../contract/stages.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { quoted, sayCountry, sayLanguage, sayList } from "../../domain/text/say-names.ts";
import { sayHolidays, sayHours } from "./explain-calendar.ts";
import { entry, item, type Section } from "./explain-layout.ts";
import { sayDate, sayDays } from "./explain-words.ts";

const stageWords = {
  es: {
    heading: "Responsable y plazo de cada etapa",
    department: { marketing: "Marketing", sales: "Ventas" },
    ends: (labels: string) => `etapas finales: ${labels}`,
  },
  en: {
    heading: "Who is responsible for each stage, and its time limit",
    department: { marketing: "Marketing", sales: "Sales" },
    ends: (labels: string) => `final stages: ${labels}`,
  },
} as const;

/** The stages of each department, with their time limits. */
export const explainStages = ({ stages }: AgreementTerms, language: Language): Section => {
  const say = stageWords[language];
  const stage = (name: Stage): string[] => {
    const { label, limit } = stages[name];
    return limit === undefined ? [] : [`${label[language]}, ${sayDuration(limit, language)}`];
  };
  const parts = DepartmentSchema.options.flatMap((department) => {
    const own = StageSchema.options.filter((name) => stages[name].owner === department);
    const ends = own.filter((name) => stages[name].limit === undefined).map((name) => stages[name].label[language]);
    const told = [...own.flatMap(stage), ...(ends.length === 0 ? [] : [say.ends(sayList(ends, language))])];
    return told.length === 0 ? [] : [item(say.department[department], `${told.join("; ")}.`)];
  });
  return { heading: say.heading, lines: [parts.join(" ")] };
};

const togetherWords = {
  es: {
    heading: "El equipo y el objetivo común",
    team: "Ventas (y leads nuevos por semana)",
    director: (name: string) => `dirige ${name}`,
    with: (manager: string, reps: string) => `${manager} lleva a ${reps}`,
    goal: "Objetivo",
    goalIs: (won: number, day: string, time: string) =>
      `${plural(won, "es", { one: "1 cliente nuevo", other: `${won} clientes nuevos` })} cada trimestre; se revisa cada ${day} a las ${time}.`,
  },
  en: {
    heading: "The team and the common goal",
    team: "Sales (and new leads per week)",
    director: (name: string) => `${name} is the director`,
    with: (manager: string, reps: string) => `${manager} manages ${reps}`,
    goal: "Goal",
    goalIs: (won: number, day: string, time: string) =>
      `${plural(won, "en", { one: "1 new customer", other: `${won} new customers` })} per quarter; reviewed every ${day} at ${time}.`,
  },
} as const;

export const explainTogether = (terms: AgreementTerms, language: Language): Section => {
  const say = togetherWords[language];
  const { goals, weeklyMeeting, team } = terms;
  const managed = ({ id, name }: Manager): string => {
    const reps = team.reps
      .filter(({ manager }) => manager === id)
      .map((rep) => `${rep.name} (${rep.capacity.newPerWeek})`);
    return reps.length === 0 ? name : say.with(name, sayList(reps, language));
  };
  const people = [say.director(team.director.name), ...team.managers.map(managed)].join("; ");
  return {
    heading: say.heading,
    lines: [
      [
        item(say.team, `${people}.`),
        item(say.goal, say.goalIs(goals.wonPerQuarter, sayDays([weeklyMeeting.day], language), weeklyMeeting.time)),
      ].join(" "),
    ],
  };
};

const repWords = {
  es: {
    heading: "Quién lleva los leads",
    speaks: (languages: string) => `habla ${languages}`,
    room: (week: number, open: number) =>
      `hasta ${plural(week, "es", { one: "1 lead nuevo", other: `${week} leads nuevos` })} por semana y ${plural(open, "es", { one: "1 abierto", other: `${open} abiertos` })} a la vez`,
    weight: (weight: string) => `en el reparto, su capacidad se multiplica por ${weight}`,
    territories: (count: number, places: string) =>
      `${plural(count, "es", { one: "zona", other: "zonas" })}: ${places}`,
    segments: (count: number, labels: string) =>
      `${plural(count, "es", { one: "solo el segmento", other: "solo los segmentos" })} ${labels}`,
    industries: (industries: string) => `solo sectores con ${industries}`,
    zone: (zone: string) => `hora de ${zone}`,
    hours: (hours: string) => `horario: ${hours}`,
    holidays: (days: string) => `festivos: ${days}`,
    absences: (spans: string) => `ausencias: ${spans}`,
    span: (from: string, to: string) => (from === to ? `el ${from}` : `del ${from} al ${to}`),
    starts: (day: string) => `primer día: ${day}`,
    leaves: (day: string) => `último día: ${day}`,
  },
  en: {
    heading: "Who takes the leads",
    speaks: (languages: string) => `speaks ${languages}`,
    room: (week: number, open: number) =>
      `at most ${plural(week, "en", { one: "1 new lead", other: `${week} new leads` })} per week and ${open} open at a time`,
    weight: (weight: string) => `capacity multiplied by ${weight} in the distribution`,
    territories: (count: number, places: string) =>
      `${plural(count, "en", { one: "territory", other: "territories" })}: ${places}`,
    segments: (count: number, labels: string) =>
      `${plural(count, "en", { one: "only segment", other: "only segments" })} ${labels}`,
    industries: (industries: string) => `only industries with ${industries}`,
    zone: (zone: string) => `${zone} time`,
    hours: (hours: string) => `working hours: ${hours}`,
    holidays: (days: string) => `holidays: ${days}`,
    absences: (spans: string) => `absent: ${spans}`,
    span: (from: string, to: string) => (from === to ? `on ${from}` : `from ${from} to ${to}`),
    starts: (day: string) => `first day: ${day}`,
    leaves: (day: string) => `last day: ${day}`,
  },
} as const;

/** Each rep with their own terms; what is the company's is left out. */
export const explainReps = ({ team, segments }: AgreementTerms, language: Language): Section => ({
  heading: repWords[language].heading,
  lines: team.reps.map((rep) =>
    entry(rep.name, `${[...share(rep, segments, language), ...times(rep, language)].join("; ")}.`),
  ),
});

const share = (rep: Rep, known: AgreementTerms["segments"], language: Language): string[] => {
  const say = repWords[language];
  const { speaks, capacity, weight, territories, segments, industries } = rep;
  const labelOf = (id: string): string => known.find((each) => each.id === id)?.label[language] ?? id;
  const listed = (texts: readonly string[], of: "and" | "or"): string =>
    sayList(
      texts.map((text) => quoted(text, language)),
      language,
      of,
    );
  return [
    say.speaks(
      sayList(
        speaks.map((each) => sayLanguage(each, language)),
        language,
      ),
    ),
    say.room(capacity.newPerWeek, capacity.openAtMost),
    ...told(weight, (times) => say.weight(new Intl.NumberFormat(language).format(times))),
    ...told(territories, (all) =>
      say.territories(all.length, all.map((each) => sayTerritory(each, language)).join(", ")),
    ),
    ...told(segments, (ids) => say.segments(ids.length, listed(ids.map(labelOf), "and"))),
    ...told(industries, (texts) => say.industries(listed(texts, "or"))),
  ];
};

const sayTerritory = ({ country, regions }: NonNullable<Rep["territories"]>[number], language: Language): string => {
  const name = sayCountry(country, language);
  return regions === undefined ? name : `${name} (${sayList(regions, language)})`;
};

const times = (rep: Rep, language: Language): string[] => {
  const say = repWords[language];
  const { timeZone, workingHours, holidays, absences = [], starts, leaves } = rep;
  const spans = absences.map(({ from, to }) => say.span(sayDate(from, language), sayDate(to, language)));
  return [
    ...told(timeZone, say.zone),
    ...told(workingHours, (hours) => say.hours(sayHours({ workingHours: hours }, language))),
    ...told(holidays, (days) => say.holidays(sayHolidays({ holidays: days }, language))),
    ...(spans.length === 0 ? [] : [say.absences(sayList(spans, language))]),
    ...told(starts, (day) => say.starts(sayDate(day, language))),
    ...told(leaves, (day) => say.leaves(sayDate(day, language))),
  ];
};

const told = <T>(term: T | undefined, say: (term: T) => string): string[] => (term === undefined ? [] : [say(term)]);
