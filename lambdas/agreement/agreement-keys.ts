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
const formRate = <W extends Words>(words: W) =>
  ({ words, keys: { hour: "Por hora | Per hour | In an hour.", day: "Por día | Per day | In a day." } }) as const;
const label = both("Nombre | Label | The name that people read.");
const field =
  "Dato del lead | Lead field | The field of the lead that is tested: one that every agreement knows, or the id of one of `fields`.";

const test: Term<Part<AgreementTerms["segments"]>["test"]> = {
  words: "Comprobación | Test | How the field is tested: exactly one of these. An unknown field passes none.",
  keys: {
    equals:
      "Es | Equals | The field is this text, ignoring case and accents; of fields of your own the id of an option, or yes or no.",
    oneOf:
      "Es uno de | One of | The field is one of these texts, ignoring case and accents, or one of these options, by id.",
    noneOf: "No es ninguno de | None of | The field is known and is none of these texts or options.",
    contains:
      "Contiene | Contains | A word of the field starts with one of these: transport is in Transportes; of several options, one of these is chosen.",
    matches: "Patrón | Pattern | A regular expression that matches part of the field, ignoring case and accents.",
    atLeast: "Mínimo | Minimum | The number is at least this.",
    atMost: "Máximo | Maximum | The number is at most this.",
    after: "Después de | After | The date is later than this day.",
    before: "Antes de | Before | The date is earlier than this day.",
    within: "Dentro de | Within | The date is from today on, and at most this far ahead.",
    exists: "Consta | Is known | true: the field is known, whatever its value.",
    roles: "Áreas | Areas | The job title belongs to one of these areas, in Spanish or English.",
    seniority: "Rango mínimo | Minimum seniority | The job title has at least this seniority, in Spanish or English.",
  },
};

const currency = "an ISO 4217 code such as EUR";
const timeZone = "an IANA name such as Europe/Madrid";
const workingHours: Term<Company["workingHours"]> = {
  words:
    "Horario laborable | Working hours | The working spans of each day; a day left out is free. 24:00 is the end of the day.",
  each: "Jornada | Working day | The spans of the day, in order.",
};
const holidays: Term<Company["holidays"]> = {
  words: "Festivos | Holidays | Public-holiday calendar; null: public holidays are working days.",
  keys: {
    country: "País de los festivos | Holiday country | The country of the calendar. | an ISO 3166-1 country such as ES",
    region: "Región de los festivos | Holiday region | As the date-holidays library writes it: md is Madrid.",
    also: "Otros festivos | Further holidays | Further days off, such as local holidays.",
    except: "Festivos en que se trabaja | Holidays worked | Days of the calendar on which the company works.",
  },
};

const person = {
  id: "Identificador | Id | The rest of the agreement refers to this person by it.",
  name: "Nombre y apellidos | Full name | As it appears in e-mails.",
  email: "Correo | E-mail address | E-mails are sent to this address.",
  language: "Idioma | Language | The language of the e-mails to this person.",
} as const;

const rep: Keys<Part<Team["reps"]>> = {
  ...person,
  speaks: "Idiomas que habla | Languages spoken | The languages in which the rep can talk to a lead.",
  territories: {
    words: "Zonas | Territories | Where the rep's leads come from; everywhere when left out.",
    list: {
      country: "País | Country | The country of the leads. | an ISO 3166-1 code such as ES",
      regions: "Regiones | Regions | Regions or provinces as forms name them; the whole country when left out.",
    },
  },
  segments: "Segmentos | Segments | Ids of the segments whose leads the rep takes; all leads when left out.",
  industries: "Sectores | Industries | Beginnings of words in the lead's industry; all industries when left out.",
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
      newPerWeek:
        "Leads nuevos por semana | New leads per week | The most leads assigned to the rep per calendar week; in a week with absences, in proportion to the days at work.",
      openAtMost: "Leads abiertos a la vez | Open leads at a time | The most leads without an answer or an outcome.",
    },
  },
  weight: "Peso en el reparto | Weight in the distribution | newPerWeek is multiplied by it; 1 when left out.",
  starts: "Primer día | First day | First day in the company.",
  leaves: "Último día | Last day | Last day in the company.",
  manager: "Responsable | Manager | Id of the rep's manager.",
};

const sales: Keys<Sales> = {
  followUp:
    "Plazo de respuesta de ventas | Deadline for sales to answer | For every MQL without a deadline of its own, by segment or fast lane.",
  followUpFastLane:
    "Plazo de respuesta por la vía rápida | Deadline for sales to answer in the fast lane | At most followUp, and at most each deadline of followUpOf.",
  followUpOf: {
    words:
      "Plazos de respuesta por segmento | Deadlines by segment | Segments with a deadline of their own; the fast lane takes precedence.",
    list: {
      segment: "Segmento | Segment | Id of the segment.",
      within: "Plazo | Deadline | Leads of the segment are answered within this time.",
    },
  },
  reminderShare:
    "Porcentaje del plazo tras el que se envía el recordatorio | Share of the deadline after which the rep is reminded | Between 0 and 1.",
  escalation: {
    words:
      "Qué pasa cuando vence el plazo | What happens after the deadline | Each step is later than the previous one; after a reassignment the count starts again.",
    list: {
      after: "Cuándo | When | Counted from the deadline; after a reassignment, from the new owner's deadline.",
      to: "A quién se avisa | Who is notified | The rep's manager, or the sales director.",
      reassign: "Se reasigna | Reassign | true: the lead is reassigned to the next rep, with a new deadline.",
    },
  },
  reassignedWithin:
    "Plazo de un lead reasignado | Deadline for a reassigned lead | For the new owner; at most followUp.",
  returnAfter:
    "Cuándo vuelve a marketing un lead sin respuesta | When an unanswered lead returns to marketing | Counted from the last deadline.",
  capacityRetry:
    "Reintento de asignación | Assignment retry | How long until the next attempt when no rep has capacity.",
  overflow: {
    words: "Leads sin comercial | Leads without a rep | Who gets a lead when no rep has had capacity for too long.",
    keys: {
      after: "Espera sin comercial | Wait without a rep | How long a lead waits for a rep first.",
      to: "Quién recibe los leads sin comercial | Who gets leads without a rep | manager; deputy: the manager's deputy; nobody: the lead keeps waiting.",
    },
  },
  snooze: {
    words: "Aplazamientos | Snoozes | A rep may postpone the answer, with a reason.",
    keys: {
      most: "Máximo de aplazamientos | Maximum snoozes | For each rep who has the lead; 0 for never.",
      longest: "Aplazamiento más largo | Longest snooze | How long one snooze may last.",
    },
  },
  moreTime: {
    words: "Más tiempo | Extensions | A rep may ask for more time, with a reason.",
    keys: {
      most: "Veces que se puede pedir más tiempo | Maximum extensions | For each rep who has the lead; 0 for never.",
      extra: "Tiempo que se añade | Time added | What each extension adds to the deadline.",
    },
  },
  askOutcomeAfter:
    "Cada cuánto se pregunta por el resultado | How often sales is asked for the outcome | Counted from acceptance.",
  rejectReasons: {
    words: "Motivos de rechazo | Rejection reasons | Why a rep may reject a lead.",
    list: {
      id: "Identificador | Id | The figures count the reason under it.",
      label,
      leadsTo:
        "Qué pasa con el lead | What happens to the lead | recycle: returned to marketing in a new cycle. disqualify: will never buy.",
      coolDown: "Pausa | Cool-down | A recycled lead is sent nothing for this time, unless they take the fast lane.",
      programme: "Programa | Programme | Id of the remarketing programme whose content a recycled lead gets first.",
    },
  },
  lostReasons: {
    words: "Motivos de pérdida | Lost reasons | Why an accepted lead may be lost.",
    list: { id: "Identificador | Id | The figures count the reason under it.", label },
  },
  approaches: {
    words:
      "Cómo abordar un lead | Approaches | How to approach a lead; the rep reads the most specific one that applies.",
    list: {
      personas: "Clientes ideales | Buyer personas | Ids of the personas it is for; all when left out.",
      reasons: "Motivos | Reasons | Kinds of event, or rejection reasons of an earlier cycle, that it is for.",
      text: both("Texto | Text | Two or three sentences for the rep."),
    },
  },
};

const nurture: Keys<AgreementTerms["nurture"]> = {
  cadence:
    "Cada cuánto se escribe a un lead en maduración | How often leads in nurturing get an e-mail | From one e-mail to the next.",
  mostTouches: "Máximo de correos por ciclo | Maximum e-mails per cycle | In one cycle of the lead.",
  dormantAfter:
    "Silencio tras el que un lead queda dormido | Silence after which a lead becomes dormant | Counted once nothing is left to send.",
  consentPurpose:
    "Finalidad del consentimiento | Consent purpose | As forms name it; without this consent no nurturing e-mail is sent.",
  doubleOptIn: "Doble confirmación | Double opt-in | true: the consent counts once the lead confirms the address.",
  sending: {
    words: "Cuándo se envía | Sending times | In the lead's local time; never on a company holiday.",
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
    words: "Contenidos | Content | The pieces that can be sent. No lead gets the same piece twice.",
    list: {
      id: "Identificador | Id | The web site's script uses it to report that the piece was read.",
      phase: "Fase de compra | Buying phase | The phase for which the piece is written.",
      personas: "Clientes ideales | Buyer personas | Ids of the personas it is written for; all when left out.",
      when: {
        words: "Solo si | Only when | Only leads who pass this test are sent the piece; all when left out.",
        keys: { field, test },
      },
      title: both("Título | Title | The subject of the e-mail."),
      text: both("Texto | Text | The text of the e-mail: three or four sentences that make the reader want more."),
      url: both("Enlace | Link | The address of the piece in each language."),
    },
  },
  programmes: {
    words: "Programas de remarketing | Remarketing programmes | What a recycled lead is sent before anything else.",
    list: {
      id: "Identificador | Id | Rejection reasons refer to the programme by it.",
      label,
      content: "Contenidos, por orden | Content, in order | Ids of pieces; those already sent to the lead are skipped.",
    },
  },
};

const acknowledgement: Keys<NonNullable<AgreementTerms["acknowledgement"]>> = {
  after:
    "A quién se le dice | Who is told | After which verdicts of the gate the sender of a form gets one e-mail that says what will happen: qualified, not-yet, disqualified; [] is nobody.",
  texts: {
    words:
      "Textos | Texts | What the e-mail says; usual texts for those left out. It never repeats what the sender wrote.",
    keys: {
      call: both("Le llamamos | We call | When sales has the lead and knows a telephone; {by} is the agreed time."),
      write: both("Le escribimos | We write | When sales has the lead, without a telephone; {by} is the agreed time."),
      waits: both("En espera | Waiting | When the lead is for sales and nobody has room yet: no time is promised."),
      passedOn: both("Se ha pasado | Passed on | When the lead writes again and a colleague looks after them already."),
      notYet: both("Todavía no | Not yet | When nobody calls for now."),
      notForUs: both("No es para nosotros | Not for us | When the lead is disqualified; politely."),
    },
  },
};

/** Every key of the agreement, described once: for editors, the checker, the list of changes and the explanation. */
export const agreementKeys: Keys<AgreementTerms> = {
  company: {
    words: "Empresa | Company | The company of the agreement, and its working time.",
    keys: {
      name: "Nombre de la empresa | Company name | As it appears in e-mails and on pages.",
      sender: {
        words: "Remitente | Sender | The sender of all e-mails.",
        keys: {
          name: "Nombre del remitente | Sender name | As it appears in the inbox.",
          email: "Correo del remitente | Sender address | The address must be verified in SES.",
        },
      },
      postalAddress:
        "Dirección postal | Postal address | In the footer of every nurturing e-mail, after the company's name.",
      languages:
        "Idiomas de los leads | Languages for leads | The first one is used for a lead whose language is unknown.",
      currencies: `Monedas | Currencies | In which deals are reported; the first is the company's own, EUR when left out. | ${currency}`,
      timeZone: `Zona horaria | Time zone | Working time is counted in it. | ${timeZone}`,
      workingHours,
      holidays,
      sites:
        "Sitios web | Web sites | Origins of the sites whose forms may send leads, such as https://www.example.com.",
      personalMail:
        "Correo personal | Personal e-mail | Domains that do not identify a company. | a domain such as gmail.com",
    },
  },
  glossary: {
    words: "Glosario | Glossary | The terms that both departments use, and what they mean.",
    list: {
      id: "Identificador | Id | The product refers to the term by it: mql, sal ...",
      term: both("Término | Term | As people say it."),
      meaning: both("Significado | Meaning | One or two sentences."),
    },
  },
  stages: {
    words: "Etapas | Stages | The stages of a lead, each with the department responsible for it.",
    each: {
      words: "Etapa | Stage | One stage of the lead's journey.",
      keys: {
        label: both("Nombre | Label | As e-mails, pages and the board name it."),
        owner:
          "Departamento responsable | Responsible department | The department responsible for a lead in this stage.",
        limit:
          "Plazo de la etapa | Time limit of the stage | The longest time that a lead may stay in it; every open stage needs one.",
      },
    },
  },
  industries: {
    words:
      "Sectores con nombre | Named industries | Industries that people read in their own language, however a form wrote them; any other is shown as it was written. Criteria test what was written.",
    list: {
      id: "Identificador | ID | How it is called in data.",
      label,
      also: "También escrito | Also written | Other words for the same industry; case and accents do not count.",
    },
  },
  fields: {
    words:
      "Campos propios | Own fields | What only the company's own forms ask for, beside what every agreement knows.",
    list: {
      id: "Identificador | Id | Tests refer to the field by it, and a form may call the field so.",
      label,
      type: "Tipo | Type | What a value is. One of another type is kept as it was written, and shown.",
      currency: `Moneda | Currency | Of money; the company's own when left out. | ${currency}`,
      options: {
        words: "Opciones | Options | What may be chosen, of one-of and many-of.",
        list: { id: "Identificador | Id | Tests refer to the option by it, and a form may send it.", label },
      },
      called:
        "Otros nombres | Other names | Further names by which forms call the field, beside its id and its labels.",
      shown:
        "Dónde se ve | Where it is shown | lead: the page of a lead; hand-off: the e-mails to sales; list: the lists.",
    },
  },
  personas: {
    words: "Clientes ideales | Buyer personas | The kinds of buyer. The one that a lead matches best counts.",
    list: {
      id: "Identificador | Id | Content refers to the persona by it.",
      name: both("Nombre | Name | Who it is, to end a sentence: head of operations at ..."),
      criteria: {
        words: "Criterios | Criteria | What counts for or against a lead of this kind.",
        list: {
          id: "Identificador | Id | Must-haves refer to it; use the same id for the same criterion of several personas.",
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
      "Segmentos | Segments | Kinds of lead for which sales has rules of its own; the first whose test passes applies.",
    list: { id: "Identificador | Id | Reps and deadlines refer to it.", label, field, test },
  },
  familiarity: {
    words: "Familiaridad | Familiarity | The events of a lead, and how many familiarity points each is worth.",
    list: {
      kind: "Tipo de evento | Kind of event | As POST /engagements and the web site's script name it: page-viewed.",
      label,
      points: "Puntos | Points | What a new event of this kind is worth, from -100 to 100.",
      halfLife: "Se reducen a la mitad en | Half-life | After this time the event is worth half.",
      cap: "Puntos como máximo | Points at most | The most that this kind of event can add in total; with negative points, the most it can subtract.",
      capPerDay:
        "Puntos al día como máximo | Points per day at most | The most that the events of one day can add or subtract.",
      counts:
        "Cuántas veces cuenta | How often it counts | once: only the latest event counts. Every time when left out.",
      promise: both("Qué se promete | Promise | What the lead was promised; the rep who gets the lead sees it."),
      sends:
        "Qué se envía | What is sent | Id of the piece of content that is mailed to a lead who asks for this, with or without consent to more.",
    },
  },
  grades: {
    words: "Calificación | Grades | The minimum points for the first and the second of three grades.",
    keys: {
      fit: "Puntos de encaje por calificación | Fit points by grade | Minimum points for A and for B; below is C.",
      familiarity:
        "Puntos de familiaridad por calificación | Familiarity points by grade | Minimum points for 1 and for 2; below is 3.",
    },
  },
  gate: {
    words: "Filtro de MQL | MQL gate | What makes an MQL: every must-have, all three minimums and no disqualifier.",
    keys: {
      leastMatches:
        "Criterios a favor necesarios para ser MQL | Criteria in favour needed for an MQL | Criteria with points above 0.",
      leastFit:
        "Puntos de encaje necesarios para ser MQL | Fit points needed for an MQL | Counted for the persona that matches best.",
      leastFamiliarity:
        "Puntos de familiaridad necesarios para ser MQL | Familiarity points needed for an MQL | Not required in the fast lane.",
      mustHaves: "Criterios imprescindibles | Must-have criteria | Ids of criteria that every persona has.",
      disqualifiers: {
        words: "Motivos que descartan | Disqualifiers | A lead who matches one of these is never an MQL.",
        list: { id: "Identificador | Id | Decisions refer to it.", label, field, test },
      },
      fastLane: {
        words: "Vía rápida | Fast lane | After one of these events no familiarity is required.",
        list: {
          kind: "Tipo de evento | Kind of event | One of the kinds under familiarity.",
          within: "Durante | Within | How recent the event must be.",
        },
      },
    },
  },
  learning: {
    words: "Aprender de los resultados | Learning from outcomes | What npm run agreement:learn may propose.",
    keys: {
      mostCriteria:
        "Criterios por cliente ideal como máximo | Criteria per persona at most | As many as people can read; 20 when it is not said.",
      mostLoss:
        "Parte que puede perder un grupo | Share that a group may lose | No persona and no source may lose more than this share of its MQLs by a proposal, from 0 to 1; 0.4 when it is not said.",
      afterSales:
        "Datos que solo se saben tras hablar con ventas | Known only after sales has spoken | Fields from which no criterion is learnt.",
    },
  },
  nurture: { words: "Maduración | Nurturing | The e-mails to leads who are not ready yet.", keys: nurture },
  acknowledgement: {
    words:
      "Respuesta a un formulario | Acknowledgement | What the sender of a form is told by e-mail; nothing when left out.",
    keys: acknowledgement,
  },
  sla: {
    words: "Promesas mutuas | Service levels | What each department promises the other.",
    keys: {
      marketing: {
        words: "Qué promete marketing | What marketing promises | To sales.",
        keys: {
          qualifiedPerWeek: "MQL por semana que promete marketing | MQLs per week promised by marketing | On average.",
          leastAcceptanceRate:
            "Porcentaje mínimo de MQL que acepta ventas | Minimum share of MQLs that sales accepts | From 0 to 1.",
        },
      },
      sales: { words: "Qué promete ventas | What sales promises | To marketing.", keys: sales },
    },
  },
  team: {
    words: "Equipo | Team | The reps who take leads, their managers, and who is notified.",
    keys: {
      director: { words: "Dirección comercial | Sales director | The last step of the escalation.", keys: person },
      marketing: {
        words: "Marketing | Marketing | The person in marketing who is notified of outcomes.",
        keys: person,
      },
      managers: {
        words: "Responsables de ventas | Sales managers | The reps' managers.",
        list: { ...person, deputy: "Suplente | Deputy | Id of the manager or rep who stands in for them." },
      },
      reps: { words: "Equipo de ventas | Sales team | The reps who take leads.", list: rep },
      linksLive: "Vigencia de los enlaces | Link lifetime | How long the links in e-mails to colleagues are valid.",
      oldSignaturesUntil:
        "Firmas antiguas hasta | Old signatures until | The last day on which requests of other systems may be signed in the first way (v1).",
      mailSettles:
        "Plazo para confirmar un correo | Time to confirm an e-mail | How long the mail service may take to confirm that an e-mail went; after that, one that somebody must act on is sent again.",
    },
  },
  signers: {
    words:
      "Quién firma | Who signs | Another agreement comes into force when both of them have signed it. Left out: team.marketing and team.director.",
    keys: {
      marketing:
        "Firma por marketing | Signs for marketing | Id of a colleague: the person in marketing, the director, or a manager.",
      sales: "Firma por ventas | Signs for sales | Id of a colleague, and not the same person.",
    },
  },
  sources: {
    words: "Fuentes | Sources | Form tools that send leads to an address of their own, and what is agreed about each.",
    list: {
      id: "Id de la fuente | Source id | Part of its address. | lower-case words joined by hyphens",
      kind: "Herramienta | Tool | Whose requests they are.",
      label: both("Nombre de la fuente | Source label | The name that people read."),
      origin:
        "Origen | Origin | What figures call where its leads come from, when no campaign says so. | a name such as linkedin-ads",
      language: "Idioma | Language | Of leads whose form does not say one.",
      interest: "Interés | Interest | What everybody asks for by this form, unless they say otherwise, such as demo.",
      consent: {
        words: "Casilla de consentimiento | Consent box | Which answer it is, and what it means.",
        keys: {
          answer: "Pregunta | Answer | Id or label of the box in the form.",
          yes: "Valores que son un sí | Words for yes | What the tool sends for a ticked box, beside the usual words.",
          textVersion: "Versión del texto | Text version | Of the text beside the box.",
        },
      },
      mapping: {
        words: "Correspondencia | Mapping | Which answer is which field; what is not here is found by its name.",
        list: {
          id: "Id de la pregunta | Id of the question | As the tool calls it.",
          label: "Texto de la pregunta | Label of the question | As people read it; case and accents do not count.",
          position: "Posición | Position | Counted from 1.",
          pointer: "Puntero JSON | JSON pointer | Within one lead, such as /data/email.",
          to: "Campo | Field | Of a form of ours, such as jobTitle, or of your own.",
        },
      },
      generic: {
        words: "JSON propio | JSON of your own | Of the tool generic: where things are.",
        keys: {
          each: "Lista de leads | List of leads | JSON pointer to it; without it the body is one lead.",
          id: "Id del lead | Id of the lead | JSON pointer within the lead; the same id again is the same lead.",
          at: "Momento | Time | JSON pointer within the lead, ISO 8601 with a zone.",
        },
      },
      events: {
        words: "Eventos | Events | Of the tool segment: what its events are for us.",
        list: {
          name: "Nombre del evento | Name of the event | As the tool sends it.",
          kind: "Tipo de evento | Kind of event | Of familiarity, such as page-viewed.",
        },
      },
    },
  },
  limits: {
    words:
      "Límites de lo que provoca cualquiera | Limits on what anyone can cause | Beyond them it waits; nobody is turned away.",
    keys: {
      forms: {
        words:
          "Formularios | Forms | Those that anyone can send. What is beyond a limit is kept aside until a colleague releases it.",
        keys: {
          network: formRate("Por red | Per network | From one network: an IPv4 address, or 64 bits of IPv6."),
          address: formRate("Por dirección | Per address | By one mailbox, whatever stands behind a plus."),
          domain: formRate(
            "Por dominio | Per domain | By the addresses of one domain, that of personal mail excepted.",
          ),
          total: formRate("En total | In all | All forms that are not kept aside for another reason."),
        },
      },
      fastLanePerDay:
        "Vía rápida al día | Fast lane per day | MQLs a day by the fast lane who have not confirmed their address; marketing releases further ones.",
      strangerMailsPerHour:
        "Correos por hora a desconocidos | E-mails per hour to people we do not know | Those who have not confirmed their address; further ones wait for the next hour.",
    },
  },
  imports: {
    words: "Listas que se importan | Lists that are imported | How fast their rows become leads.",
    keys: {
      perHour: "Filas por hora | Rows per hour | Of all lists together; 600 when it is not said.",
      pauseAtWaiting:
        "En pausa con tantos MQL en espera | On hold at so many waiting MQLs | While so many wait for sales, no row becomes a lead; when it is not said, as many as the reps have promised to take in a week.",
    },
  },
  retention: {
    words:
      "Cuánto se guarda | How long data are kept | Counted from the end; then the person is erased, and the figures stay. What is left out is kept.",
    keys: {
      won: "Ganados | Won | Leads that became customers.",
      lost: "Perdidos | Lost | Leads that sales lost.",
      disqualified: "Descartados | Disqualified | Leads that are not for us.",
      dormant: "Dormidos | Dormant | Leads that have gone quiet.",
      neverConfirmed:
        "Nunca confirmados | Never confirmed | Disqualified or dormant leads whose owner never confirmed the address; the shorter time counts.",
      keptAside: "Formularios apartados | Forms kept aside | Those that a machine seems to have sent.",
    },
  },
  goals: {
    words: "Objetivos comunes | Common goals | What both departments want to achieve together.",
    keys: { wonPerQuarter: "Clientes nuevos al trimestre | New customers per quarter | Leads won." },
  },
  weeklyMeeting: {
    words: "Reunión semanal | Weekly meeting | When both departments review the figures together.",
    keys: {
      day: "Día de la reunión semanal | Day of the weekly meeting | A working day.",
      time: "Hora de la reunión semanal | Time of the weekly meeting | In the company's time zone.",
      attendees:
        "Asistentes a la reunión semanal | Attendees of the weekly meeting | They get the invitation and the meeting pack.",
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

/** A list member has no words of its own; a plain one has those of its list. */
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

/** Whether its members go by ids: a list of groups, or the stages. */
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
