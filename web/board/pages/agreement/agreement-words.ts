import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";

export const agreementWords = {
  negotiate: { es: "Negociar un cambio", en: "Negotiate a change" },
  part: { es: "Apartado", en: "Part" },
  title: { es: "El acuerdo", en: "The agreement" },
  intro: {
    es: "Lo que marketing y ventas han acordado. El sistema lo aplica a cada lead y anota la versión en cada decisión.",
    en: "What marketing and sales have agreed. The system applies it to every lead and records the version with every decision.",
  },
  unsigned: {
    es: "Ninguna versión está firmada todavía por los dos departamentos.",
    en: "No version has been signed by both departments yet.",
  },
  toFirstMeeting: {
    es: "Así se llega a la primera firma en 90 minutos",
    en: "How to get to the first signature in 90 minutes",
  },
  unnumbered: { es: "Versión sin registrar todavía", en: "Version not on record yet" },
  numbered: (number: number): Bilingual => ({ es: `Versión ${number}`, en: `Version ${number}` }),
  hash: { es: "Huella de las condiciones", en: "Hash of the terms" },
  proposedBy: (name: string): Bilingual => ({ es: `Propuesta de ${name}:`, en: `Proposed by ${name}:` }),
  signedBy: (department: string, name: string, day: string): Bilingual => ({
    es: `Firmada por ${name} (${department}) el ${day}`,
    en: `Signed by ${name} (${department}) on ${day}`,
  }),
  closed: { es: "¿Ha valido la pena?", en: "Did it pay?" },
  closedBy: (name: string, day: string): Bilingual => ({ es: `(${name}, ${day})`, en: `(${name}, ${day})` }),
  byDeployment: {
    es: "La trajo un despliegue; no se firmó en el tablero.",
    en: "It came with a deployment; it was not signed on the board.",
  },
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
  proposal: { es: "Propuesta", en: "Proposal" },
  signatures: { es: "Firmas", en: "Signatures" },
  inForce: { es: "En vigor", en: "In force" },
  from: (day: string): Bilingual => ({ es: `Desde el ${day}`, en: `Since ${day}` }),
  first: { es: "La primera versión registrada.", en: "The first version on record." },
  nothingChanged: { es: "No cambió ninguna condición.", en: "No terms changed." },
} as const;
