import * as z from "zod/mini";
import type { Agreement } from "./agreement.ts";
import { BilingualSchema } from "./stages.ts";
import { droppable } from "./start-light.ts";

/** Name of the file beside the board's function with the contract in plain words. */
export const agreementExplainedFile = "agreement-explained.json";

/** Name of the file beside the deployment's step with the agreement as people wrote it. */
export const deployedAgreementFile = "agreement.yaml";

export const ChaptersSchema = /* @__PURE__ */ droppable(() =>
  z.array(z.object({ title: BilingualSchema, lines: z.array(BilingualSchema) })),
);
/** The contract in plain words, by chapter. */
export type Chapters = z.infer<typeof ChaptersSchema>;

/** The terms of a version or a proposal, in all that is made of them. */
export interface KeptTerms {
  readonly agreement: Agreement;
  /** The YAML as people wrote it, with its comments. */
  readonly text: string;
  /** The contract in plain words. */
  readonly chapters: Chapters;
}
