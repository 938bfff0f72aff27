import type { Bilingual } from "../../contract/stages.ts";
import { labelOfField } from "../source/field-labels.ts";

const beside: Record<string, Bilingual> = {
  other: { es: "Otro dato, tal como está", en: "Something else, as it is" },
  ignore: { es: "No importar", en: "Do not import" },
};

/** What people read for what a column of a list can be: a whole name and a first name are told apart. */
export const targetLabels = (id: string): Bilingual => beside[id] ?? labelOfField(id);
