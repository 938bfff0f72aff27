import {
  type Agreement,
  AgreementSchemaInForce,
  type AgreementTerms,
  type RejectReason,
} from "../../lambdas/contract/agreement.ts";
import { type WorkingHours, weekdays } from "../../lambdas/contract/time.ts";
import { type DeepPartial, merge } from "./merge.ts";

const officeDay = ["09:00-14:00", "15:30-18:30"];

/** The usual hours of an office in Madrid; Friday afternoon and the weekend are free. */
export const madridHours: WorkingHours = {
  monday: officeDay,
  tuesday: officeDay,
  wednesday: officeDay,
  thursday: officeDay,
  friday: ["09:00-15:00"],
};

const wholeDay = ["00:00-24:00"];

/** Every minute is worked. With `timeZone: "UTC"`, working time is plain time. */
export const roundTheClock: WorkingHours = {
  monday: wholeDay,
  tuesday: wholeDay,
  wednesday: wholeDay,
  thursday: wholeDay,
  friday: wholeDay,
  saturday: wholeDay,
  sunday: wholeDay,
};

const content = (id: string, phase: "awareness" | "consideration" | "decision", es: string, en: string) => ({
  id,
  phase,
  title: { es, en },
  text: { es: `${es}, en cinco minutos de lectura.`, en: `${en}, a five-minute read.` },
  url: { es: `https://www.engranaje.example/es/${id}`, en: `https://www.engranaje.example/en/${id}` },
});

const rejectReason = (id: string, leadsTo: "recycle" | "disqualify", es: string, en: string): RejectReason => ({
  id,
  label: { es, en },
  leadsTo,
});

const terms: AgreementTerms = {
  company: {
    name: "Engranaje Industrial",
    sender: { name: "Engranaje Industrial", email: "hola@engranaje.example" },
    postalAddress: "Calle de la Rueda 12, 28004 Madrid",
    languages: ["es", "en"],
    timeZone: "Europe/Madrid",
    workingHours: madridHours,
    holidays: { country: "ES", region: "md" },
    sites: ["https://www.engranaje.example"],
    personalMail: ["gmail.com", "hotmail.com"],
  },
  glossary: [
    {
      id: "mql",
      term: { es: "MQL", en: "MQL" },
      meaning: {
        es: "Contacto que encaja con nuestro cliente ideal y ya conoce la marca.",
        en: "A lead that matches our buyer persona and already knows the brand.",
      },
    },
  ],
  stages: {
    captured: { label: { es: "Captado", en: "Captured" }, owner: "marketing", limit: "1 hour" },
    nurturing: { label: { es: "En maduración", en: "Nurturing" }, owner: "marketing", limit: "180 days" },
    qualified: { label: { es: "Cualificado", en: "Qualified" }, owner: "marketing", limit: "4 working hours" },
    assigned: { label: { es: "Asignado", en: "Assigned" }, owner: "sales", limit: "1 working hour" },
    "handed-off": { label: { es: "Entregado a ventas", en: "Handed off" }, owner: "sales", limit: "2 working days" },
    accepted: { label: { es: "Aceptado", en: "Accepted" }, owner: "sales", limit: "90 days" },
    "sales-qualified": { label: { es: "SQL", en: "SQL" }, owner: "sales", limit: "60 days" },
    opportunity: { label: { es: "Oportunidad", en: "Opportunity" }, owner: "sales", limit: "120 days" },
    won: { label: { es: "Ganado", en: "Won" }, owner: "sales" },
    lost: { label: { es: "Perdido", en: "Lost" }, owner: "sales" },
    dormant: { label: { es: "Dormido", en: "Dormant" }, owner: "marketing" },
    disqualified: { label: { es: "Descartado", en: "Disqualified" }, owner: "marketing" },
  },
  personas: [
    {
      id: "operations",
      name: {
        es: "Dirección de operaciones de una industria mediana",
        en: "Head of operations at a mid-sized manufacturer",
      },
      criteria: [
        {
          id: "decides",
          label: { es: "Cargo", en: "Job title" },
          field: "jobTitle",
          test: { contains: ["dirección de operaciones", "directora de operaciones", "head of operations"] },
          points: 20,
        },
        {
          id: "mid-sized",
          label: { es: "Tamaño de la empresa", en: "Company size" },
          field: "companySize",
          test: { atLeast: 50, atMost: 500 },
          points: 15,
        },
        {
          id: "industry",
          label: { es: "Sector", en: "Industry" },
          field: "industry",
          test: { oneOf: ["fabricación", "manufacturing", "logística"] },
          points: 10,
        },
        { id: "spain", label: { es: "País", en: "Country" }, field: "country", test: { equals: "ES" }, points: 10 },
        { id: "reachable", label: { es: "Teléfono", en: "Phone" }, field: "phone", test: { exists: true }, points: 5 },
        {
          id: "private-mail",
          label: { es: "Correo particular", en: "Private e-mail" },
          field: "emailDomain",
          test: { oneOf: ["gmail.com", "hotmail.com"] },
          points: -10,
        },
      ],
    },
  ],
  segments: [
    {
      id: "large",
      label: { es: "Empresa grande", en: "A large company" },
      field: "companySize",
      test: { atLeast: 1000 },
    },
  ],
  familiarity: [
    {
      kind: "form-sent",
      label: { es: "Formulario enviado", en: "Form sent" },
      points: 15,
      halfLife: "90 days",
      cap: 30,
    },
    {
      kind: "page-viewed",
      label: { es: "Página visitada", en: "Page viewed" },
      points: 2,
      halfLife: "14 days",
      cap: 20,
    },
    {
      kind: "pricing-viewed",
      label: { es: "Página de precios visitada", en: "Pricing page viewed" },
      points: 10,
      halfLife: "14 days",
      cap: 30,
    },
    {
      kind: "mail-clicked",
      label: { es: "Clic en un correo", en: "Mail clicked" },
      points: 6,
      halfLife: "60 days",
      cap: 24,
    },
    {
      kind: "webinar-left",
      label: { es: "Abandono de un webinar", en: "Webinar left early" },
      points: -5,
      halfLife: "60 days",
      cap: 10,
    },
  ],
  grades: { fit: [45, 25], familiarity: [40, 20] },
  gate: {
    leastMatches: 2,
    leastFit: 30,
    leastFamiliarity: 30,
    mustHaves: ["decides"],
    disqualifiers: [
      {
        id: "student",
        label: { es: "Estudia, no compra", en: "A student, not a buyer" },
        field: "jobTitle",
        test: { contains: ["estudiante", "student"] },
      },
    ],
    fastLane: [],
  },
  nurture: {
    cadence: "7 days",
    mostTouches: 6,
    dormantAfter: "60 days",
    consentPurpose: "news",
    doubleOptIn: false,
    sending: { days: [...weekdays] },
    content: [
      content("why-alignment", "awareness", "Por qué se pierden los contactos", "Why leads get lost"),
      content("five-signs", "awareness", "Cinco señales de que algo falla", "Five signs that something is off"),
      content("how-others-do", "consideration", "Cómo lo resuelven otras fábricas", "How other factories solve it"),
      content("checklist", "consideration", "Lista para comparar proveedores", "A checklist to compare suppliers"),
      content("case-study", "decision", "Caso práctico con cifras", "A case study with figures"),
    ],
    programmes: [
      {
        id: "later",
        label: { es: "Para más adelante", en: "For later" },
        content: ["checklist", "case-study"],
      },
    ],
  },
  sla: {
    marketing: { qualifiedPerWeek: 12, leastAcceptanceRate: 0.7 },
    sales: {
      followUp: "2 working days",
      followUpFastLane: "15 working minutes",
      followUpOf: [{ segment: "large", within: "1 working day" }],
      reminderShare: 0.75,
      escalation: [
        { after: "0 working hours", to: "manager" },
        { after: "1 working day", to: "director" },
      ],
      reassignedWithin: "4 working hours",
      returnAfter: "3 working days",
      capacityRetry: "1 working hour",
      overflow: { after: "1 working day", to: "nobody" },
      snooze: { most: 1, longest: "5 working days" },
      moreTime: { most: 1, extra: "1 working day" },
      askOutcomeAfter: "14 days",
      rejectReasons: [
        rejectReason("not-now", "recycle", "Ahora no es el momento", "Not the right time"),
        rejectReason("not-a-buyer", "disqualify", "No es un posible cliente", "Not a possible customer"),
      ],
      lostReasons: [{ id: "price", label: { es: "Precio", en: "Price" } }],
      approaches: [
        {
          personas: ["operations"],
          text: { es: "Empieza por lo que más le duele.", en: "Start with what hurts them most." },
        },
      ],
    },
  },
  team: {
    director: { id: "marta", name: "Marta Soler", email: "marta@engranaje.example", language: "es" },
    marketing: { id: "marketing", name: "Carla Paz", email: "carla@engranaje.example", language: "es" },
    managers: [{ id: "pablo", name: "Pablo Rey", email: "pablo@engranaje.example", language: "es" }],
    reps: [
      {
        id: "ana",
        name: "Ana Gil",
        email: "ana@engranaje.example",
        language: "es",
        speaks: ["es", "en"],
        capacity: { newPerWeek: 8, openAtMost: 20 },
        manager: "pablo",
      },
      {
        id: "luis",
        name: "Luis Mora",
        email: "luis@engranaje.example",
        language: "es",
        speaks: ["es"],
        capacity: { newPerWeek: 5, openAtMost: 12 },
        manager: "pablo",
      },
    ],
    linksLive: "60 days",
    mailSettles: "15 minutes",
  },
  goals: { wonPerQuarter: 9 },
  weeklyMeeting: { day: "monday", time: "10:00", attendees: ["marta@engranaje.example", "pablo@engranaje.example"] },
};

const base: Agreement = {
  version: "agreement-of-the-tests",
  holidays: ["2026-01-01", "2026-01-06", "2026-04-02", "2026-04-03", "2026-05-01", "2026-05-02", "2026-12-25"],
  holidaysOfReps: {},
  zones: { ES: "Europe/Madrid", PT: "Europe/Lisbon", MX: "America/Mexico_City" },
  terms,
};

/** An agreement in force, checked by its schema, with the terms given laid over believable ones; Madrid's hours. */
export const anAgreement = (overrides: DeepPartial<AgreementTerms> = {}, inForce: Partial<Agreement> = {}): Agreement =>
  AgreementSchemaInForce.parse({
    ...base,
    ...inForce,
    terms: merge(base.terms, overrides, ["workingHours", "holidays"]),
  });
