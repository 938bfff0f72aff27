import { limits } from "../../contract/limits.ts";
import type { Language } from "../../contract/stages.ts";
import type { RepChangeProblem } from "../../domain/team/apply-rep-change.ts";
import type { SettingsFormProblem } from "../../domain/team/parse-settings.ts";

/** Why a form of the settings page was refused. */
export type SettingsProblem = SettingsFormProblem | RepChangeProblem | "overtaken";

/** The words of the settings page; `settingsPage` lays them out. */
export const settingsWords = {
  es: {
    title: "Ausencias y capacidad",
    own: "Lo que cambies aquí vale al instante. Mientras no estés no te llegan leads, y los que tengas sin responder pasan a otra persona.",
    ofReps:
      "Lo que cambies aquí vale al instante. A quien no está no le llegan leads, y los que tenga sin responder pasan a otra persona.",
    saved: "Guardado. Ya está en vigor.",
    holds: (open: number, fresh: number) =>
      `Ahora: ${open === 1 ? "1 lead abierto" : `${open} leads abiertos`}, ${fresh} de esta semana.`,
    absences: "Ausencias",
    none: "No hay ninguna apuntada.",
    span: (from: string, to: string) => (from === to ? `el ${from}` : `del ${from} al ${to}`),
    agreed: "en el acuerdo",
    remove: "Quitar",
    removes: (span: string) => `Quitar la ausencia ${span}`,
    add: "Añadir ausencia",
    from: "Primer día fuera",
    to: "Último día fuera",
    capacity: "Capacidad",
    newPerWeek: "Leads nuevos por semana, como máximo",
    openAtMost: "Leads abiertos a la vez, como máximo",
    asAgreed: (number: number) => `En el acuerdo: ${number}. Si lo dejas vacío, vale ese número.`,
    saveCapacity: "Guardar capacidad",
    leaving: "Fin de la relación",
    leaves: "Último día en la empresa",
    leavesHint: (agreed: string | undefined) =>
      `${agreed === undefined ? "En el acuerdo no hay fecha." : `En el acuerdo: el ${agreed}.`} Después, todo lo que tenga pasa a otra persona.`,
    saveLeaves: "Guardar último día",
    changed: (who: string, when: string) => `Último cambio: ${who}, el ${when}.`,
    system: "otro sistema",
    problems: {
      "form-unknown": "No se ha guardado: el formulario no llegó completo. Prueba de nuevo.",
      "dates-missing": "Pon los dos días, el primero y el último.",
      "dates-reversed": "El último día es anterior al primero.",
      "absence-over": "Esa ausencia ya ha pasado.",
      "absence-too-long": `Una ausencia dura ${limits.absenceDays} días como máximo. Si es más, habla con quien lleva el acuerdo.`,
      "absences-too-many": `Caben ${limits.absencesPerRep} ausencias. Quita alguna que sobre.`,
      "absence-unknown": "Esa ausencia ya no está, o ya ha pasado.",
      "capacity-wrong": "Pon números enteros del 0 al 1000, o déjalos vacíos.",
      "leaves-wrong": "Pon una fecha, o déjala vacía.",
      "leaves-before-start": "Ese día es anterior a su primer día.",
      overtaken:
        "No se ha guardado: alguien lo ha cambiado mientras tanto. Esto es lo que hay ahora; si hace falta, repite tu cambio.",
    },
  },
  en: {
    title: "Absences and capacity",
    own: "What you change here holds at once. While you are away you get no leads, and those you have not answered go to somebody else.",
    ofReps:
      "What you change here holds at once. Whoever is away gets no leads, and those they have not answered go to somebody else.",
    saved: "Saved. It is in force now.",
    holds: (open: number, fresh: number) =>
      `Now: ${open === 1 ? "1 open lead" : `${open} open leads`}, ${fresh} given this week.`,
    absences: "Absences",
    none: "None so far.",
    span: (from: string, to: string) => (from === to ? `on ${from}` : `from ${from} to ${to}`),
    agreed: "in the agreement",
    remove: "Remove",
    removes: (span: string) => `Remove the absence ${span}`,
    add: "Add absence",
    from: "First day away",
    to: "Last day away",
    capacity: "Capacity",
    newPerWeek: "New leads a week, at most",
    openAtMost: "Open leads at a time, at most",
    asAgreed: (number: number) => `In the agreement: ${number}. Leave it empty and that number holds.`,
    saveCapacity: "Save capacity",
    leaving: "Leaving",
    leaves: "Last day with us",
    leavesHint: (agreed: string | undefined) =>
      `${agreed === undefined ? "The agreement has no date." : `In the agreement: ${agreed}.`} After it, all they hold goes to somebody else.`,
    saveLeaves: "Save last day",
    changed: (who: string, when: string) => `Last change: ${who}, ${when}.`,
    system: "another system",
    problems: {
      "form-unknown": "Not saved: the form did not arrive complete. Please try again.",
      "dates-missing": "Give both days, the first and the last.",
      "dates-reversed": "The last day lies before the first.",
      "absence-over": "That absence is over already.",
      "absence-too-long": `An absence lasts at most ${limits.absenceDays} days. If it is longer, talk to whoever keeps the agreement.`,
      "absences-too-many": `${limits.absencesPerRep} absences fit. Remove one that is no longer needed.`,
      "absence-unknown": "That absence is not there any more, or is over.",
      "capacity-wrong": "Give whole numbers from 0 to 1000, or leave them empty.",
      "leaves-wrong": "Give a date, or leave it empty.",
      "leaves-before-start": "That day lies before their first day.",
      overtaken:
        "Not saved: somebody has changed it meanwhile. This is how it is now; if it is still needed, make your change again.",
    },
  },
} as const satisfies Record<
  Language,
  { readonly problems: Record<SettingsProblem, string>; readonly [key: string]: unknown }
>;
