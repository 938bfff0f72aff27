import { limits } from "../../contract/limits.ts";
import type { Language } from "../../contract/stages.ts";
import type { RepChangeProblem } from "../../domain/team/apply-rep-change.ts";
import type { SettingsFormProblem } from "../../domain/team/parse-settings.ts";
import { plural } from "../../domain/text/plural.ts";

/** Why a form of the settings page was refused. */
export type SettingsProblem = SettingsFormProblem | RepChangeProblem | "overtaken";

/** The words of the settings page; `settingsPage` lays them out. */
export const settingsWords = {
  es: {
    title: "Ausencias y capacidad",
    own: "Los cambios tienen efecto inmediato. Mientras estés fuera no se te asignan leads, y los que tengas sin responder pasan a otra persona.",
    ofReps:
      "Los cambios tienen efecto inmediato. A quien está fuera no se le asignan leads, y los que tenga sin responder pasan a otra persona.",
    saved: "Guardado. Ya está en vigor.",
    holds: (open: number, fresh: number) =>
      `Ahora: ${plural(open, "es", { one: "# lead abierto", other: "# leads abiertos" })}, ${plural(fresh, "es", { one: "# asignado esta semana", other: "# asignados esta semana" })}.`,
    absences: "Ausencias",
    none: "No hay ninguna.",
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
    asAgreed: (number: number) => `En el acuerdo: ${number}. Si lo dejas vacío, se aplica ese número.`,
    saveCapacity: "Guardar capacidad",
    leaving: "Baja en la empresa",
    leaves: "Último día en la empresa",
    leavesHint: (agreed: string | undefined) =>
      `${agreed === undefined ? "En el acuerdo no hay fecha." : `En el acuerdo: el ${agreed}.`} Después, todos sus leads pasan a otra persona.`,
    saveLeaves: "Guardar último día",
    changed: (who: string, when: string) => `Último cambio: ${who}, el ${when}.`,
    system: "otro sistema",
    problems: {
      "form-unknown": "No se ha guardado: el formulario no llegó completo. Inténtalo de nuevo.",
      "dates-missing": "Indica los dos días, el primero y el último.",
      "dates-reversed": "El último día es anterior al primero.",
      "absence-over": "Esa ausencia ya ha pasado.",
      "absence-too-long": `Una ausencia dura ${limits.absenceDays} días como máximo. Si es más larga, habla con quien gestiona el acuerdo.`,
      "absences-too-many": `Puede haber ${limits.absencesPerRep} ausencias como máximo. Quita alguna que ya no haga falta.`,
      "absence-unknown": "Esa ausencia ya no existe o ya ha pasado.",
      "capacity-wrong": "Indica números enteros del 0 al 1000, o déjalos vacíos.",
      "leaves-wrong": "Indica una fecha o deja el campo vacío.",
      "leaves-before-start": "Ese día es anterior a su primer día.",
      overtaken:
        "No se ha guardado: alguien lo ha cambiado mientras tanto. Esto es lo que consta ahora; si hace falta, repite tu cambio.",
    },
  },
  en: {
    title: "Absences and capacity",
    own: "Changes take effect immediately. While you are away, no leads are assigned to you, and those you have not answered go to somebody else.",
    ofReps:
      "Changes take effect immediately. No leads are assigned to reps who are away, and those they have not answered go to somebody else.",
    saved: "Saved. It is in force now.",
    holds: (open: number, fresh: number) =>
      `Now: ${plural(open, "en", { one: "# open lead", other: "# open leads" })}, ${fresh} assigned this week.`,
    absences: "Absences",
    none: "None.",
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
    asAgreed: (number: number) => `In the agreement: ${number}. If you leave it empty, that number applies.`,
    saveCapacity: "Save capacity",
    leaving: "Leaving the company",
    leaves: "Last day at the company",
    leavesHint: (agreed: string | undefined) =>
      `${agreed === undefined ? "The agreement has no date." : `In the agreement: ${agreed}.`} After that, all their leads go to somebody else.`,
    saveLeaves: "Save last day",
    changed: (who: string, when: string) => `Last change: ${who}, ${when}.`,
    system: "another system",
    problems: {
      "form-unknown": "Not saved: the form did not arrive complete. Please try again.",
      "dates-missing": "Enter both days, the first and the last.",
      "dates-reversed": "The last day is before the first.",
      "absence-over": "That absence is already over.",
      "absence-too-long": `An absence can last ${limits.absenceDays} days at most. If it is longer, talk to the person who manages the agreement.`,
      "absences-too-many": `There can be ${limits.absencesPerRep} absences at most. Remove one that is no longer needed.`,
      "absence-unknown": "That absence no longer exists, or is already over.",
      "capacity-wrong": "Enter whole numbers from 0 to 1000, or leave the fields empty.",
      "leaves-wrong": "Enter a date, or leave the field empty.",
      "leaves-before-start": "That day is before their first day.",
      overtaken:
        "Not saved: somebody else has changed it in the meantime. This is the current state; if your change is still needed, make it again.",
    },
  },
} as const satisfies Record<
  Language,
  { readonly problems: Record<SettingsProblem, string>; readonly [key: string]: unknown }
>;
