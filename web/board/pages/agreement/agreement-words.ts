import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";

export const agreementWords = {
  part: { es: "Apartado", en: "Part" },
  title: { es: "El acuerdo", en: "The agreement" },
  intro: {
    es: "Lo que marketing y ventas han firmado. El sistema lo aplica a cada lead y anota la versión en cada decisión.",
    en: "What marketing and sales have signed. The system applies it to every lead and records the version with every decision.",
  },
  version: (version: string): Bilingual => ({ es: `Versión ${version}`, en: `Version ${version}` }),
  since: (day: string): Bilingual => ({ es: `en vigor desde el ${day}`, en: `in force since ${day}` }),
  contents: { es: "Contenido", en: "Contents" },
  stages: { es: "Responsable de cada etapa", en: "Who is responsible for each stage" },
  stagesTable: { es: "Etapas con su responsable y su tiempo máximo", en: "Stages with their owner and time limit" },
  stage: { es: "Etapa", en: "Stage" },
  owner: { es: "Responsable", en: "Owner" },
  limit: { es: "Tiempo máximo", en: "Time limit" },
  noLimit: { es: "Sin límite: el ciclo está cerrado", en: "No limit: the cycle is closed" },
  departments: {
    marketing: { es: "Marketing", en: "Marketing" },
    sales: { es: "Ventas", en: "Sales" },
  },
  glossary: { es: "Glosario", en: "Glossary" },
  search: { es: "Buscar en el glosario", en: "Search the glossary" },
  term: { es: "Término", en: "Term" },
  meaning: { es: "Significado", en: "Meaning" },
  found: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["# término", "# términos"], en: ["# term", "# terms"] }),
  noTerm: { es: "No hay ningún término así", en: "No matching term" },
  noTermText: {
    es: "Si hace falta acordarlo, llévalo a la próxima reunión semanal.",
    en: "If the teams should agree on it, bring it to the next weekly meeting.",
  },
  versions: { es: "Versiones y cambios", en: "Versions and changes" },
  versionName: { es: "Versión", en: "Version" },
  inForceSince: { es: "En vigor desde", en: "In force since" },
  changes: { es: "Qué cambió", en: "What changed" },
  inForce: { es: "En vigor", en: "In force" },
  from: (day: string): Bilingual => ({ es: `Desde el ${day}`, en: `Since ${day}` }),
  first: { es: "La primera versión registrada.", en: "The first version on record." },
  nothingChanged: { es: "No cambió ninguna condición.", en: "No terms changed." },
} as const;
