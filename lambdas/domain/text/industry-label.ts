import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { alike } from "../score/alike.ts";

type Industry = NonNullable<AgreementTerms["industries"]>[number];

/** The ways of writing an industry, as they are compared. */
export const namesOfIndustry = ({ id, label, also = [] }: Industry): string[] =>
  [id, label.es, label.en, ...also].map(alike);

/** The agreement's label of an industry that was written in one of its ways; any other stays as written. */
export const industryLabel = (written: string, industries: readonly Industry[] = []): Bilingual =>
  industries.find((industry) => namesOfIndustry(industry).includes(alike(written)))?.label ?? {
    es: written,
    en: written,
  };
