import type { Bilingual } from "../../../../lambdas/contract/stages.ts";

export const agreementWords = {
  title: { es: "El acuerdo", en: "The agreement" },
  intro: {
    es: "Lo que marketing y ventas han firmado. El sistema lo aplica a cada lead y escribe esta versión en cada decisión.",
    en: "What marketing and sales have signed. The system carries it out for every lead and writes this version on every decision.",
  },
  version: (version: string): Bilingual => ({ es: `Versión ${version}`, en: `Version ${version}` }),
  since: (day: string): Bilingual => ({ es: `en vigor desde el ${day}`, en: `in force since ${day}` }),
  contents: { es: "Contenido", en: "Contents" },
  stages: { es: "Quién responde en cada etapa", en: "Who answers in each stage" },
  stagesTable: { es: "Etapas con quien responde y su tiempo máximo", en: "Stages with their owner and longest time" },
  stage: { es: "Etapa", en: "Stage" },
  owner: { es: "Responde", en: "Owner" },
  limit: { es: "Tiempo máximo", en: "Longest time" },
  noLimit: { es: "Sin límite: ha terminado", en: "No limit: it has ended" },
  departments: {
    marketing: { es: "Marketing", en: "Marketing" },
    sales: { es: "Ventas", en: "Sales" },
  },
  glossary: { es: "Glosario", en: "Glossary" },
  search: { es: "Buscar en el glosario", en: "Search the glossary" },
  found: (count: number): Bilingual => ({
    es: count === 1 ? "1 palabra" : `${count} palabras`,
    en: count === 1 ? "1 word" : `${count} words`,
  }),
  noTerm: { es: "Ninguna palabra así", en: "No such word" },
  noTermText: {
    es: "Si hace falta acordarla, llévala a la próxima reunión semanal.",
    en: "If you should agree on one, bring it to the next weekly meeting.",
  },
  versions: { es: "Versiones y qué cambió", en: "Versions and what changed" },
  inForce: { es: "En vigor", en: "In force" },
  from: (day: string): Bilingual => ({ es: `Desde el ${day}`, en: `Since ${day}` }),
  first: { es: "La primera que se conoce.", en: "The first that is known." },
  nothingChanged: { es: "No cambió ninguna condición.", en: "No term changed." },
} as const;
