import type { Role } from "../../../../lambdas/contract/board.ts";
import type { ProposalOrigin, ProposalState } from "../../../../lambdas/contract/room.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import type { TrialFate, TrialUnknown } from "../../../../lambdas/contract/trial.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";
import type { LadderDeed, LengthUnit } from "./controls.ts";

const fitGrades = ["A", "B"] as const;

/** Words of the negotiation room. */
export const roomWords = {
  title: { es: "Negociación", en: "Negotiation" },
  intro: {
    es: "Cualquiera de los dos equipos propone un cambio del acuerdo; entra en vigor cuando firman los dos.",
    en: "Either team proposes a change to the agreement; it comes into force once both have signed.",
  },
  back: { es: "Todas las propuestas", en: "All proposals" },
  inForce: { es: "En vigor", en: "In force" },
  /** Day as `Monday 30 Nov`. */
  comes: (number: number, day: string, time: string): Bilingual => ({
    es: `Versión ${number}, firmada: entra en vigor el ${day} a las ${time}`,
    en: `Version ${number}, signed: comes into force on ${day} at ${time}`,
  }),
  was: (number: number, day: string): Bilingual => ({
    es: `Versión ${number}, del ${day}`,
    en: `Version ${number}, of ${day}`,
  }),
  hash: { es: "Huella", en: "Hash" },
  signers: { es: "Firman", en: "Signers" },
  departments: { marketing: { es: "Marketing", en: "Marketing" }, sales: { es: "Ventas", en: "Sales" } },
  replaces: (name: string): Bilingual => ({ es: `en lugar de ${name}`, en: `in place of ${name}` }),
  replace: { es: "Sustituir", en: "Replace" },
  replaceTitle: (department: string): Bilingual => ({
    es: `Quién firma por ${department}`,
    en: `Who signs for ${department}`,
  }),
  replaceText: {
    es: "Para cuando quien firmaba ya no está en la empresa. Queda en el registro de auditoría.",
    en: "For when the person who signed has left the company. It is kept in the audit trail.",
  },
  replaceWho: { es: "Quién firma desde ahora", en: "Who signs from now on" },
  replaceDo: { es: "Guardar", en: "Save" },
  replaced: { es: "Ya firma otra persona.", en: "Somebody else signs now." },
  open: { es: "Propuestas abiertas", en: "Open proposals" },
  openNone: { es: "No hay ninguna propuesta abierta", en: "There is no open proposal" },
  openNoneText: {
    es: "El acuerdo sigue como está hasta que alguien proponga un cambio.",
    en: "The agreement stays as it is until somebody proposes a change.",
  },
  ended: { es: "Propuestas cerradas", en: "Closed proposals" },
  more: { es: "Hay propuestas más antiguas que no se muestran.", en: "There are older proposals that are not shown." },
  earlier: { es: "Versiones anteriores", en: "Earlier versions" },
  goBack: { es: "Proponer volver", en: "Propose going back" },
  goBackTo: (number: number): Bilingual => ({
    es: `Proponer volver a la versión ${number}`,
    en: `Propose going back to version ${number}`,
  }),
  packTitle: (number: number, week: Bilingual): Bilingual => ({
    es: `Propuesta ${number} de la reunión de la ${week.es}`,
    en: `Proposal ${number} of the meeting of ${week.en}`,
  }),
  backTitle: (number: number): Bilingual => ({
    es: `Volver a la versión ${number}`,
    en: `Go back to version ${number}`,
  }),
  propose: { es: "Proponer un cambio", en: "Propose a change" },
  proposedBy: (name: string, day: string): Bilingual => ({
    es: `Propuesta de ${name}, ${day}`,
    en: `Proposed by ${name}, ${day}`,
  }),
  states: {
    open: { es: "Abierta", en: "Open" },
    agreed: { es: "Firmada", en: "Signed" },
    withdrawn: { es: "Retirada", en: "Withdrawn" },
    refused: { es: "Rechazada", en: "Refused" },
    outdated: { es: "Superada", en: "Overtaken" },
  } satisfies Record<ProposalState, Bilingual>,
  outdatedText: {
    es: "Entró en vigor otra versión antes de que firmaran los dos equipos.",
    en: "Another version came into force before both teams had signed.",
  },
  origins: {
    board: undefined,
    file: { es: "Del archivo desplegado", en: "From the deployed file" },
    back: { es: "Vuelta a una versión anterior", en: "Back to an earlier version" },
    learned: { es: "Aprendida de los resultados", en: "Learned from outcomes" },
  } satisfies Record<ProposalOrigin, Bilingual | undefined>,
  endedBy: {
    withdrawn: (name: string, day: string): Bilingual => ({
      es: `La retiró ${name}, ${day}`,
      en: `Withdrawn by ${name}, ${day}`,
    }),
    refused: (name: string, day: string): Bilingual => ({
      es: `La rechazó ${name}, ${day}`,
      en: `Refused by ${name}, ${day}`,
    }),
  },
  signedBy: (departments: string): Bilingual => ({
    es: `Ya ha firmado: ${departments}`,
    en: `Signed by: ${departments}`,
  }),
  countersThis: { es: "Contrapropuesta a otra propuesta", en: "Counters another proposal" },
  countered: (count: number): Bilingual =>
    pluralInBoth(count, {
      es: ["Tiene # contrapropuesta", "Tiene # contrapropuestas"],
      en: ["Has # counter-proposal", "Has # counter-proposals"],
    }),
  seeCounter: { es: "Ver la contrapropuesta", en: "See the counter-proposal" },
  seeCountered: { es: "Ver la propuesta a la que responde", en: "See the proposal that it answers" },
  decision: { es: "La recoge una decisión de la reunión", en: "Carried by a decision of the meeting" },
  becomes: (number: number, day: string, time: string): Bilingual => ({
    es: `Es la versión ${number}, en vigor desde el ${day} a las ${time}.`,
    en: `It is version ${number}, in force from ${day} at ${time}.`,
  }),
  changesVersion: (number: number): Bilingual => ({
    es: `Cambia la versión ${number}`,
    en: `Changes version ${number}`,
  }),
  holdsFrom: (day: string): Bilingual => ({
    es: `Entraría en vigor el ${day}, al empezar la jornada.`,
    en: `It would hold from ${day}, from the first working hour.`,
  }),
  holdsAtOnce: {
    es: "Entraría en vigor en cuanto firmen los dos equipos.",
    en: "It would hold as soon as both teams have signed.",
  },
  why: { es: "Por qué", en: "Why" },
  changes: { es: "Qué cambia", en: "What changes" },
  changesCount: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["# cambio", "# cambios"], en: ["# change", "# changes"] }),
  noChanges: { es: "No cambia nada de lo que dice el acuerdo.", en: "Nothing that the agreement says changes." },
  byDeployment: { es: "Necesita además un despliegue", en: "Also needs a deployment" },
  sideBySide: { es: "El acuerdo, antes y después", en: "The agreement, before and after" },
  before: { es: "Hoy", en: "Today" },
  beforeWas: { es: "Antes", en: "Before" },
  after: { es: "Propuesto", en: "Proposed" },
  unchanged: (count: number): Bilingual =>
    pluralInBoth(count, {
      es: ["# frase sin cambios", "# frases sin cambios"],
      en: ["# sentence unchanged", "# sentences unchanged"],
    }),
  nothingBefore: { es: "No figura", en: "Not in it" },
  signatures: { es: "Firmas", en: "Signatures" },
  unsigned: { es: "Sin firmar", en: "Not signed yet" },
  signedAt: (name: string, when: string): Bilingual => ({ es: `${name}, ${when}`, en: `${name}, ${when}` }),
  counter: { es: "Contraproponer", en: "Counter" },
  withdraw: { es: "Retirar", en: "Withdraw" },
  refuse: { es: "Rechazar", en: "Refuse" },
  sign: { es: "Firmar", en: "Sign" },
  endTitle: {
    withdraw: { es: "Retirar la propuesta", en: "Withdraw the proposal" },
    refuse: { es: "Rechazar la propuesta", en: "Refuse the proposal" },
  },
  endText: {
    es: "La propuesta se cierra y queda en la lista con el motivo.",
    en: "The proposal is closed, and stays in the list with the reason.",
  },
  reason: { es: "Motivo", en: "Reason" },
  reasonMissing: { es: "Indica el motivo.", en: "Please give the reason." },
  endedNow: {
    withdraw: { es: "Has retirado la propuesta.", en: "You have withdrawn the proposal." },
    refuse: { es: "Has rechazado la propuesta.", en: "You have refused the proposal." },
  },
  signTitle: { es: "Firmar la propuesta", en: "Sign the proposal" },
  signWhat: (number: number): Bilingual => ({
    es: `Firmas los términos que serán la versión ${number} del acuerdo.`,
    en: `You sign the terms that become version ${number} of the agreement.`,
  }),
  signFor: (department: string): Bilingual => ({ es: `Firmas por ${department}.`, en: `You sign for ${department}.` }),
  signFrom: { es: "En vigor desde", en: "Holds from" },
  signOnceBoth: { es: "En cuanto firmen los dos equipos", en: "As soon as both teams have signed" },
  signDay: (day: string): Bilingual => ({
    es: `El ${day}, al empezar la jornada, si para entonces han firmado los dos`,
    en: `${day}, from the first working hour, if both have signed by then`,
  }),
  signDo: { es: "Firmar estos términos", en: "Sign these terms" },
  signAgain: {
    es: "Para firmar hay que volver a iniciar sesión: hace más de cinco minutos que entraste.",
    en: "To sign, please sign in again: it is more than five minutes since you did.",
  },
  signChanged: {
    es: "La propuesta ha cambiado mientras la leías. No se ha firmado nada: léela de nuevo antes de firmar.",
    en: "The proposal has changed while you read it. Nothing was signed: read it again before you sign.",
  },
  signed: { es: "Has firmado la propuesta.", en: "You have signed the proposal." },
  form: { es: "Tu propuesta", en: "Your proposal" },
  formTitle: { es: "Propuesta, en una frase", en: "The proposal, in a line" },
  formWhy: { es: "Por qué la propones", en: "Why you propose it" },
  formFrom: { es: "En vigor desde", en: "Holds from" },
  formFromHint: {
    es: "Desde la primera hora de trabajo de ese día. Sin fecha, en cuanto firmen los dos equipos.",
    en: "From the first working hour of that day. Without a date, as soon as both teams have signed.",
  },
  titleMissing: { es: "Indica en una frase qué propones.", en: "Please say in a line what you propose." },
  whyMissing: { es: "Indica por qué lo propones.", en: "Please say why you propose it." },
  nothingYet: {
    es: "Todavía no has cambiado nada. Mueve un control o edita el texto.",
    en: "You have not changed anything yet. Move a control or edit the text.",
  },
  send: { es: "Proponer", en: "Propose" },
  sendCounter: { es: "Enviar la contrapropuesta", en: "Send the counter-proposal" },
  startOver: { es: "Descartar los cambios", en: "Discard the changes" },
  counterTitle: (title: string): Bilingual => ({
    es: `Contrapropuesta a «${title}»`,
    en: `Counter-proposal to “${title}”`,
  }),
  views: { es: "Cómo cambiarlo", en: "How to change it" },
  controls: { es: "Controles", en: "Controls" },
  text: { es: "Texto completo", en: "Whole text" },
  textLabel: { es: "Acuerdo en YAML", en: "Agreement in YAML" },
  textHint: {
    es: "Ctrl + Espacio muestra qué se puede escribir; Esc y después Tab sale del editor.",
    en: "Ctrl + Space shows what can be written; Esc, then Tab leaves the editor.",
  },
  unreadable: {
    es: "El texto tiene un error y los controles no pueden leerlo. Corrígelo en «Texto completo».",
    en: "The text has an error, so the controls cannot read it. Fix it under “Whole text”.",
  },
  problems: (count: number): Bilingual =>
    pluralInBoth(count, {
      es: ["# error en el texto", "# errores en el texto"],
      en: ["# error in the text", "# errors in the text"],
    }),
  atLine: (line: number): Bilingual => ({ es: `Línea ${line}`, en: `Line ${line}` }),
  wasValue: (value: string): Bilingual => ({ es: `antes ${value}`, en: `was ${value}` }),
  groups: {
    gate: { es: "Filtro de MQL", en: "MQL gate" },
    points: { es: "Puntos de encaje", en: "Fit points" },
    familiarity: { es: "Puntos de familiaridad", en: "Familiarity points" },
    grades: { es: "Calificaciones", en: "Grades" },
    nurture: { es: "Maduración", en: "Nurture" },
    promises: { es: "Promesas y plazos", en: "Promises and deadlines" },
    ladder: { es: "Escalado", en: "Escalation" },
    capacity: { es: "Capacidad del equipo", en: "Team capacity" },
    coolDowns: { es: "Pausas tras un rechazo", en: "Cool-downs after a rejection" },
    goals: { es: "Objetivos", en: "Goals" },
  },
  points: { es: "Puntos", en: "Points" },
  halfLife: { es: "Vale la mitad tras", en: "Worth half after" },
  newPerWeek: { es: "Leads nuevos por semana", en: "New leads per week" },
  openAtMost: { es: "Abiertos a la vez", en: "Open at a time" },
  gradeFrom: (kind: "fit" | "familiarity", at: number): Bilingual => {
    const grade = kind === "fit" ? (fitGrades[at] ?? "?") : String(at + 1);
    return { es: `${grade}: desde`, en: `${grade}: from` };
  },
  followUpOf: (segment: Bilingual): Bilingual => ({
    es: `Plazo para «${segment.es}»`,
    en: `Deadline for “${segment.en}”`,
  }),
  amount: { es: "cantidad", en: "amount" },
  unit: { es: "unidad", en: "unit" },
  units: {
    second: { es: "segundos", en: "seconds" },
    minute: { es: "minutos", en: "minutes" },
    hour: { es: "horas", en: "hours" },
    day: { es: "días", en: "days" },
    "working minute": { es: "minutos laborables", en: "working minutes" },
    "working hour": { es: "horas laborables", en: "working hours" },
    "working day": { es: "días laborables", en: "working days" },
  } satisfies Record<LengthUnit, Bilingual>,
  numberMissing: { es: "Indica un número.", en: "Please enter a number." },
  step: (at: number): Bilingual => ({ es: `Paso ${at}`, en: `Step ${at}` }),
  stepAfter: { es: "Tras", en: "After" },
  stepDoes: { es: "se avisa o se hace", en: "what happens" },
  deeds: {
    manager: { es: "Se avisa a su responsable", en: "Their manager is notified" },
    reassign: { es: "Se asigna a otra persona", en: "Somebody else gets the lead" },
    director: { es: "Se avisa a la dirección", en: "The sales director is notified" },
  } satisfies Record<LadderDeed, Bilingual>,
  addStep: { es: "Añadir un paso", en: "Add a step" },
  removeStep: (at: number): Bilingual => ({ es: `Quitar el paso ${at}`, en: `Remove step ${at}` }),
  trial: { es: "Probar con el pasado", en: "Try it on the past" },
  trialText: {
    es: "Se vuelve a valorar cada lead de las últimas semanas, con lo que entonces se sabía, según esta propuesta.",
    en: "Every lead of the last weeks is judged again by this proposal, with what was known of them then.",
  },
  trialWeeks: { es: "Semanas", en: "Weeks" },
  trialWeeksWrong: (least: number, most: number): Bilingual => ({
    es: `Indica un número de ${least} a ${most}.`,
    en: `Please enter a number from ${least} to ${most}.`,
  }),
  trialDo: { es: "Probar", en: "Try it" },
  trialAgain: { es: "Probar de nuevo", en: "Try again" },
  trialRunning: (done: string, of: string): Bilingual => ({
    es: `Revisados ${done} leads de unos ${of}`,
    en: `${done} leads of about ${of} looked at`,
  }),
  trialAsked: { es: "La prueba empieza enseguida.", en: "The trial starts shortly." },
  trialFailed: {
    es: "La prueba no ha terminado. Puedes pedirla de nuevo.",
    en: "The trial did not finish. You can ask for it again.",
  },
  trialOther: {
    es: "Estas cifras son de otros términos: la propuesta ha cambiado desde entonces.",
    en: "These figures are of other terms: the proposal has changed since.",
  },
  trialOf: (leads: string, from: string, until: string): Bilingual => ({
    es: `${leads} leads valorados, del ${from} al ${until}.`,
    en: `${leads} leads judged, from ${from} to ${until}.`,
  }),
  mqlsPerWeek: { es: "MQL por semana", en: "MQLs a week" },
  asInForce: { es: "Con lo que estaba en vigor", en: "By what was in force" },
  asProposed: { es: "Con la propuesta", en: "By the proposal" },
  mqlsAlt: (before: string, after: string): Bilingual => ({
    es: `MQL por semana: ${before} en total con lo que estaba en vigor, ${after} con la propuesta.`,
    en: `MQLs a week: ${before} in all by what was in force, ${after} by the proposal.`,
  }),
  interval: (least: string, most: string): Bilingual => ({
    es: `entre ${least} y ${most}`,
    en: `between ${least} and ${most}`,
  }),
  intervalText: (fewest: number): Bilingual => ({
    es: `Con menos de ${fewest} casos se da un intervalo (95 de cada 100 veces) y no una conclusión.`,
    en: `With fewer than ${fewest} cases there is an interval (95 times in 100) and no verdict.`,
  }),
  showLeads: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["Ver # lead", "Ver los # leads"], en: ["Show # lead", "Show the # leads"] }),
  leadOf: (day: string): Bilingual => ({ es: `Lead del ${day}`, en: `Lead of ${day}` }),
  stageNow: { es: "Etapa actual", en: "Stage now" },
  source: { es: "Origen", en: "Source" },
  facts: {
    mqls: { es: "MQL", en: "MQLs" },
    in: { es: "Habrían entrado", en: "Would have come in" },
    out: { es: "No habrían entrado", en: "Would not have come in" },
    sooner: { es: "Habrían entrado antes", en: "Would have come in sooner" },
    later: { es: "Habrían entrado después", en: "Would have come in later" },
    wonKept: { es: "Ventas ganadas que siguen", en: "Won deals kept" },
    wonLost: { es: "Ventas ganadas que se perderían", en: "Won deals lost" },
    spared: { es: "Rechazos que se evitan", en: "Rejections spared" },
    missing: { es: "Personas borradas desde entonces", en: "People erased since" },
  },
  fact: { es: "Cifra", en: "Figure" },
  cases: { es: "Casos", en: "Cases" },
  whatBecame: { es: "Qué fue de ellos", en: "What became of them" },
  fates: {
    won: { es: "Ganado", en: "Won" },
    lost: { es: "Perdido", en: "Lost" },
    rejected: { es: "Rechazado por ventas", en: "Rejected by sales" },
    returned: { es: "Devuelto a marketing", en: "Returned to marketing" },
    unanswered: { es: "Sin respuesta de ventas", en: "Not answered by sales" },
    open: { es: "Sigue abierto", en: "Still open" },
    "never-asked": { es: "Ventas nunca lo vio", en: "Sales never saw them" },
  } satisfies Record<TrialFate, Bilingual>,
  lead: { es: "Lead", en: "Lead" },
  seen: (grade: string, fit: string, familiarity: string): Bilingual => ({
    es: `${grade}: encaje ${fit}, familiaridad ${familiarity}`,
    en: `${grade}: fit ${fit}, familiarity ${familiarity}`,
  }),
  cut: { es: "Se muestran los más recientes.", en: "The newest ones are shown." },
  cannotKnow: { es: "Lo que la prueba no puede saber", en: "What the trial cannot know" },
  unknowns: {
    "never-asked": {
      es: "Qué habría sido de los leads que ventas nunca vio.",
      en: "What would have become of leads whom sales never saw.",
    },
    "after-hand-off": {
      es: "Lo que un lead hizo cuando ventas ya lo tenía cuenta como si lo hubiera hecho por sí solo.",
      en: "What a lead did once sales had them counts as if they had done it by themselves.",
    },
    "other-mails": {
      es: "Los correos de maduración habrían sido otros.",
      en: "The nurture e-mails would have been different ones.",
    },
    erased: { es: "Faltan las personas que se han borrado.", en: "People who were erased are missing." },
    few: {
      es: "Algunas cifras son demasiado pequeñas para concluir nada.",
      en: "Some counts are too small for a verdict.",
    },
    "by-hand": {
      es: "Lo que alguien decidió a mano sigue igual en ambos casos.",
      en: "What people decided by hand holds either way.",
    },
    "before-first-version": {
      es: "Antes de la primera versión no había nada en vigor: se toma la primera.",
      en: "Before the first version nothing was in force: the first one stands for it.",
    },
    "not-as-recorded": {
      es: "Algunos leads se valoraron entonces de otra forma que al repetirlo ahora.",
      en: "Some leads were judged otherwise then than they are when judged again now.",
    },
    "team-now": {
      es: "La simulación conoce al equipo del acuerdo, no quién faltaba entonces.",
      en: "The simulation knows the agreement’s team, not who was away then.",
    },
  } satisfies Record<TrialUnknown, Bilingual>,
  fit: { es: "¿Da abasto el equipo?", en: "Can the team keep up?" },
  fitText: {
    es: "Simulación de un trimestre con el equipo, los horarios y los plazos de esta propuesta, sin los festivos oficiales.",
    en: "A simulated quarter with the team, hours and deadlines of this proposal, without public holidays.",
  },
  fitReset: { es: "Como en la propuesta", en: "As in the proposal" },
  fitNoWait: { es: "Nueve de cada diez no esperan a un comercial.", en: "Nine in ten do not wait for a rep." },
  fitOverflow: (share: string): Bilingual => ({
    es: `Esperaría a un comercial más de lo acordado el ${share} de los leads.`,
    en: `${share} of the leads would wait longer for a rep than agreed.`,
  }),
  fitArrivals: { es: "MQL por semana", en: "MQLs a week" },
  fitCapacity: { es: "Capacidad del equipo por semana", en: "Team capacity per week" },
  fitMinutes: { es: "Minutos de trabajo por lead", en: "Minutes of work per lead" },
  fitYes: { es: "El equipo da abasto.", en: "The team can keep up." },
  fitNo: { es: "El equipo no da abasto.", en: "The team cannot keep up." },
  fitHours: (needed: string, has: string): Bilingual => ({
    es: `Atenderlos ocupa ${needed} horas por semana; el equipo tiene ${has}.`,
    en: `Looking after them takes ${needed} hours a week; the team has ${has}.`,
  }),
  fitWait: (mean: string, most: string): Bilingual => ({
    es: `Esperan a un comercial ${mean} de media; nueve de cada diez, ${most} como mucho.`,
    en: `They wait ${mean} for a rep on average; nine in ten wait ${most} at most.`,
  }),
  fitBroken: (share: string): Bilingual => ({
    es: `Se incumpliría el ${share} de los plazos (se tolera el 5 %).`,
    en: `${share} of the deadlines would be missed (5% is tolerated).`,
  }),
  fitPace: (most: number): Bilingual =>
    pluralInBoth(most, {
      es: [
        "Con estos plazos el equipo puede con # MQL por semana.",
        "Con estos plazos el equipo puede con # MQL por semana.",
      ],
      en: [
        "With these deadlines the team can take # MQL a week.",
        "With these deadlines the team can take # MQLs a week.",
      ],
    }),
  fitPaceNone: {
    es: "Con estos plazos no podría ni con menos MQL: revisad plazos, horarios y ausencias.",
    en: "With these deadlines not even fewer MQLs would do: look at deadlines, hours and absences.",
  },
  fitTrial: {
    es: "Este acuerdo es de prueba y promete respuestas en segundos: ningún equipo se mide así.",
    en: "This agreement is for trying things out and promises answers in seconds: no team is measured like that.",
  },
  fitBad: { es: "El texto tiene errores: no se puede simular.", en: "The text has errors: it cannot be simulated." },
  fitChart: { es: "Plazos incumplidos según los MQL que llegan", en: "Missed deadlines by how many MQLs arrive" },
  fitChartAlt: (most: number): Bilingual => ({
    es: `Porcentaje de plazos incumplidos según los MQL por semana; hasta ${most} queda dentro de lo tolerado.`,
    en: `Share of missed deadlines by MQLs per week; up to ${most} it stays within what is tolerated.`,
  }),
  fitHoursChart: { es: "Horas de trabajo por semana", en: "Hours of work a week" },
  fitHoursAlt: {
    es: "Horas que ocupan los MQL que llegan y horas que tiene el equipo.",
    en: "Hours that the arriving MQLs take, and hours that the team has.",
  },
  fitNeeded: { es: "Horas que hacen falta", en: "Hours needed" },
  fitHas: { es: "Horas del equipo", en: "Hours of the team" },
  fitMissed: { es: "Plazos incumplidos", en: "Missed deadlines" },
  fitTolerated: { es: "Tolerado", en: "Tolerated" },
  capacity: { es: "Con el nuevo flujo", en: "With the new stream" },
  capacityWait: {
    es: "Espera media hasta tener comercial (horas laborables)",
    en: "Mean wait for a rep (working hours)",
  },
  capacityBroken: { es: "Plazos incumplidos", en: "Missed deadlines" },
  capacityOverflow: { es: "Esperan más de lo acordado", en: "Wait longer than agreed" },
} as const;

/** Who takes part; a rep reads. */
export const mayNegotiate = (role: Role): boolean => role !== "rep";
