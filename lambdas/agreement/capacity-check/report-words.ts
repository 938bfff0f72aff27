import type { Language } from "../../contract/stages.ts";

export const reportWords = {
  es: {
    sufficient: "La capacidad del equipo alcanza para lo que promete el acuerdo.",
    insufficient: "La capacidad del equipo no alcanza para lo que promete el acuerdo.",
    trial:
      "Este acuerdo es de prueba: promete respuestas en segundos para ver moverse los leads, y ningún equipo se mide así. Con agreement.yaml sale un juicio de verdad.",
    load: (arrivals: string, capacity: string, used: string | undefined) =>
      used === undefined
        ? `Llegan ${arrivals} MQL por semana y nadie del equipo puede recibir ninguno.`
        : `Llegan ${arrivals} MQL por semana y el equipo puede recibir ${capacity}: se usa el ${used} de su capacidad.`,
    atMost: (wait: string) => `${wait} como mucho`,
    waits: (mean: string, p90: string) => `${mean} de media; nueve de cada diez, ${p90}`,
    forRep: (waits: string) => `Hasta que alguien de ventas tiene hueco: ${waits}.`,
    overflow: (share: string, after: string) => `Espera más de lo acordado (${after}) ${share}.`,
    toAnswer: (waits: string) => `Desde que lo tiene hasta que se pone con él: ${waits}.`,
    whole: (waits: string) => `En total, desde que es MQL: ${waits}.`,
    promises: "Qué parte de los plazos se incumpliría (se tolera el 5 %):",
    promise: (name: string, within: string, share: string) => `${name}, ${within}: ${share}.`,
    usual: "El plazo general",
    fast: "La vía rápida",
    byLanguage: "Por idioma del lead:",
    languages: { es: "español", en: "inglés" },
    ofLanguage: (language: string, wait: string, breached: string, standIn: string) =>
      `${language}: espera ${wait} de media, se incumple ${breached}, y va a quien no lo habla ${standIn}.`,
    room: (most: string) => `Con este equipo y estos plazos caben hasta ${most} MQL por semana.`,
    would: "Para que alcance basta con una de estas medidas (salvo que se diga otra, todo lo demás queda igual):",
    capacity: (more: string, all: string) =>
      `${more} leads nuevos más por semana entre todo el equipo: ${all} en total.`,
    fewer: (most: string) => `${most} MQL por semana como mucho.`,
    longer: (name: string, within: string) =>
      `Para «${name}», un plazo de ${within}; no acorta la espera de los leads para los que nadie tiene hueco.`,
    noWay:
      "No alcanzaría ni con menos leads ni con más equipo: conviene revisar los plazos, los horarios y las ausencias.",
    assumptions: "Con qué cuenta la simulación:",
    arrive: (share: string) => `Los MQL llegan al azar; el ${share}, en el horario de la empresa.`,
    mix: (languages: string) =>
      `Los leads son como los que el equipo puede atender, también por territorio y segmento: ${languages}.`,
    kinds: (fast: string, segments: string) =>
      `Donde el acuerdo los prevé: vía rápida, el ${fast}; segmentos con plazo propio, el ${segments}.`,
    work: (hours: string, isFromCapacity: boolean) =>
      `Ponerse con un lead es responderlo y ocupa ${hours} horas de media${
        isFromCapacity ? ": la semana de trabajo entre los leads que cada cual puede tener a la vez" : ""
      }. La vía rápida lo interrumpe todo.`,
    open: (accepted: string, after: string) => `Se acepta el ${accepted}, y un lead aceptado sigue en manos ${after}.`,
    nothingElse: "Nadie más coge los leads que esperan, y ninguno se reasigna ni se devuelve.",
    simulated: (runs: string, weeks: string, from: string, leads: string) =>
      `${runs} veces ${weeks} semanas desde ${from}, con sus festivos y ausencias: ${leads} leads.`,
    minutes: (count: string) => `${count} min laborables`,
    hours: (count: string) => `${count} h laborables`,
    part: (share: string) => `el ${share}`,
    lessThan: (share: string) => `menos del ${share}`,
    nothing: "nada",
  },
  en: {
    sufficient: "The team's capacity is sufficient for what the agreement promises.",
    insufficient: "The team's capacity is not sufficient for what the agreement promises.",
    trial:
      "This is a trial agreement: it promises answers within seconds so that leads can be seen moving, and no team is judged by that. agreement.yaml is the one to judge.",
    load: (arrivals: string, capacity: string, used: string | undefined) =>
      used === undefined
        ? `${arrivals} MQLs a week arrive and no team member can take any.`
        : `${arrivals} MQLs a week arrive and the team can take ${capacity}: ${used} of its capacity is used.`,
    atMost: (wait: string) => `${wait} at most`,
    waits: (mean: string, p90: string) => `${mean} on average; nine in ten, ${p90}`,
    forRep: (waits: string) => `Until a rep has room: ${waits}.`,
    overflow: (share: string, after: string) => `Waiting longer than agreed (${after}): ${share}.`,
    toAnswer: (waits: string) => `From having it to taking it up: ${waits}.`,
    whole: (waits: string) => `In all, since it became an MQL: ${waits}.`,
    promises: "Share of each promise that would be broken (5% is tolerated):",
    promise: (name: string, within: string, share: string) => `${name}, ${within}: ${share}.`,
    usual: "The usual time",
    fast: "The fast lane",
    byLanguage: "By the lead's language:",
    languages: { es: "Spanish", en: "English" },
    ofLanguage: (language: string, wait: string, breached: string, standIn: string) =>
      `${language}: waits ${wait} on average, ${breached} broken, ${standIn} assigned to a rep who does not speak it.`,
    room: (most: string) => `This team can follow up as many as ${most} MQLs a week as promised.`,
    would: "One of these would make it sufficient (all else unchanged, unless it says otherwise):",
    capacity: (more: string, all: string) => `${more} more new leads a week across the whole team: ${all} in all.`,
    fewer: (most: string) => `${most} MQLs a week at most.`,
    longer: (name: string, within: string) =>
      `For “${name}”, a promise of ${within}; it shortens no wait of leads for which nobody has room.`,
    noWay: "Neither fewer leads nor a larger team would be enough: review the times, the hours and the absences.",
    assumptions: "What the simulation takes for granted:",
    arrive: (share: string) => `MQLs arrive by chance; ${share} in the company's working hours.`,
    mix: (languages: string) => `Leads are such as the team can serve, by territory and segment too: ${languages}.`,
    kinds: (fast: string, segments: string) =>
      `Where the agreement has them: fast lane, ${fast}; segments with a time of their own, ${segments}.`,
    work: (hours: string, isFromCapacity: boolean) =>
      `Taking a lead up is the answer, and takes ${hours} hours on average${
        isFromCapacity ? ": the working week shared among the leads each may have in hand" : ""
      }. The fast lane interrupts everything.`,
    open: (accepted: string, after: string) =>
      `${accepted} are accepted, and an accepted lead stays in hand for ${after}.`,
    nothingElse: "Nobody else takes the leads that wait, and none is reassigned or returned.",
    simulated: (runs: string, weeks: string, from: string, leads: string) =>
      `${weeks} weeks from ${from}, with their holidays and absences, ${runs} times over: ${leads} leads.`,
    minutes: (count: string) => `${count} working min`,
    hours: (count: string) => `${count} working h`,
    part: (share: string) => share,
    lessThan: (share: string) => `less than ${share}`,
    nothing: "nothing",
  },
} as const satisfies Record<Language, unknown>;
