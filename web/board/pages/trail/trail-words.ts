import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";

export const trailWords = {
  title: { es: "Registro de auditoría", en: "Audit trail" },
  intro: {
    es: "Quién ha abierto, buscado, cambiado, exportado o borrado qué. Se guarda 400 días, sin lo que se ha leído ni escrito.",
    en: "Who has opened, searched, changed, exported or erased what. Kept for 400 days, without what was read or typed.",
  },
  day: { es: "Día (UTC)", en: "Day (UTC)" },
  none: { es: "Ese día no hay nada registrado", en: "Nothing was recorded on that day" },
  more: { es: "Hay más de lo que se muestra aquí.", en: "There is more than is shown here." },
  when: { es: "Cuándo", en: "When" },
  who: { es: "Quién", en: "Who" },
  role: { es: "Rol", en: "Role" },
  what: { es: "Qué", en: "What" },
  lead: { es: "Lead", en: "Lead" },
  times: { es: "Veces", en: "Times" },
  count: (count: number): Bilingual => pluralInBoth(count, { es: ["# paso", "# pasos"], en: ["# step", "# steps"] }),
  rows: (count: number): Bilingual => pluralInBoth(count, { es: ["# fila", "# filas"], en: ["# row", "# rows"] }),
  refused: { es: "rechazado", en: "refused" },
};
