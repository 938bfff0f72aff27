import type { FollowUp } from "../../lambdas/domain/lead/lead.ts";

/** What the screen says around the story's own sentences. */
export const journeyWords = {
  es: {
    lead: (id: string, cycle: number, version: number) => `Lead ${id}, ciclo ${cycle}, versión ${version}`,
    owner: ({ ownerId, turn, rung }: FollowUp, due: string) =>
      `Lo lleva ${ownerId} (turno ${turn}, escalón ${rung}); plazo de respuesta: ${due}`,
    nextDue: (at: string, distance: string, isOver: boolean) =>
      `Próximo vencimiento: ${at} (${distance})${isOver ? ", VENCIDO" : ""}`,
    nothingDue: "Próximo vencimiento: ninguno, este ciclo está cerrado",
    attention: (error: string, since: string) => `Requiere atención desde ${since}: ${error}`,
    times: (zone: string, version: string | undefined) =>
      `Horas: ${zone}.${version === undefined ? "" : ` Acuerdo aplicado: ${version}`}`,
    waits: (state: string | undefined, until: string) =>
      `Espera${state === undefined ? "" : ` en «${state}»`} hasta ${until}`,
    seen: (seen: number, signals: number) => `señales vistas: ${seen} de ${signals}`,
    waitsNoMore: "No espera nada: este ciclo está cerrado",
    isAtWork: "No espera: está trabajando",
    nothingRuns: "No hay ninguna ejecución en marcha: nada espera",
    noMachine: "Ejecuciones: no se han consultado (falta --machine)",
    noExecution: "no hay ejecución: nunca empezó, o terminó hace más de 90 días",
    since: (at: string) => `desde ${at}`,
    nowIn: (state: string, since: string) => `ahora en «${state}» desde ${since}`,
    ended: (from: string, to: string, state: string | undefined) =>
      `de ${from} a ${to}${state === undefined ? "" : `, terminó en «${state}»`}`,
    cycle: (cycle: number) => `ciclo ${cycle}`,
    cyclesLeftOut: (cycles: number) =>
      `${cycles === 1 ? "y 1 ciclo anterior" : `y ${cycles} ciclos anteriores`} (--all)`,
    shown: (some: number, all: number) => `${some} de ${all}, lo más reciente; con --all, todo`,
    none: "nada",
    muchMore: "Este lead tiene un historial largo: solo se ha leído una parte.",
    parts: {
      executions: "Ejecuciones",
      stages: "Etapas",
      happened: "Interacciones y decisiones",
      mails: "Correos",
    },
  },
  en: {
    lead: (id: string, cycle: number, version: number) => `Lead ${id}, cycle ${cycle}, version ${version}`,
    owner: ({ ownerId, turn, rung }: FollowUp, due: string) =>
      `Owner: ${ownerId} (turn ${turn}, escalation step ${rung}); answer due ${due}`,
    nextDue: (at: string, distance: string, isOver: boolean) =>
      `Next due: ${at} (${distance})${isOver ? ", OVERDUE" : ""}`,
    nothingDue: "Next due: nothing, this cycle is closed",
    attention: (error: string, since: string) => `Needs attention since ${since}: ${error}`,
    times: (zone: string, version: string | undefined) =>
      `Times: ${zone}.${version === undefined ? "" : ` Agreement that was applied: ${version}`}`,
    waits: (state: string | undefined, until: string) =>
      `Waits${state === undefined ? "" : ` in “${state}”`} until ${until}`,
    seen: (seen: number, signals: number) => `signals seen: ${seen} of ${signals}`,
    waitsNoMore: "Waits for nothing: this cycle is closed",
    isAtWork: "Does not wait: it is at work",
    nothingRuns: "No execution is running: nothing waits",
    noMachine: "Executions: not looked at (--machine is missing)",
    noExecution: "no execution: it never started, or ended more than 90 days ago",
    since: (at: string) => `since ${at}`,
    nowIn: (state: string, since: string) => `now in “${state}” since ${since}`,
    ended: (from: string, to: string, state: string | undefined) =>
      `from ${from} to ${to}${state === undefined ? "" : `, ended in “${state}”`}`,
    cycle: (cycle: number) => `cycle ${cycle}`,
    cyclesLeftOut: (cycles: number) =>
      `${cycles === 1 ? "and 1 earlier cycle" : `and ${cycles} earlier cycles`} (--all)`,
    shown: (some: number, all: number) => `the newest ${some} of ${all}; --all shows all`,
    none: "nothing",
    muchMore: "This lead has a long history: only part of it was read.",
    parts: {
      executions: "Executions",
      stages: "Stages",
      happened: "Engagements and decisions",
      mails: "Mails",
    },
  },
} as const;
