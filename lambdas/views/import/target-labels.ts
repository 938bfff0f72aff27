import type { Bilingual } from "../../contract/stages.ts";
import { fieldLabels } from "../page/field-labels.ts";

const beside: Record<string, Bilingual> = {
  other: { es: "Otro dato, tal como está", en: "Something else, as it is" },
  ignore: { es: "No importar", en: "Do not import" },
};

/** What people read for what a column of a list can be. */
export const targetLabels = (id: string): Bilingual => beside[id] ?? fieldLabels.get(id) ?? { es: id, en: id };
