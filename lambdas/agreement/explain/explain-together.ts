import type { AgreementTerms, Manager } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { item, type Section } from "./explain-layout.ts";
import { sayDays, sayList } from "./explain-words.ts";

const words = {
  es: {
    heading: "El equipo y el objetivo común",
    team: "Ventas (y cuántos leads nuevos por semana)",
    director: (name: string) => `dirige ${name}`,
    with: (manager: string, reps: string) => `${manager} lleva a ${reps}`,
    goal: "Objetivo",
    goalIs: (won: number, day: string, time: string) =>
      `${won} clientes nuevos cada trimestre; revisión, cada ${day} a las ${time}.`,
  },
  en: {
    heading: "The team and the common goal",
    team: "Sales (and how many new leads per week)",
    director: (name: string) => `${name} is the director`,
    with: (manager: string, reps: string) => `${manager} manages ${reps}`,
    goal: "Goal",
    goalIs: (won: number, day: string, time: string) =>
      `${won} new customers per quarter; reviewed every ${day} at ${time}.`,
  },
} as const;

export const explainTogether = (terms: AgreementTerms, language: Language): Section => {
  const say = words[language];
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
