import type { Bilingual } from "../../contract/stages.ts";
import { isSign, type Sign } from "../../domain/capture/kept-aside.ts";
import { plural } from "../../domain/text/plural.ts";

const sayings: Record<Sign, Bilingual> = {
  trap: { es: "Rellenó un campo que las personas no ven", en: "A field that people cannot see was filled in" },
  "too-fast": { es: "Se envió antes de lo que tarda una persona", en: "Sent sooner than a person can" },
  "link-in-name": { es: "Un enlace como nombre, cargo o empresa", en: "A link as a name, job title or company" },
  "address-as-name": { es: "Una dirección de correo como nombre", en: "An e-mail address as a name" },
  "random-name": { es: "Un nombre de letras al azar", en: "A name of random letters" },
  "same-in-all-fields": { es: "El mismo texto en todos los campos", en: "The same text in all fields" },
  links: { es: "Varios enlaces", en: "Several links" },
  "dozens-of-links": { es: "Más de una docena de enlaces", en: "More than a dozen links" },
  markup: { es: "Código HTML o de foros", en: "HTML or markup of forums" },
  "throwaway-mail": { es: "Un buzón desechable", en: "A throwaway mailbox" },
  advertising: { es: "Palabras de publicidad masiva", en: "Words of mass advertising" },
  "hidden-link": { es: "Un enlace acortado", en: "A shortened link" },
  "same-text": { es: "El mismo texto que otros formularios de hoy", en: "The same text as other forms of today" },
};

/** What speaks for a machine; a sign that this release does not know, by its code. */
export const saySign = (sign: string): Bilingual => (isSign(sign) ? sayings[sign] : { es: sign, en: sign });

export const sayReleased = (count: number): Bilingual => ({
  es: plural(count, "es", { one: "Se ha liberado #", other: "Se han liberado #" }),
  en: plural(count, "en", { one: "# released", other: "# released" }),
});

export const sayDropped = (count: number): Bilingual => ({
  es: plural(count, "es", { one: "Se ha descartado #", other: "Se han descartado #" }),
  en: plural(count, "en", { one: "# dropped", other: "# dropped" }),
});

/** The reason that the gate's override keeps. */
export const letIn = "Vía rápida: dado paso a mano · Fast lane: let in by hand";
export const keptOut = "Vía rápida: no se le da paso · Fast lane: not let in";
