import type { Me } from "../../contract/board.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { sourceLabel } from "../../domain/metrics/source-label.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { sayDate } from "../../domain/text/say-own-value.ts";
import { verdictNames } from "../import/import-columns.ts";
import { labelOfAside } from "./aside-labels.ts";

/** What of the agreement filters name, as every page of the board knows it. */
type Named = Pick<Me, "stages" | "people" | "personas" | "formTools">;

type Say = (code: string, named: Named, language: Language) => string | undefined;

const isSet: Say = () => "";

/** By the name of the filter: what it is called, and how its code is said. */
const filters: Readonly<Record<string, { readonly label: Bilingual; readonly say: Say }>> = {
  stage: {
    label: { es: "Etapa", en: "Stage" },
    say: (code, { stages }, language) => stages.find(({ id }) => id === code)?.label[language],
  },
  owner: {
    label: { es: "Responsable", en: "Owner" },
    say: (code, { people }) => people.find(({ id }) => id === code)?.name,
  },
  persona: {
    label: { es: "Cliente ideal", en: "Buyer persona" },
    say: (code, { personas }, language) => personas.find(({ id }) => id === code)?.name[language],
  },
  source: {
    label: { es: "Origen", en: "Source" },
    say: (code, { formTools }, language) => sourceLabel(code, formTools)[language],
  },
  grade: { label: { es: "Calificación", en: "Grade" }, say: (code) => code },
  overdue: { label: { es: "Plazo vencido", en: "Deadline missed" }, say: isSet },
  attention: { label: { es: "Requiere atención", en: "Needs attention" }, say: isSet },
  kind: {
    label: { es: "Por qué se apartó", en: "Why it was kept aside" },
    say: (code, _, language) => asides.get(code)?.[language],
  },
  day: { label: { es: "Día", en: "Day" }, say: (code, _, language) => sayDate(code, language) },
  week: {
    label: { es: "Hasta la reunión de la semana", en: "Up to the meeting of week" },
    say: (code) => code,
  },
  importId: { label: { es: "Importación", en: "Import" }, say: (code) => code },
  verdict: {
    label: { es: "Qué pasa con la fila", en: "What becomes of the row" },
    say: (code, _, language) => verdicts.get(code)?.[language],
  },
  table: { label: { es: "Tabla", en: "Table" }, say: (code) => code },
};

const verdicts = new Map<string, Bilingual>(Object.entries(verdictNames));
const asides = new Map<string, Bilingual>(Object.entries(labelOfAside));

/** The filters of an exported list, kept as `stage=handed-off grade=A1`, as people read them. */
export const sayTrailFilters = (kept: string, named: Named): Bilingual =>
  inBoth((language) =>
    kept
      .split(" ")
      .map((each) => {
        const [name = "", code = ""] = each.split("=");
        const filter = filters[name];
        if (filter === undefined) return each;
        const said = filter.say(code, named, language) ?? code;
        return said === "" ? filter.label[language] : `${filter.label[language]}: ${said}`;
      })
      .join(" · "),
  );
