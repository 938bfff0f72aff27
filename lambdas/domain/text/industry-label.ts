import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { alike } from "../score/alike.ts";

type Industry = NonNullable<AgreementTerms["industries"]>[number];

/** The ways of writing an industry, as they are compared. */
export const namesOfIndustry = ({ id, label, also = [] }: Industry): string[] =>
  [id, label.es, label.en, ...also].map(alike);

/** The industry of the agreement that was written in one of its ways. */
export const namedIndustry = (written: string, industries: readonly Industry[] = []): Industry | undefined => {
  const text = alike(written);
  return industries.find((industry) => namesOfIndustry(industry).includes(text));
};

/** The agreement's label of an industry that was written in one of its ways; any other stays as written. */
export const industryLabel = (written: string, industries?: readonly Industry[]): Bilingual =>
  namedIndustry(written, industries)?.label ?? { es: written, en: written };
