import type { Language } from "../../contract/stages.ts";

export const fitWords = {
  es: {
    fits: "Los números del acuerdo encajan.",
    fitsNot: "Los números del acuerdo no encajan.",
    trial:
      "Este acuerdo es de prueba: promete respuestas en segundos para ver moverse los leads, y ningún equipo se mide así. Ejecuta la comprobación con agreement.yaml.",
    load: (arrivals: string, capacity: string, used: string | undefined) =>
      used === undefined
        ? `Llegan ${arrivals} MQL por semana y nadie del equipo puede recibir ninguno.`
        : `Llegan ${arrivals} MQL por semana y el equipo puede recibir ${capacity}: se usa el ${used} de su capacidad.`,
    atMost: (wait: string) => `${wait} como mucho`,
    waits: (mean: string, p90: string) => `${mean} de media; nueve de cada diez, ${p90}`,
    forRep: (waits: string) => `Hasta que alguien de ventas tiene capacidad: ${waits}.`,
    overflow: (share: string, after: string) => `Espera más de lo acordado (${after}) ${share}.`,
    toAnswer: (waits: string) => `Desde que se le asigna hasta que lo atiende: ${waits}.`,
    whole: (waits: string) => `En total, desde que es MQL: ${waits}.`,
    promises: "Porcentaje de plazos que se incumplirían (se tolera el 5 %):",
    promise: (name: string, within: string, share: string) => `${name}, ${within}: ${share}.`,
    usual: "El plazo general",
    fast: "La vía rápida",
    byLanguage: "Por idioma del lead:",
    languages: { es: "español", en: "inglés" },
    ofLanguage: (language: string, wait: string, breached: string, standIn: string) =>
      `${language}: espera ${wait} de media, se incumple ${breached} y se asigna a quien no lo habla ${standIn}.`,
    room: (most: string) => `Con este equipo y estos plazos caben hasta ${most} MQL por semana.`,
    would: "Para que encajen basta con una de estas cosas (salvo que se diga otra, todo lo demás queda igual):",
    capacity: (more: string, all: string) =>
      `${more} leads nuevos más por semana entre todo el equipo: ${all} en total.`,
    fewer: (most: string) => `${most} MQL por semana como mucho.`,
    longer: (name: string, within: string) =>
      `Para «${name}», un plazo de ${within}; no acorta la espera de los leads para los que nadie tiene capacidad.`,
    noWay:
      "Ni con menos leads ni con más equipo encajarían: conviene revisar los plazos, los horarios y las ausencias.",
    assumptions: "Supuestos de la simulación:",
    arrive: (share: string) => `Los MQL llegan al azar; el ${share}, en el horario de la empresa.`,
    mix: (languages: string) =>
      `Los leads son como los que el equipo puede atender, también por zona y segmento: ${languages}.`,
    kinds: (fast: string, segments: string) =>
      `Donde el acuerdo los prevé: vía rápida, el ${fast}; segmentos con plazo propio, el ${segments}.`,
    work: (hours: string, isFromCapacity: boolean) =>
      `Atender un lead es responder y ocupa ${hours} horas de media${
        isFromCapacity ? ": la semana de trabajo entre los leads abiertos que puede tener cada comercial" : ""
      }. La vía rápida lo interrumpe todo.`,
    open: (accepted: string, after: string) => `Se acepta el ${accepted}, y un lead aceptado sigue en manos ${after}.`,
    nothingElse: "Nadie más se encarga de los leads que esperan, y ninguno se reasigna ni se devuelve.",
    simulated: (runs: string, weeks: string, from: string, leads: string) =>
      `${runs} veces ${weeks} semanas desde ${from}, con sus festivos y ausencias: ${leads} leads.`,
    minutes: (count: string) => `${count} min laborables`,
    hours: (count: string) => `${count} h laborables`,
    part: (share: string) => `el ${share}`,
    lessThan: (share: string) => `menos del ${share}`,
    nothing: "nada",
  },
  en: {
    fits: "The numbers in the agreement add up.",
    fitsNot: "The numbers in the agreement do not add up.",
    trial:
      "This is a trial agreement: it promises answers within seconds so that leads can be seen moving, and no team is measured by that. Run the check on agreement.yaml instead.",
    load: (arrivals: string, capacity: string, used: string | undefined) =>
      used === undefined
        ? `${arrivals} MQLs arrive per week and nobody on the team can take any.`
        : `${arrivals} MQLs arrive per week and the team can take ${capacity}: ${used} of its capacity is used.`,
    atMost: (wait: string) => `${wait} at most`,
    waits: (mean: string, p90: string) => `${mean} on average; nine in ten, ${p90}`,
    forRep: (waits: string) => `Until somebody in sales has capacity: ${waits}.`,
    overflow: (share: string, after: string) => `Waiting longer than agreed (${after}): ${share}.`,
    toAnswer: (waits: string) => `From assignment to the first action: ${waits}.`,
    whole: (waits: string) => `In total, since becoming an MQL: ${waits}.`,
    promises: "Share of deadlines that would be missed (5% is tolerated):",
    promise: (name: string, within: string, share: string) => `${name}, ${within}: ${share}.`,
    usual: "The usual deadline",
    fast: "The fast lane",
    byLanguage: "By the lead's language:",
    languages: { es: "Spanish", en: "English" },
    ofLanguage: (language: string, wait: string, breached: string, standIn: string) =>
      `${language}: waits ${wait} on average, ${breached} missed, ${standIn} assigned to somebody who does not speak it.`,
    room: (most: string) => `With this team and these deadlines, up to ${most} MQLs per week fit.`,
    would: "To make the numbers add up, one of these is enough (all else unchanged unless stated otherwise):",
    capacity: (more: string, all: string) => `${more} more new leads per week across the whole team: ${all} in total.`,
    fewer: (most: string) => `${most} MQLs per week at most.`,
    longer: (name: string, within: string) =>
      `For “${name}”, a deadline of ${within}; it does not shorten the wait of leads for whom nobody has capacity.`,
    noWay:
      "Neither fewer leads nor a larger team would make the numbers add up: review the deadlines, the working hours and the absences.",
    assumptions: "Assumptions of the simulation:",
    arrive: (share: string) => `MQLs arrive at random; ${share} in the company's working hours.`,
    mix: (languages: string) => `Leads match what the team can take, including territory and segment: ${languages}.`,
    kinds: (fast: string, segments: string) =>
      `Where the agreement has them: fast lane, ${fast}; segments with their own deadline, ${segments}.`,
    work: (hours: string, isFromCapacity: boolean) =>
      `Following up a lead means answering, and takes ${hours} hours on average${
        isFromCapacity ? ": the working week divided by the open leads that each rep may have" : ""
      }. The fast lane interrupts everything.`,
    open: (accepted: string, after: string) =>
      `${accepted} are accepted, and an accepted lead stays open for ${after}.`,
    nothingElse: "Nobody else takes waiting leads, and none is reassigned or returned.",
    simulated: (runs: string, weeks: string, from: string, leads: string) =>
      `${weeks} weeks from ${from}, with their holidays and absences, ${runs} times over: ${leads} leads.`,
    minutes: (count: string) => `${count} working min`,
    hours: (count: string) => `${count} working h`,
    part: (share: string) => share,
    lessThan: (share: string) => `less than ${share}`,
    nothing: "nothing",
  },
} as const satisfies Record<Language, unknown>;
