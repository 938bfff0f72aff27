import type { Language } from "../../contract/stages.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayNumber } from "../../domain/text/say-number.ts";

export const reportWords = {
  es: {
    sufficient: "La capacidad del equipo alcanza para lo que promete el acuerdo.",
    insufficient: "La capacidad del equipo no alcanza para lo que promete el acuerdo.",
    trial:
      "Este acuerdo es de prueba: promete respuestas en segundos para ver moverse los leads, y ningún equipo se mide así. Ejecuta la comprobación con agreement.yaml.",
    load: (arrivals: string, capacity: string, used: string | undefined) =>
      used === undefined
        ? `MQL por semana: ${arrivals}; nadie del equipo puede recibir ninguno.`
        : `MQL por semana: ${arrivals}; el equipo puede recibir ${capacity}: equivale al ${used} de su capacidad.`,
    atMost: (wait: string) => `${wait} como mucho`,
    waits: (mean: string, p90: string) => `${mean} de media; nueve de cada diez, ${p90}`,
    forRep: (waits: string) => `Hasta que alguien de ventas tiene capacidad: ${waits}.`,
    overflow: (share: string, after: string) => `Esperan más de lo acordado (${after}): ${share}.`,
    toAnswer: (waits: string) => `Desde que se le asigna hasta que responde: ${waits}.`,
    whole: (waits: string) => `En total, desde que es MQL: ${waits}.`,
    promises: "Porcentaje de plazos que se incumplirían (se tolera el 5 %):",
    promise: (name: string, within: string, share: string) => `${name}, ${within}: ${share}.`,
    usual: "El plazo general",
    fast: "La vía rápida",
    byLanguage: "Por idioma del lead:",
    languages: { es: "español", en: "inglés" },
    ofLanguage: (language: string, wait: string, breached: string, standIn: string) =>
      `${language}: espera ${wait} de media, se incumple ${breached} y se asigna a quien no lo habla ${standIn}.`,
    room: (most: number) =>
      `Con este equipo y estos plazos hay capacidad para ${plural(most, "es", { one: "# MQL", other: "hasta # MQL" })} por semana.`,
    would: "Bastaría con una de estas medidas (lo demás no cambia, salvo que se indique):",
    capacity: (more: number, all: string) =>
      `${plural(more, "es", { one: "# lead nuevo más", other: "# leads nuevos más" })} por semana entre todo el equipo: ${all} en total.`,
    fewer: (most: number) => `${sayNumber(most, "es")} MQL por semana como mucho.`,
    longer: (name: string, within: string) =>
      `Para «${name}», un plazo de ${within}; no acorta la espera de los leads para los que nadie tiene capacidad.`,
    noWay:
      "No alcanzaría ni con menos leads ni con más equipo: conviene revisar los plazos, los horarios y las ausencias.",
    assumptions: "Supuestos de la simulación:",
    arrive: (share: string) => `Los MQL llegan al azar; el ${share}, en el horario de la empresa.`,
    mix: (languages: string) =>
      `Los leads son como los que el equipo puede atender, también por zona y segmento: ${languages}.`,
    kinds: (fast: string, segments: string) =>
      `Donde el acuerdo los prevé: vía rápida, el ${fast}; segmentos con plazo propio, el ${segments}.`,
    work: (hours: string, isFromCapacity: boolean) =>
      `Atender un lead es responder y ocupa ${hours} horas de media${
        isFromCapacity ? ": la semana de trabajo entre los leads abiertos que puede tener cada comercial" : ""
      }. La vía rápida interrumpe todo lo demás.`,
    open: (accepted: string, after: string) => `Se acepta el ${accepted}, y un lead aceptado sigue abierto ${after}.`,
    nothingElse: "Nadie más se encarga de los leads que esperan, y ninguno se reasigna ni se devuelve.",
    simulated: (runs: string, weeks: string, from: string, leads: string) =>
      `${runs} simulaciones de ${weeks} semanas desde ${from}, con sus festivos y ausencias: ${leads} leads.`,
    minutes: (count: string) => `${count} min laborables`,
    hours: (count: string) => `${count} h laborables`,
    part: (share: string) => `el ${share}`,
    lessThan: (share: string) => `menos del ${share}`,
    nothing: "sin espera",
  },
  en: {
    sufficient: "The team's capacity is sufficient for what the agreement promises.",
    insufficient: "The team's capacity is not sufficient for what the agreement promises.",
    trial:
      "This is a trial agreement: it promises answers within seconds so that leads can be seen moving, and no team is measured by that. Run the check on agreement.yaml instead.",
    load: (arrivals: string, capacity: string, used: string | undefined) =>
      used === undefined
        ? `MQLs per week: ${arrivals}. No team member can take any.`
        : `MQLs per week: ${arrivals}. The team can take ${capacity}: that is ${used} of its capacity.`,
    atMost: (wait: string) => `${wait} at most`,
    waits: (mean: string, p90: string) => `${mean} on average; nine in ten, ${p90}`,
    forRep: (waits: string) => `Until a rep has capacity: ${waits}.`,
    overflow: (share: string, after: string) => `Waiting longer than agreed (${after}): ${share}.`,
    toAnswer: (waits: string) => `From assignment to the answer: ${waits}.`,
    whole: (waits: string) => `In total, since becoming an MQL: ${waits}.`,
    promises: "Share of deadlines that would be missed (5% is tolerated):",
    promise: (name: string, within: string, share: string) => `${name}, ${within}: ${share}.`,
    usual: "The general deadline",
    fast: "The fast lane",
    byLanguage: "By the lead's language:",
    languages: { es: "Spanish", en: "English" },
    ofLanguage: (language: string, wait: string, breached: string, standIn: string) =>
      `${language}: waits ${wait} on average, ${breached} missed, ${standIn} assigned to a rep who does not speak it.`,
    room: (most: number) =>
      `With this team and these deadlines there is capacity for up to ${plural(most, "en", { one: "# MQL", other: "# MQLs" })} per week.`,
    would: "Any one of these would be enough (all else unchanged unless stated otherwise):",
    capacity: (more: number, all: string) =>
      `${plural(more, "en", { one: "# more new lead", other: "# more new leads" })} per week across the whole team: ${all} in total.`,
    fewer: (most: number) => `${plural(most, "en", { one: "# MQL", other: "# MQLs" })} per week at most.`,
    longer: (name: string, within: string) =>
      `For “${name}”, a deadline of ${within}; it does not shorten the wait of leads for whom nobody has capacity.`,
    noWay:
      "Neither fewer leads nor a larger team would be enough: review the deadlines, the working hours and the absences.",
    assumptions: "Assumptions of the simulation:",
    arrive: (share: string) => `MQLs arrive at random; ${share} in the company's working hours.`,
    mix: (languages: string) => `Leads match what the team can take, including territory and segment: ${languages}.`,
    kinds: (fast: string, segments: string) =>
      `Where the agreement has them: fast lane, ${fast}; segments with a deadline of their own, ${segments}.`,
    work: (hours: string, isFromCapacity: boolean) =>
      `Following up a lead means answering, and takes ${hours} hours on average${
        isFromCapacity ? ": the working week divided by the open leads that each rep may have" : ""
      }. The fast lane interrupts everything.`,
    open: (accepted: string, after: string) =>
      `${accepted} are accepted, and an accepted lead stays open for ${after}.`,
    nothingElse: "Nobody else takes waiting leads, and none is reassigned or returned.",
    simulated: (runs: string, weeks: string, from: string, leads: string) =>
      `${runs} simulations of ${weeks} weeks from ${from}, with their holidays and absences: ${leads} leads.`,
    minutes: (count: string) => `${count} working min`,
    hours: (count: string) => `${count} working h`,
    part: (share: string) => share,
    lessThan: (share: string) => `less than ${share}`,
    nothing: "no wait",
  },
} as const satisfies Record<Language, unknown>;
