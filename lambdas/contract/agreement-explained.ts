import * as z from "zod/mini";
import { BilingualSchema } from "./stages.ts";

/** Name of the file beside the board's function with the contract in plain words. */
export const agreementExplainedFile = "agreement-explained.json";

export const ChaptersSchema = z.array(z.object({ title: BilingualSchema, lines: z.array(BilingualSchema) }));
/** The contract in plain words, by chapter. */
export type Chapters = z.infer<typeof ChaptersSchema>;
