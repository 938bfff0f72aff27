import { type JobRole, JobRoleSchema, type JobSeniority, seniorities } from "../../contract/job-title.ts";
import { alike } from "./alike.ts";
import type { LeadFact } from "./fact.ts";
import { type Meaning, meaningsIn } from "./job-title-lexicon.ts";

/** The meaning of a job title: its areas and its rank; `undefined` when it names none. */
export interface JobTitle {
  readonly roles: readonly JobRole[];
  readonly seniority: JobSeniority | undefined;
}

/**
 * Parses a job title in Spanish or English. Of several posts in one title (`CEO & Founder`) the highest rank counts.
 * Someone who assists, deputises for or learns from a person does not have that person's rank. Never fails: unknown
 * words mean nothing.
 */
export const parseJobTitle = (title: string): JobTitle => {
  const roles: JobRole[] = [];
  let rank = unranked;
  let limit = highest;
  for (const meanings of meaningsIn(tidy(alike(title)))) {
    const post = readPost(meanings);
    // A limit of one post applies to those after it: an assistant in purchasing and management manages neither.
    limit = Math.min(limit, post.atMost);
    rank = Math.max(rank, Math.min(post.rank, limit));
    roles.push(...post.roles);
  }
  const leads = rank >= manager;
  return { roles: inOrder(roles.filter((role) => leads || role !== wholeCompany)), seniority: seniorities[rank] };
};

/** Each role once, as the agreement's own list has them. */
const inOrder = (roles: readonly JobRole[]): readonly JobRole[] =>
  roles.length < 2 ? roles : JobRoleSchema.options.filter((role) => roles.includes(role));

/** A title without leadership does not lead the company, even if it names those who do. */
const wholeCompany: JobRole = "general-management";

/** Only letters, figures, single blanks and `/` between posts: `Director/a de Compras` is `director de compras`. */
const tidy = (title: string): string =>
  plainWords.test(title) && !notNow.test(title)
    ? title
    : inPosts(title)
        .replace(/(?<=[a-z])[/(]-?(?:as?|os?|e|ora)\)?(?![a-z])/g, "")
        .replace(/(?<=[a-z])@(?![a-z])/g, "o")
        .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1")
        .replace(/[|;&+/]/g, " / ")
        .replace(/[^a-z0-9/]+/g, " ")
        .trim();

/**
 * In a title that says what somebody was or will be, `Ex-CEO, ahora consultor`, commas and dashes stand between that and what
 * they are; in others between a rank and its area.
 */
const inPosts = (title: string): string =>
  notNow.test(title)
    ? title
        .replace(/\(\s*ex\s*\)/g, " former ")
        .replace(
          /\bex(?=(?:director|directiv|ceo|cfo|cto|coo|gerent|jef[ea]|responsable|president|vicepresident|consejer|soci[oa]|propietari|fundador|manager|founder|owner|administrador|encargad)[a-z]*\b)/g,
          "ex ",
        )
        .replace(/\s*,\s*|\s+[-–—]\s+|\b(?:ahora|actualmente|actual|hoy|now|current|currently|today)\b/g, " / ")
    : title;

const notNow = /\b(?:ex|former|previous|retired|antigu[oa]|anterior|jubilad|prejubilad|future?|futur[oa]|aspir|past)/;

const plainWords = /^[a-z0-9 ]*$/;

const rankOf = (seniority: JobSeniority | undefined): number =>
  seniority === undefined ? unranked : seniorities.indexOf(seniority);

const unranked = -1;
const [specialist, manager] = [rankOf("specialist"), rankOf("manager")];
const highest = seniorities.length - 1;

interface Post {
  readonly roles: readonly JobRole[];
  readonly rank: number;
  readonly atMost: number;
}

const readPost = (meanings: readonly Meaning[]): Post => {
  const hasArea = theirs(meanings).some(({ roles, besideArea }) => roles !== undefined && besideArea === undefined);
  const roles: JobRole[] = [];
  let rank = unranked;
  let atMost = highest;
  let below = false;
  for (const meaning of theirs(meanings)) {
    const beside = hasArea ? meaning.besideArea : undefined;
    rank = Math.max(rank, rankOf(beside ?? meaning.rank));
    if (meaning.atMost !== undefined) atMost = Math.min(atMost, rankOf(meaning.atMost));
    if (meaning.below) below = true;
    if (meaning.roles && beside === undefined) roles.push(...meaning.roles);
  }
  return { roles, rank: below && rank > specialist ? rank - 1 : rank, atMost };
};

/** Without what the title says of a time that is not now, or of another person. */
const theirs = (meanings: readonly Meaning[]): readonly Meaning[] => {
  const at = meanings.findIndex(({ notTheirs }) => notTheirs !== undefined);
  if (at < 0) return meanings;
  const before = meanings.slice(0, at);
  const isOfBefore = at === meanings.length - 1 && meanings[at]?.notTheirs === "either";
  // Who assists one that was a director assists still.
  return isOfBefore ? before.filter(({ atMost }) => atMost !== undefined) : before;
};

/** A fact with its normalised forms, each computed once on first use, since many tests look at one fact. */
export interface FactReading {
  readonly fact: LeadFact;
  /** By which a test says how far away a date is; an ISO date. */
  readonly today: string | undefined;
  text: string | undefined;
  jobTitle: JobTitle | undefined;
}

export const readingOf = (fact: LeadFact, today?: string): FactReading => ({
  fact,
  today,
  text: undefined,
  jobTitle: undefined,
});

/** Without case, accents and superfluous blanks. */
export const textOf = (reading: FactReading): string => {
  reading.text ??= alike(reading.fact);
  return reading.text;
};

export const jobTitleOf = (reading: FactReading): JobTitle => {
  reading.jobTitle ??= parseJobTitle(textOf(reading));
  return reading.jobTitle;
};
