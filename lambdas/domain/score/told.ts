import { alike } from "./alike.ts";
import type { Fact } from "./fact.ts";
import { type JobTitle, readJobTitle } from "./job-title.ts";

/** A fact, with how tests read it: each reading is made once, at the first need, since many tests look at one fact. */
export interface Told {
  readonly fact: Fact;
  text: string | undefined;
  jobTitle: JobTitle | undefined;
}

export const told = (fact: Fact): Told => ({ fact, text: undefined, jobTitle: undefined });

/** Without case, accents and superfluous blanks. */
export const textOf = (told: Told): string => {
  told.text ??= alike(told.fact);
  return told.text;
};

export const jobTitleOf = (told: Told): JobTitle => {
  told.jobTitle ??= readJobTitle(textOf(told));
  return told.jobTitle;
};
