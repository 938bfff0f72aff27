import type { AgreementTerms } from "../contract/agreement.ts";
import type { Bilingual, Language, Stage } from "../contract/stages.ts";
import type { Weekday } from "../contract/time.ts";
import type { Path } from "./problem.ts";

/** Label in Spanish, label in English, what an editor says of the key, and the form of a text where it has one. */
type Words = `${string} | ${string} | ${string}`;

/** A key with those below it. The types are the schema's: a key without words, or words without a key, do not compile. */
type Term<T> = [NonNullable<T>] extends [readonly (infer E)[]]
  ? [E] extends [object]
    ? { readonly words: Words; readonly list: Keys<E> }
    : Words
  : [NonNullable<T>] extends [object]
    ? [KeyIn<NonNullable<T>>] extends [Stage | Weekday]
      ? { readonly words: Words; readonly each: Term<NonNullable<T>[keyof NonNullable<T>]> }
      : { readonly words: Words; readonly keys: Keys<NonNullable<T>> }
    : Words;
type Keys<T> = { readonly [K in KeyIn<T>]: Term<ValueAt<T, K>> };
/** Of all forms that a term may have. */
type KeyIn<T> = T extends unknown ? keyof T : never;
type ValueAt<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;

type Company = AgreementTerms["company"];
type Sales = AgreementTerms["sla"]["sales"];
type Team = AgreementTerms["team"];
type Part<L extends readonly unknown[]> = L[number];

const both = <W extends Words>(words: W) =>
  ({ words, keys: { es: "Español | Spanish | In Spanish.", en: "Inglés | English | In English." } }) as const;
const label = both("Nombre | Label | What people read.");
const field = "Dato del lead | Lead field | The field of the lead that is tested.";

const test: Term<Part<AgreementTerms["segments"]>["test"]> = {
  words: "Comprobación | Test | How the field is tested: exactly one of these. An unknown field passes none.",
  keys: {
    equals: "Es | Equals | The field is this text, ignoring case and accents.",
    oneOf: "Es uno de | One of | The field is one of these texts, ignoring case and accents.",
    noneOf: "No es ninguno de | None of | The field is known and is none of these texts.",
    contains: "Contiene | Contains | One of these starts a word of the field: transport is in Transportes.",
    matches: "Patrón | Pattern | A regular expression that matches part of the field, ignoring case and accents.",
    atLeast: "Mínimo | Minimum | The number is at least this.",
    atMost: "Máximo | Maximum | The number is at most this.",
    exists: "Consta | Is known | true: the field is known, whatever its value.",
    roles: "Áreas | Areas | The job title belongs to one of these areas, in Spanish or English.",
    seniority: "Rango mínimo | Minimum seniority | The job title has at least this seniority, in Spanish or English.",
  },
};

const timeZone = "an IANA name such as Europe/Madrid";
const workingHours: Term<Company["workingHours"]> = {
  words: "Horario laborable | Working hours | The spans worked on each day; a day left out is free. 24:00 ends a day.",
  each: "Jornada | Working day | The day's spans, one after the other.",
};
const holidays: Term<Company["holidays"]> = {
  words: "Festivos | Holidays | Public-holiday calendar; null: public holidays are working days.",
  keys: {
    country: "País de los festivos | Holiday country | The country of the calendar. | an ISO 3166-1 country such as ES",
    region: "Región de los festivos | Holiday region | As the date-holidays library writes it: md is Madrid.",
    also: "Otros festivos | Further holidays | Further days off, such as local holidays.",
  },
};

const person = {
  id: "Identificador | Id | The rest of the agreement refers to this person by it.",
  name: "Nombre y apellidos | Full name | As mails write it.",
  email: "Correo | E-mail address | Mails go to this address.",
  language: "Idioma | Language | The language of the mails to this person.",
} as const;

const rep: Keys<Part<Team["reps"]>> = {
  ...person,
  speaks: "Idiomas que habla | Languages spoken | The languages in which the rep can talk to a lead.",
  territories: {
    words: "Territorios | Territories | Where the rep's leads come from; everywhere when left out.",
    list: {
      country: "País | Country | The country of the leads. | an ISO 3166-1 code such as ES",
      regions: "Regiones | Regions | Regions or provinces as forms name them; the whole country when left out.",
    },
  },
  segments: "Segmentos | Segments | Ids of the segments whose leads the rep takes; all leads when left out.",
  industries: "Sectores | Industries | Words that start a word of the lead's industry; all industries when left out.",
  timeZone: `Zona horaria | Time zone | The rep's time zone; the company's when left out. | ${timeZone}`,
  workingHours: {
    ...workingHours,
    words: "Horario laborable | Working hours | The rep's own working hours; the company's when left out.",
  },
  holidays: {
    ...holidays,
    words: "Festivos | Holidays | The rep's public-holiday calendar; null: none. The company's when left out.",
  },
  absences: {
    words: "Ausencias | Absences | Whole days off, by the rep's own calendar.",
    list: {
      from: "Primer día fuera | First day off | The first day of the absence.",
      to: "Último día fuera | Last day off | The last day, included.",
    },
  },
  capacity: {
    words: "Capacidad | Capacity | How many leads the rep can handle well.",
    keys: {
      newPerWeek: "Leads nuevos por semana | New leads a week | The most leads assigned to the rep in a calendar week.",
      openAtMost: "Leads abiertos a la vez | Open leads at a time | The most leads unanswered, or without an outcome.",
    },
  },
  weight: "Peso en el reparto | Weight in assignment | Leads are shared out by newPerWeek times this; 1 when left out.",
  starts: "Primer día | First day | First day in the company.",
  leaves: "Último día | Last day | Last day in the company.",
  manager: "Responsable | Manager | Id of the rep's manager.",
};

const sales: Keys<Sales> = {
  followUp:
    "Plazo de respuesta de ventas | Time in which sales answers | Every MQL is answered within this time, unless another was promised.",
  followUpFastLane:
    "Plazo de respuesta por la vía rápida | Time in which sales answers in the fast lane | At most followUp, and every time of followUpOf.",
  followUpOf: {
    words:
      "Plazos de respuesta por segmento | Times to answer by segment | Segments with a time of their own; the fast lane comes before them.",
    list: {
      segment: "Segmento | Segment | Id of the segment.",
      within: "Plazo | Time | Its leads are answered within this time.",
    },
  },
  reminderShare:
    "Parte del plazo tras la que se avisa | Share of the time after which the rep is reminded | Between 0 and 1.",
  escalation: {
    words:
      "Qué pasa cuando vence el plazo | Escalation after the deadline | Each step later than the one before; after a reassignment the count starts again.",
    list: {
      after: "Cuándo | When | Counted from the deadline; below a reassign, from the new owner's deadline.",
      to: "A quién se avisa | Who is notified | The rep's manager, or the sales director.",
      reassign: "Se reasigna | Reassign | true: the lead is reassigned to the next rep, with a new clock.",
    },
  },
  reassignedWithin:
    "Plazo de quien recibe un lead reasignado | Time to answer a reassigned lead | The new owner's clock; at most followUp.",
  returnAfter:
    "Cuándo vuelve a marketing un lead sin respuesta | When an unanswered lead returns to marketing | Counted from the last deadline.",
  capacityRetry:
    "Reintento de asignación | Assignment retry | How long until the next attempt when no rep has capacity.",
  overflow: {
    words: "Leads sin comercial | Leads without a rep | Who gets a lead for which no rep has had capacity for long.",
    keys: {
      after: "Espera sin comercial | Wait without a rep | After this time.",
      to: "Quién recibe los leads sin comercial | Who gets leads without a rep | manager, or the manager's deputy; nobody: the lead keeps waiting.",
    },
  },
  snooze: {
    words: "Aplazamientos | Snoozes | A rep may put a hand-off off, with a reason.",
    keys: {
      most: "Aplazamientos como máximo | Snoozes at most | Per turn; 0 for never.",
      longest: "Aplazamiento más largo | Longest snooze | The longest that one may be.",
    },
  },
  moreTime: {
    words: "Más tiempo | Extensions | A rep may ask for more time, with a reason.",
    keys: {
      most: "Veces que se puede pedir más tiempo | Extensions at most | Per turn; 0 for never.",
      extra: "Tiempo que se añade | Time added | By each extension.",
    },
  },
  askOutcomeAfter:
    "Cada cuánto se pregunta por el resultado | How often sales is asked for the outcome | Counted from acceptance.",
  rejectReasons: {
    words: "Motivos de rechazo | Reject reasons | Why a rep may reject a lead.",
    list: {
      id: "Identificador | Id | Figures count the reason by it.",
      label,
      leadsTo:
        "Qué pasa con el lead | What happens to the lead | recycle: back to marketing in a new cycle. disqualify: not a lead for us.",
      coolDown: "Pausa | Cool-down | A recycled lead is sent nothing for this time, unless it takes the fast lane.",
      programme: "Programa | Programme | Id of the remarketing programme whose content a recycled lead gets first.",
    },
  },
  lostReasons: {
    words: "Motivos de pérdida | Reasons for losing | Why an accepted lead may be lost.",
    list: { id: "Identificador | Id | Figures count the reason by it.", label },
  },
  approaches: {
    words:
      "Cómo abordar un lead | Approaches | How to approach a lead; the rep reads the most specific one that applies.",
    list: {
      personas: "Clientes ideales | Buyer personas | Ids of the personas it is for; all when left out.",
      reasons: "Motivos | Reasons | Kinds of event, or reject reasons of an earlier cycle, that it is for.",
      text: both("Texto | Text | Two or three sentences for the rep."),
    },
  },
};

const nurture: Keys<AgreementTerms["nurture"]> = {
  cadence:
    "Cada cuánto se escribe a un lead en maduración | How often a lead being nurtured is written to | From one mail to the next.",
  mostTouches: "Correos por ciclo como máximo | Mails a cycle at most | In one cycle of the lead.",
  dormantAfter:
    "Silencio tras el que un lead se duerme | Silence after which a lead is dormant | Counted once nothing is left to send.",
  consentPurpose:
    "Finalidad del consentimiento | Consent purpose | Without this consent, as forms name it, no nurture mail is sent.",
  doubleOptIn:
    "Doble confirmación | Double opt-in | true: the consent counts once the reader of the address confirms it.",
  sending: {
    words: "Cuándo se envía | Sending times | By the clocks of the lead's country; never on a holiday of the company.",
    keys: {
      days: "Días de envío | Sending days | The days on which content may arrive.",
      quietHours: {
        words: "Horas de silencio | Quiet hours | When nothing arrives on these days; none when left out.",
        keys: {
          from: "Inicio de las horas de silencio | Start of quiet hours | The first time at which nothing arrives.",
          to: "Fin de las horas de silencio | End of quiet hours | Before `from` for hours past midnight.",
        },
      },
    },
  },
  content: {
    words: "Contenidos | Content | The pieces that can be sent. No lead gets a piece twice.",
    list: {
      id: "Identificador | Id | The web site's script reports by it that the piece was read.",
      phase: "Fase de compra | Buying phase | The phase in which the piece helps.",
      personas: "Clientes ideales | Buyer personas | Ids of the personas it is written for; all when left out.",
      title: both("Título | Title | The mail's subject."),
      text: both("Texto | Text | The mail's text: three or four sentences that make the reader want more."),
      url: both("Enlace | Link | The address of the piece in each language."),
    },
  },
  programmes: {
    words: "Programas de remarketing | Remarketing programmes | What a recycled lead is sent before anything else.",
    list: {
      id: "Identificador | Id | Reject reasons refer to the programme by it.",
      label,
      content: "Contenidos, por orden | Content, in order | Ids of pieces; those that the lead has had are left out.",
    },
  },
};

/** Every key of the agreement, told once: for editors, the checker, the list of changes and the explanation. */
export const agreementKeys: Keys<AgreementTerms> = {
  company: {
    words: "Empresa | Company | The company that the agreement belongs to, and when it works.",
    keys: {
      name: "Nombre de la empresa | Company name | As mails and pages name the company.",
      sender: {
        words: "Remitente | Sender | The sender of all mails.",
        keys: {
          name: "Nombre del remitente | Sender name | As the reader's inbox shows it.",
          email: "Correo del remitente | Sender address | The address must be verified in SES.",
        },
      },
      postalAddress:
        "Dirección postal | Postal address | In the small print of every nurture mail, after the company's name.",
      languages:
        "Idiomas de los leads | Languages for leads | The first one is used for a lead whose language is unknown.",
      timeZone: `Zona horaria | Time zone | Working time is counted by its clocks. | ${timeZone}`,
      workingHours,
      holidays,
      sites: "Sitios web | Web sites | Origins of the sites whose forms may post, such as https://www.example.com.",
      personalMail:
        "Correo particular | Personal mail | Domains that say nothing of a company. | a domain such as gmail.com",
    },
  },
  glossary: {
    words: "Glosario | Glossary | The terms that both departments use, and what they mean by them.",
    list: {
      id: "Identificador | Id | The product refers to the term by it: mql, sal ...",
      term: both("Término | Term | The term as people say it."),
      meaning: both("Significado | Meaning | One or two sentences."),
    },
  },
  stages: {
    words: "Etapas | Stages | The stages of a lead, each with the department responsible for it.",
    each: {
      words: "Etapa | Stage | One stage of the lead's journey.",
      keys: {
        label: both("Nombre | Label | As mails, pages and the board call it."),
        owner:
          "Departamento responsable | Responsible department | The department responsible for a lead in this stage.",
        limit: "Plazo de la etapa | Time limit of the stage | The longest time in it; every open stage needs one.",
      },
    },
  },
  personas: {
    words:
      "Clientes ideales | Buyer personas | The kinds of buyer. The one that a lead matches best counts, and is named.",
    list: {
      id: "Identificador | Id | Content refers to its personas by it.",
      name: both("Nombre | Name | Who it is, as the end of a sentence: the person who runs ..."),
      criteria: {
        words: "Criterios | Criteria | What counts for or against a lead of this kind.",
        list: {
          id: "Identificador | Id | Must-haves are named by it; the same in several personas for the same criterion.",
          label,
          field,
          test,
          points: "Puntos | Points | From -100 to 100; below 0 the criterion counts against the lead.",
        },
      },
    },
  },
  segments: {
    words:
      "Segmentos | Segments | Kinds of lead with rules of their own in sales; the first whose test passes applies.",
    list: { id: "Identificador | Id | Reps and follow-up times refer to it.", label, field, test },
  },
  familiarity: {
    words: "Familiaridad | Familiarity | The events of a lead, and how many points of familiarity each is worth.",
    list: {
      kind: "Tipo de evento | Kind of event | As POST /engagements and the web site's script name it: page-viewed.",
      label,
      points: "Puntos | Points | What a new event of this kind is worth, from -100 to 100.",
      halfLife: "Se reducen a la mitad en | Half-life | After this time the event is worth half.",
      cap: "Puntos como máximo | Points at most | From this kind of event in all; for negative points, taken off at most.",
      capPerDay: "Puntos al día como máximo | Points a day at most | From the events of one day.",
      counts:
        "Cuántas veces cuenta | How often it counts | once: only the latest event counts. Every time when left out.",
      promise: both("Qué se promete | Promise | What the lead was promised; the rep who gets the lead reads it."),
    },
  },
  grades: {
    words: "Calificación | Grades | The least points for the first and the second of three grades.",
    keys: {
      fit: "Puntos de encaje por nota | Points of fit by grade | Least points for A and for B; below is C.",
      familiarity:
        "Puntos de familiaridad por nota | Points of familiarity by grade | Least points for 1 and for 2; below is 3.",
    },
  },
  gate: {
    words: "Filtro de MQL | MQL gate | What makes an MQL: every must-have, all three figures, and no disqualifier.",
    keys: {
      leastMatches:
        "Criterios a favor que pide un MQL | Criteria in its favour that an MQL needs | With points above 0.",
      leastFit:
        "Puntos de encaje que pide un MQL | Points of fit that an MQL needs | By the persona that matches best.",
      leastFamiliarity:
        "Puntos de familiaridad que pide un MQL | Points of familiarity that an MQL needs | Not required in the fast lane.",
      mustHaves: "Criterios imprescindibles | Must-have criteria | Ids of criteria; every persona has them.",
      disqualifiers: {
        words: "Motivos que descartan | Disqualifiers | A lead that matches one of these is not a lead for us.",
        list: { id: "Identificador | Id | Decisions refer to it.", label, field, test },
      },
      fastLane: {
        words: "Vía rápida | Fast lane | After one of these events no familiarity is required.",
        list: {
          kind: "Tipo de evento | Kind of event | A kind of event of familiarity.",
          within: "Durante | Within | How recent the event must be.",
        },
      },
    },
  },
  nurture: { words: "Maduración | Nurturing | The mails to leads that are not ready yet.", keys: nurture },
  sla: {
    words: "Promesas mutuas | Service levels | What each department promises the other.",
    keys: {
      marketing: {
        words: "Qué promete marketing | What marketing promises | To sales.",
        keys: {
          qualifiedPerWeek: "MQL a la semana que promete marketing | MQLs a week that marketing promises | On average.",
          leastAcceptanceRate:
            "Porcentaje de MQL que ventas acepta al menos | Least share of MQLs that sales accepts | From 0 to 1.",
        },
      },
      sales: { words: "Qué promete ventas | What sales promises | To marketing.", keys: sales },
    },
  },
  team: {
    words: "Equipo | Team | The reps who take leads, their managers, and who is notified.",
    keys: {
      director: { words: "Dirección comercial | Sales director | The last step of the escalation.", keys: person },
      marketing: { words: "Marketing | Marketing | Who in marketing is told the outcome of leads.", keys: person },
      managers: {
        words: "Responsables de ventas | Sales managers | The reps' managers.",
        list: { ...person, deputy: "Suplente | Deputy | Id of the manager or rep who stands in." },
      },
      reps: { words: "Equipo de ventas | Sales team | The reps who take leads.", list: rep },
      linksLive: "Vigencia de los enlaces | Link lifetime | How long the links in a mail to a colleague work.",
    },
  },
  goals: {
    words: "Objetivos comunes | Common goals | What both departments want to reach together.",
    keys: { wonPerQuarter: "Clientes nuevos al trimestre | New customers a quarter | Leads won." },
  },
  weeklyMeeting: {
    words: "Reunión semanal | Weekly meeting | When both departments look at the figures together.",
    keys: {
      day: "Día de la reunión semanal | Day of the weekly meeting | A working day.",
      time: "Hora de la reunión semanal | Time of the weekly meeting | By the company's clocks.",
      attendees:
        "Asistentes a la reunión semanal | Attendees of the weekly meeting | They get the invitation and the pack.",
    },
  },
};

/** What is said of a key. */
export interface KeyWords {
  readonly label: Bilingual;
  readonly description: string;
  /** What is expected there, where any text would pass the schema. */
  readonly form?: string | undefined;
}

type AnyTerm =
  | Words
  | {
      readonly words: Words;
      readonly keys?: Readonly<Record<string, AnyTerm>>;
      readonly list?: Readonly<Record<string, AnyTerm>>;
      readonly each?: AnyTerm;
    };

/** A member of a list goes by its number or id, and has no words of its own but where it is plain: then the list's. */
export const wordsAt = (path: Path): KeyWords | undefined => {
  const term = termAt({ words: "- | - | -", keys: agreementKeys }, path);
  if (term === undefined || path.length === 0) return undefined;
  const [es = "", en = "", description = "", form] = (typeof term === "string" ? term : term.words).split(" | ");
  return { label: { es, en }, description, form };
};

const termAt = (term: AnyTerm, [step, ...below]: Path): AnyTerm | undefined => {
  if (step === undefined) return term;
  if (typeof term === "string") return below.length === 0 ? term : undefined;
  if (term.each !== undefined) return termAt(term.each, below);
  if (term.list !== undefined)
    return below.length === 0 ? undefined : termAt({ words: term.words, keys: term.list }, below);
  const inner = term.keys?.[step];
  return inner === undefined ? undefined : termAt(inner, below);
};

/** Whether what stands there goes by ids: a list of groups, or the stages. */
export const hasMembers = (path: Path): boolean => {
  const term = termAt({ words: "- | - | -", keys: agreementKeys }, path);
  return typeof term === "object" && term.keys === undefined;
};

/** What is expected of a text there. @throws when nothing particular is. */
export const formAt = (path: Path): string => {
  const form = wordsAt(path)?.form;
  if (form === undefined) throw new Error(`no form is agreed for ${path.join(".")}`);
  return form;
};

/** @throws when there is no such key. */
export const labelAt = (path: Path, language: Language): string => {
  const label = wordsAt(path)?.label;
  if (label === undefined) throw new Error(`no key ${path.join(".")}`);
  return label[language];
};
