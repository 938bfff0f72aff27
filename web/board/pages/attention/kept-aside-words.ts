import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";

export const asideWords = {
  kind: { es: "Motivo por el que se apartó", en: "Reason for keeping it aside" },
  title: { es: "Formularios apartados", en: "Forms kept aside" },
  none: { es: "No hay ningún formulario apartado.", en: "No form is kept aside." },
  intro: {
    es: "Pueden ser personas. Al liberarlos siguen su curso como si hubieran llegado sin problema, con su fecha; al descartarlos desaparecen.",
    en: "They may be people. Released, they go on as if they had passed when they came, with their own dates; dropped, they are gone.",
  },
  release: { es: "Liberar", en: "Release" },
  drop: { es: "Descartar", en: "Drop" },
  releaseAll: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["Liberar #", "Liberar los #"], en: ["Release #", "Release all #"] }),
  dropAll: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["Descartar #", "Descartar los #"], en: ["Drop #", "Drop all #"] }),
  releasing: {
    es: "Cada uno se convierte en lead, o se añade al que ya existe, y empieza su recorrido: correo de confirmación, maduración y, si cumple, ventas.",
    en: "Each becomes a lead, or is added to the one that exists, and starts its journey: confirmation e-mail, nurturing and, if it qualifies, sales.",
  },
  dropping: {
    es: "Se borran para siempre: no quedará nada de ellos.",
    en: "They are deleted for good: nothing of them stays.",
  },
  more: { es: "Hay más: estos son los más recientes.", en: "There are more: these are the newest." },
  released: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["# liberado.", "# liberados."], en: ["# released.", "# released."] }),
  dropped: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["# descartado.", "# descartados."], en: ["# dropped.", "# dropped."] }),
} as const;
