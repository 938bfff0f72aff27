import * as z from "zod/mini";
import {
  DateOrderSchema,
  DecimalSchema,
  type ImportTerms,
  type ImportView,
} from "../../../../lambdas/contract/imports.ts";
import type { ReadOnly } from "../../../../lambdas/contract/read-only.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { maySeveralTimes } from "../../../../lambdas/domain/import/import-targets.ts";
import { originOf } from "../../../../lambdas/domain/import/origin-id.ts";
import { importWords } from "./import-words.ts";

const BasisSchema = z.enum(["", "none", "consented", "per-row"]);

/** The terms while they are being decided on. */
export const DraftSchema = z.object({
  /** By column: what it is. */
  targets: z.array(z.string()),
  headerRows: z.int(),
  dateOrder: DateOrderSchema,
  decimal: DecimalSchema,
  language: z.enum(["", "es", "en"]),
  /** In words; the figures have its id. */
  origin: z.string(),
  campaign: z.string(),
  engagement: z.string(),
  /** Days such as `2026-03-10`; empty when nobody says so. */
  engagementDay: z.string(),
  basis: BasisSchema,
  proof: z.string(),
  consentDay: z.string(),
});
export type Draft = ReadOnly<z.infer<typeof DraftSchema>>;

/** What an import's terms are, or what the list suggests. */
export const draftOf = ({ terms, guess, fileName }: ImportView): Draft => {
  const columns = guess?.columns ?? [];
  const targets = columns.map(({ column, guess: guessed }) =>
    terms === undefined ? guessed : (terms.mapping.find((each) => each.column === column)?.to ?? "ignore"),
  );
  const basis = terms?.basis;
  return {
    targets,
    headerRows: terms?.headerRows ?? guess?.headerRows ?? 0,
    dateOrder: terms?.dateOrder ?? guess?.dateOrder.is ?? "dmy",
    decimal: terms?.decimal ?? guess?.decimal.is ?? ",",
    language: terms?.language ?? "",
    origin: terms?.origin ?? originOf(fileName.replace(/\.[^.]*$/, "")),
    campaign: terms?.campaign ?? "",
    engagement: terms?.engagement?.kind ?? "",
    engagementDay: terms?.engagement?.at.slice(0, 10) ?? "",
    basis: basis?.is ?? (targets.includes("consent") ? "per-row" : ""),
    proof: basis !== undefined && basis.is !== "none" ? basis.proof : "",
    consentDay: basis !== undefined && basis.is !== "none" ? (basis.at?.slice(0, 10) ?? "") : "",
  };
};

/** The draft with one column as something else; the basis goes along with a consent column. */
export const withTarget = (draft: Draft, column: number, to: string): Draft => {
  const targets = draft.targets.with(column, to);
  const [had, has] = [draft.targets.includes("consent"), targets.includes("consent")];
  const basis = !had && has ? "per-row" : had && !has && draft.basis === "per-row" ? "" : draft.basis;
  return { ...draft, targets, basis };
};

export type Lacks = Partial<Record<"columns" | "origin" | "basis" | "proof" | "engagementDay", Bilingual>>;

/** What is missing or cannot be, by its part of the page; empty when it can be tried. */
export const lacksOf = (draft: Draft, { targets: known }: Pick<ImportView, "targets">): Lacks => {
  const { targets, origin, basis, proof, engagement, engagementDay } = draft;
  const twice = targets.find((to, i) => targets.indexOf(to) !== i && !maySeveralTimes(to));
  const label = known.find(({ id }) => id === twice)?.label;
  return {
    ...(!targets.includes("email")
      ? { columns: importWords.lacksEmail }
      : label !== undefined && {
          columns: { es: importWords.twice(label.es).es, en: importWords.twice(label.en).en },
        }),
    ...(originOf(origin) === "" && { origin: importWords.originLacks }),
    ...((basis === "" || (basis === "per-row" && !targets.includes("consent"))) && { basis: importWords.basisLacks }),
    ...(basis !== "" && basis !== "none" && proof.trim() === "" && { proof: importWords.proofLacks }),
    ...(engagement !== "" && engagementDay === "" && { engagementDay: importWords.basisLacks }),
  };
};

/** A day is one wherever it is read: at noon in Greenwich it is the same in all of Europe and America. */
const noonOf = (day: string): string => `${day}T12:00:00.000Z`;

/** Of a draft that lacks nothing. */
export const termsOf = (draft: Draft): ImportTerms => {
  const { targets, headerRows, dateOrder, decimal, language, origin, campaign, engagement, engagementDay } = draft;
  return {
    mapping: targets.map((to, column) => ({ column, to })),
    headerRows,
    dateOrder,
    decimal,
    ...(language !== "" && { language }),
    origin: originOf(origin),
    ...(campaign.trim() !== "" && { campaign: campaign.trim() }),
    ...(engagement !== "" && { engagement: { kind: engagement, at: noonOf(engagementDay) } }),
    basis: basisOf(draft),
  };
};

const basisOf = ({ basis, targets, proof, consentDay }: Draft): ImportTerms["basis"] => {
  if (basis === "" || basis === "none") return { is: "none" };
  const is = targets.includes("consent") ? "per-row" : basis;
  return { is, proof: proof.trim(), ...(consentDay !== "" && { at: noonOf(consentDay) }) };
};
