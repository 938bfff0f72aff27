import type { Bilingual } from "../../../../lambdas/contract/stages.ts";

/** Where a step is done: a page of the board, or a command. */
type Place =
  | { readonly is: "page"; readonly path: string; readonly label: Bilingual }
  | { readonly is: "command"; readonly text: string };

export interface Step {
  /** Minutes from the beginning. */
  readonly from: number;
  readonly to: number;
  readonly title: Bilingual;
  readonly who: Bilingual;
  readonly what: readonly Bilingual[];
  readonly places: readonly Place[];
  /** How both know that it is done. */
  readonly done: Bilingual;
}

const both: Bilingual = { es: "Los dos departamentos", en: "Both departments" };

/** Before the meeting: whoever operates the system. */
export const preparation: Omit<Step, "from" | "to"> = {
  title: { es: "Antes de la reunión", en: "Before the meeting" },
  who: { es: "Operaciones, el día antes", en: "Operations, the day before" },
  what: [
    {
      es: "Comprueba que el acuerdo del fichero es válido y nombra a quienes firman, y despliega: con eso entra en vigor, sin firmar, como punto de partida.",
      en: "Check that the agreement in the file is valid and names who signs, and deploy: it then comes into force, unsigned, as the starting point.",
    },
    {
      es: "Da acceso al tablero a quienes firman. Cada persona entra una vez y configura su segundo factor: sin él no se firma.",
      en: "Give those who sign access to the board. Each signs in once and sets up a second factor: nobody signs without one.",
    },
  ],
  places: [
    { is: "command", text: "npm run agreement:check" },
    { is: "command", text: "npm run user:add -- --outputs FILE --who ID" },
    { is: "page", path: "/second-factor", label: { es: "Segundo factor", en: "Second factor" } },
  ],
  done: {
    es: "Quien firma por marketing y quien firma por ventas entran en el tablero con su segundo factor.",
    en: "The person who signs for marketing and the person who signs for sales get into the board with their second factor.",
  },
};

/** Ninety minutes, from what the file says to the first signature of both. */
export const steps: readonly Step[] = [
  {
    from: 0,
    to: 10,
    title: { es: "Leer en voz alta lo que está en vigor", en: "Read aloud what is in force" },
    who: both,
    what: [
      {
        es: "Un capítulo cada persona. Nadie discute todavía: quien no esté de acuerdo con una frase la apunta.",
        en: "A chapter each. Nobody argues yet: whoever disagrees with a sentence writes it down.",
      },
    ],
    places: [{ is: "page", path: "/agreement", label: { es: "El acuerdo", en: "The agreement" } }],
    done: { es: "Hay una lista con las frases marcadas.", en: "There is a list of the sentences that were marked." },
  },
  {
    from: 10,
    to: 20,
    title: { es: "Hablar con las mismas palabras", en: "Use the same words" },
    who: both,
    what: [
      {
        es: "Lead, MQL, aceptado, rechazado, oportunidad: ¿alguien usa una palabra de otra forma? Lo que cambie va a la propuesta.",
        en: "Lead, MQL, accepted, rejected, opportunity: does anyone use a word differently? What changes goes into the proposal.",
      },
    ],
    places: [{ is: "page", path: "/agreement#glossary", label: { es: "Glosario", en: "Glossary" } }],
    done: { es: "Las cinco palabras significan lo mismo para todos.", en: "The five words mean the same to everyone." },
  },
  {
    from: 20,
    to: 40,
    title: { es: "Proponer qué es un buen lead", en: "Propose what a good lead is" },
    who: { es: "Marketing propone; ventas mira la pantalla", en: "Marketing proposes; sales watches the screen" },
    what: [
      {
        es: "Umbrales de la puerta de MQL, imprescindibles y descartes; después, los puntos. Al lado se lee cada cambio como frase del acuerdo.",
        en: "Thresholds of the MQL gate, must-haves and disqualifiers; then the points. Beside it each change reads as a sentence of the agreement.",
      },
      {
        es: "Escribid por qué y enviad la propuesta: todavía no cambia nada.",
        en: "Write down why, and send the proposal: nothing changes yet.",
      },
    ],
    places: [
      { is: "page", path: "/room/propose", label: { es: "Proponer un cambio", en: "Propose a change" } },
      {
        is: "page",
        path: "/figures",
        label: { es: "Cifras: qué acompaña a las ventas", en: "Figures: what goes with won deals" },
      },
    ],
    done: { es: "La propuesta está en la sala, con su porqué.", en: "The proposal is in the room, with its reason." },
  },
  {
    from: 40,
    to: 50,
    title: { es: "Probarla con el pasado", en: "Try it on the past" },
    who: both,
    what: [
      {
        es: "Abrid la propuesta y probadla: quién habría entrado, quién no, y qué fue de cada uno. Sin historia todavía no dice nada: seguid adelante.",
        en: "Open the proposal and try it: who would have come in, who would not, and what became of each. Without a history it has nothing to say yet: go on.",
      },
    ],
    places: [{ is: "page", path: "/room", label: { es: "Negociación", en: "Negotiation" } }],
    done: {
      es: "Los dos saben cuántos MQL por semana esperar.",
      en: "Both know how many MQLs a week to expect.",
    },
  },
  {
    from: 50,
    to: 70,
    title: { es: "Prometer lo que cabe", en: "Promise what fits" },
    who: { es: "Ventas contrapropone", en: "Sales counters" },
    what: [
      {
        es: "Marketing promete MQL por semana y cuántos se aceptarán; ventas, en cuánto tiempo llama y qué pasa si no llega. Ventas lo escribe como contrapropuesta.",
        en: "Marketing promises MQLs a week and how many will be accepted; sales promises how soon it calls and what happens if it does not. Sales writes it as a counter-proposal.",
      },
      {
        es: "Comprobad que las dos promesas caben en las horas del equipo, con sus ausencias y festivos.",
        en: "Check that both promises fit into the team’s hours, with its absences and holidays.",
      },
    ],
    places: [
      { is: "page", path: "/room", label: { es: "Negociación", en: "Negotiation" } },
      { is: "command", text: "npm run agreement:capacity" },
    ],
    done: {
      es: "Una sola propuesta abierta que los dos quieren firmar.",
      en: "One open proposal that both want to sign.",
    },
  },
  {
    from: 70,
    to: 85,
    title: { es: "Firmar", en: "Sign" },
    who: {
      es: "Quien firma por cada departamento, en su propio dispositivo",
      en: "Whoever signs for each department, on their own device",
    },
    what: [
      {
        es: "Leed juntos la comparación, antes y después. Cada persona firma con su contraseña y su segundo factor; nadie firma por los dos.",
        en: "Read the comparison together, before and after. Each signs with password and second factor; nobody signs for both.",
      },
      {
        es: "Con la segunda firma hay versión nueva: vale desde el momento acordado, sin desplegar nada.",
        en: "With the second signature there is a new version: it holds from the agreed moment, without any deployment.",
      },
    ],
    places: [{ is: "page", path: "/room", label: { es: "Negociación", en: "Negotiation" } }],
    done: {
      es: "El acuerdo muestra la versión nueva con las dos firmas.",
      en: "The agreement shows the new version with both signatures.",
    },
  },
  {
    from: 85,
    to: 90,
    title: { es: "Imprimir y quedar para la semana que viene", en: "Print, and meet again next week" },
    who: both,
    what: [
      {
        es: "Imprimid el acuerdo firmado. La reunión semanal ya está en el calendario: traerá lo que se esperaba de este cambio y lo que ha pasado.",
        en: "Print the signed agreement. The weekly meeting is in the calendar already: it brings what was expected of this change, and what came of it.",
      },
    ],
    places: [
      { is: "page", path: "/agreement", label: { es: "El acuerdo", en: "The agreement" } },
      { is: "page", path: "/meeting", label: { es: "Reunión semanal", en: "Weekly meeting" } },
    ],
    done: { es: "Todos saben cuándo es la próxima.", en: "Everyone knows when the next one is." },
  },
];

export const firstMeetingWords = {
  title: { es: "La primera reunión", en: "The first meeting" },
  intro: {
    es: "De cero a la primera firma en 90 minutos: quien dirige marketing, quien dirige ventas y esta página en la pantalla.",
    en: "From nothing to the first signature in 90 minutes: the head of marketing, the head of sales, and this page on the screen.",
  },
  minutes: (from: number, to: number): Bilingual => ({ es: `Min. ${from}–${to}`, en: `Min. ${from}–${to}` }),
  who: { es: "Quién:", en: "Who:" },
  done: { es: "Listo cuando:", en: "Done when:" },
  before: { es: "Antes", en: "Before" },
  signed: {
    es: "El acuerdo ya está firmado por los dos departamentos: desde ahora se cambia en la reunión semanal.",
    en: "Both departments have signed the agreement: from now on it changes in the weekly meeting.",
  },
} as const;
