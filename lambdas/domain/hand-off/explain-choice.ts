import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { assertNever } from "../assert-never.ts";
import { sayAway, todayOf } from "../team/availability.ts";
import type { Concern } from "./eligible.ts";
import type { Picked } from "./pick-rep.ts";
import { hasRoom, type Prospect } from "./prospect.ts";

interface Choice {
  readonly picked: Picked | undefined;
  readonly prospects: readonly Prospect[];
  readonly givenUp: readonly Concern[];
  readonly language: Language;
}

/** Who gets the lead and why, with the figures by which it was decided. */
export const explainChoice = (choice: Choice, agreement: Agreement, now: string): Bilingual => {
  const head = headOf(choice);
  const figures = figuresOf(choice.prospects, agreement, now);
  const note = noteOf(choice.givenUp);
  return {
    es: [figures.es === "" ? head.es : `${head.es}: ${figures.es}`, note.es].filter(isText).join(". "),
    en: [figures.en === "" ? head.en : `${head.en}: ${figures.en}`, note.en].filter(isText).join(". "),
  };
};

const isText = (text: string): boolean => text !== "";

const languages = { es: { es: "español", en: "Spanish" }, en: { es: "inglés", en: "English" } } as const;

const headOf = ({ picked, prospects, language }: Choice): Bilingual => {
  if (picked === undefined) return nobody(prospects);
  const { rep } = picked.prospect.repNow;
  const spoken = languages[language];
  if (!rep.speaks.includes(language))
    return {
      es: `${rep.name} tiene más margen, aunque no habla ${spoken.es}: nadie que lo hable tiene capacidad`,
      en: `${rep.name} has the most headroom, but does not speak ${spoken.en}: nobody who does has capacity`,
    };
  switch (picked.by) {
    case "company":
      return { es: `${rep.name} ya lleva esta empresa`, en: `${rep.name} already owns this company` };
    case "wish":
      return {
        es: `${rep.name} lo añadió y quiere llevarlo`,
        en: `${rep.name} added the lead and wants to work with them`,
      };
    case "soonest":
      return {
        es: `${rep.name} es quien más margen tiene entre quienes pueden atender antes al lead`,
        en: `${rep.name} has the most headroom among those who can follow up soonest`,
      };
    case "room":
      return {
        es: `${rep.name} es quien más margen tiene entre quienes hablan ${spoken.es}`,
        en: `${rep.name} has the most headroom among those who speak ${spoken.en}`,
      };
    default:
      return assertNever(picked.by);
  }
};

const nobody = (prospects: readonly Prospect[]): Bilingual =>
  prospects.some((each) => each.away === undefined && hasRoom({ ...each, promised: 0 }))
    ? {
        es: "La capacidad que queda es para los leads que van por delante en la cola",
        en: "The remaining capacity is for leads ahead in the queue",
      }
    : { es: "Nadie del equipo tiene capacidad", en: "Nobody on the team has capacity" };

const figuresOf = (prospects: readonly Prospect[], agreement: Agreement, now: string): Bilingual => {
  const each = prospects.map((prospect) => figureOf(prospect, agreement, now));
  return { es: each.map(({ es }) => es).join("; "), en: each.map(({ en }) => en).join("; ") };
};

/** `Ana: 3 de 8 esta semana`, `Pedro sin capacidad (20 de 20 abiertos)`, `Luis está fuera hasta el lunes 30`. */
const figureOf = ({ repNow, away, promised }: Prospect, agreement: Agreement, now: string): Bilingual => {
  const { rep, open, newThisWeek, newAtMost } = repNow;
  const { openAtMost } = rep.capacity;
  if (away !== undefined) return sayAway(rep.name, away, todayOf(rep, agreement, now));
  if (open >= openAtMost)
    return {
      es: `${rep.name} sin capacidad (${open} de ${openAtMost} abiertos)`,
      en: `${rep.name} is at capacity (${open} of ${openAtMost} open)`,
    };
  if (newThisWeek >= newAtMost)
    return {
      es: `${rep.name} sin capacidad (${newThisWeek} de ${newAtMost} esta semana)`,
      en: `${rep.name} is at capacity (${newThisWeek} of ${newAtMost} this week)`,
    };
  const further = furtherOf(rep.weight ?? 1, promised);
  return {
    es: `${rep.name}: ${newThisWeek} de ${newAtMost} esta semana${further.es}`,
    en: `${rep.name}: ${newThisWeek} of ${newAtMost} this week${further.en}`,
  };
};

const furtherOf = (weight: number, promised: number): Bilingual => ({
  es: (weight === 1 ? "" : `, peso ${weight}`) + (promised === 0 ? "" : `, ${promised} para la cola`),
  en: (weight === 1 ? "" : `, weight ${weight}`) + (promised === 0 ? "" : `, ${promised} for the queue`),
});

const concernNames = {
  industry: { es: "el sector", en: "industry" },
  segment: { es: "el segmento", en: "segment" },
  territory: { es: "la zona", en: "territory" },
  language: { es: "el idioma", en: "language" },
} as const satisfies Record<Concern, Bilingual>;

const noteOf = (givenUp: readonly Concern[]): Bilingual => {
  if (givenUp.length === 0) return { es: "", en: "" };
  const listed = (language: Language) =>
    new Intl.ListFormat(language, { type: "conjunction" }).format(givenUp.map((each) => concernNames[each][language]));
  return {
    es: `Sin tener en cuenta ${listed("es")}: nadie del equipo coincide`,
    en: `Regardless of ${listed("en")}: nobody on the team matches`,
  };
};
