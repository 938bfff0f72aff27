import type { Language } from "../../contract/stages.ts";
import { plural } from "../../domain/text/plural.ts";

export const learnWords = {
  es: {
    proposed: "Hay una propuesta: con estos puntos se distingue mejor quién acaba comprando.",
    nothing: (more: number) =>
      `Todavía no hay nada que aprender: ${plural(more, "es", { one: "falta # resultado más", other: "faltan # resultados más" })}.`,
    same: "Los puntos en vigor ya dicen lo que dicen los resultados: no cambia ninguno.",
    tooFew: (won: string, others: string) =>
      `Hay ${won} leads ganados y ${others} que no; son pocos para aprender de unos y comprobarlo con otros.`,
    notBetter: "No ordena mejor los leads posteriores de lo que podría ser casualidad.",
    notCalibrated: "Acierta menos en cuántos se ganan.",
    persona: "El cliente ideal",
    source: "El origen",
    loss: (group: string, id: string, before: string, after: string, most: string) =>
      `${group} «${id}» pasaría de ${before} MQL a ${after}; el acuerdo admite que pierda el ${most} como mucho.`,
    judged: (earlier: string, later: string, won: string) =>
      `Aprendido de los ${earlier} leads más antiguos y comprobado con los ${later} posteriores (${won} ganados).`,
    auc: (before: string, after: string, error: string) =>
      `De un lead ganado y otro que no, pone por delante al ganado en el ${after} de los casos; los puntos en vigor, en el ${before} (margen al 95 %: ${error}).`,
    calibration: (before: string, after: string) =>
      `Distancia media entre lo previsto y lo ganado: ${after}; con los puntos en vigor, ${before}.`,
    volume: (before: string, after: string) =>
      `MQL entre los posteriores: ${after}; con los puntos en vigor, ${before}.`,
    afterSales: (fields: string) => `Sin aprender de lo que solo se sabe tras hablar con ventas: ${fields}.`,
    later: (count: number) =>
      plural(count, "es", {
        one: "No cuenta # evento posterior al momento en que se evalúa su lead.",
        other: "No cuentan # eventos posteriores al momento en que se evalúa su lead.",
      }),
    unknown: (count: number) =>
      plural(count, "es", { one: "# lead sin resultado no cuenta.", other: "# leads sin resultado no cuentan." }),
    folds: (folds: string, before: string, after: string, unrounded: string) =>
      `AUC en ${folds} partes, cada una con lo aprendido de las demás: puntos en vigor ${before}, puntos enteros ${after}, sin redondear ${unrounded}.`,
    changes: "Cambios:",
    changed: (label: string, before: string, after: string) => `${label}: de ${before} a ${after} puntos.`,
    added: (label: string, after: string) => `${label}: nuevo, ${after} puntos.`,
    dropped: (label: string, before: string) => `${label}: se quita (${before} puntos).`,
    criterion: (having: number, havingShare: string, lacking: string, lackingShare: string) =>
      `${plural(having, "es", { one: "De # lead", other: "De # leads" })} que lo cumplen se ganó el ${havingShare}; de ${lacking} que no, el ${lackingShare}.`,
    familiarity: (having: number, havingShare: string, lacking: string, lackingShare: string) =>
      `${plural(having, "es", { one: "De # lead", other: "De # leads" })} que lo hicieron se ganó el ${havingShare}; de ${lacking} que no, el ${lackingShare}.`,
    thresholds: "Mínimos, para que pasen tantos como antes:",
    threshold: (name: string, before: string, after: string) => `${name}: de ${before} a ${after}.`,
    names: {
      leastFit: "Puntos de encaje para ser MQL",
      leastFamiliarity: "Puntos de familiaridad para ser MQL",
      leastMatches: "Criterios a favor para ser MQL",
      fitGrades: "Encaje para A y B",
      familiarityGrades: "Familiaridad para 1 y 2",
    },
    and: " y ",
  },
  en: {
    proposed: "There is a proposal: with these points it shows better who will buy in the end.",
    nothing: (more: number) =>
      `Nothing to learn yet: ${plural(more, "en", { one: "# more outcome", other: "# more outcomes" })}.`,
    same: "The points in force say what the outcomes say already: none of them changes.",
    tooFew: (won: string, others: string) =>
      `There are ${won} leads that were won and ${others} that were not: too few to learn from some and to check it on others.`,
    notBetter: "It does not put later leads in a better order than chance might.",
    notCalibrated: "It is worse at telling how many are won.",
    persona: "The persona",
    source: "The source",
    loss: (group: string, id: string, before: string, after: string, most: string) =>
      `${group} “${id}” would go from ${before} MQLs to ${after}; the agreement lets it lose ${most} at most.`,
    judged: (earlier: string, later: string, won: string) =>
      `Learnt from the ${earlier} oldest leads and checked on the ${later} later ones (${won} won).`,
    auc: (before: string, after: string, error: string) =>
      `Of a lead that was won and one that was not, it puts the won one first in ${after} of the cases; the points in force, in ${before} (margin at 95%: ${error}).`,
    calibration: (before: string, after: string) =>
      `Mean distance between what was expected and what was won: ${after}; by the points in force, ${before}.`,
    volume: (before: string, after: string) =>
      `MQLs among the later ones: ${after}; by the points in force, ${before}.`,
    afterSales: (fields: string) => `Nothing is learnt from what is known only after sales has spoken: ${fields}.`,
    later: (count: number) =>
      plural(count, "en", {
        one: "# event later than the moment at which its lead is judged does not count.",
        other: "# events later than the moment at which their lead is judged do not count.",
      }),
    unknown: (count: number) =>
      plural(count, "en", {
        one: "# lead without an outcome does not count.",
        other: "# leads without an outcome do not count.",
      }),
    folds: (folds: string, before: string, after: string, unrounded: string) =>
      `AUC in ${folds} parts, each by what was learnt from the others: points in force ${before}, whole points ${after}, unrounded ${unrounded}.`,
    changes: "Changes:",
    changed: (label: string, before: string, after: string) => `${label}: from ${before} to ${after} points.`,
    added: (label: string, after: string) => `${label}: new, ${after} points.`,
    dropped: (label: string, before: string) => `${label}: dropped (${before} points).`,
    criterion: (having: number, havingShare: string, lacking: string, lackingShare: string) =>
      `Of ${plural(having, "en", { one: "# lead", other: "# leads" })} with this criterion ${havingShare} were won, of ${lacking} without ${lackingShare}.`,
    familiarity: (having: number, havingShare: string, lacking: string, lackingShare: string) =>
      `Of ${plural(having, "en", { one: "# lead", other: "# leads" })} who did this ${havingShare} were won, of ${lacking} who did not ${lackingShare}.`,
    thresholds: "Minimums, so that as many pass as before:",
    threshold: (name: string, before: string, after: string) => `${name}: from ${before} to ${after}.`,
    names: {
      leastFit: "Fit points for an MQL",
      leastFamiliarity: "Familiarity points for an MQL",
      leastMatches: "Criteria in favour for an MQL",
      fitGrades: "Fit for A and B",
      familiarityGrades: "Familiarity for 1 and 2",
    },
    and: " and ",
  },
} as const satisfies Record<Language, unknown>;
