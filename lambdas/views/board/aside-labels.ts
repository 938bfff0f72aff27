import type { AsideKind } from "../../contract/agreed-limits.ts";
import type { Bilingual } from "../../contract/stages.ts";

/** Why forms are kept aside, as the heading of a group. */
export const labelOfAside: Record<AsideKind, Bilingual> = {
  signs: { es: "Parecen enviados por una máquina", en: "Seem to be sent by a machine" },
  network: { es: "Demasiados desde una misma red", en: "Too many from one network" },
  address: { es: "Demasiados con una misma dirección", en: "Too many with one e-mail address" },
  domain: { es: "Demasiados de un mismo dominio", en: "Too many of one domain" },
  total: { es: "Demasiados en total", en: "Too many in all" },
  "fast-lane": { es: "Sin plaza en la vía rápida", en: "No place left in the fast lane" },
};
