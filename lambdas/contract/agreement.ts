/**
 * The agreement that both departments signed, as in `agreement.yaml`. The same schema reads the YAML at
 * synth time and the compiled file beside each function.
 */
import * as z from "zod/mini";
import { meetingDays } from "./meeting.ts";
import { BilingualSchema, DepartmentSchema, LanguageSchema, StageSchema } from "./stages.ts";
import { ClockTimeSchema, DurationSchema, PlainDurationSchema, WeekdaySchema, WorkingHoursSchema } from "./time.ts";

// A check with a message of its own says what is expected: `expected <message>`.
const text = z.string().check(z.minLength(1));
const points = z.int().check(z.gte(-100), z.lte(100));
const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens"));
const webAddress = z.url({ protocol: /^https?$/, error: "a web address such as https://www.example.com" });

/** The facts of a lead that a criterion may look at. */
export const LeadFieldSchema = z.enum([
  "jobTitle",
  "company",
  "companySize",
  "industry",
  "country",
  "phone",
  "interest",
  "language",
  "emailDomain",
]);
export type LeadField = z.infer<typeof LeadFieldSchema>;

/** The areas of a company that a job title can name. */
export const JobRoleSchema = z.enum([
  "general-management",
  "operations",
  "logistics",
  "purchasing",
  "production",
  "quality",
  "finance",
  "technology",
  "human-resources",
  "marketing",
  "sales",
]);
export type JobRole = z.infer<typeof JobRoleSchema>;

/** How much a job title decides, from least to most. */
export const seniorities = ["student", "specialist", "manager", "director", "executive"] as const;
export const JobSenioritySchema = z.enum(seniorities);
export type JobSeniority = z.infer<typeof JobSenioritySchema>;

const texts = z.array(text).check(z.minLength(1));

/** Exactly one of the tests; texts are compared without case and accents. A fact that is not known passes none. */
export const TestSchema = z.union(
  [
    z.strictObject({ equals: text }),
    z.strictObject({ oneOf: texts }),
    z.strictObject({ noneOf: texts }),
    z.strictObject({ contains: texts }),
    /**
     * A regular expression that fits somewhere in the fact, without case and accents; `^` and `$` hold it to all of it.
     */
    z.strictObject({ matches: text }),
    z.strictObject({ atLeast: z.number(), atMost: z.optional(z.number()) }),
    z.strictObject({ exists: z.literal(true) }),
    /** Job titles in Spanish and English, by the area they speak of. */
    z.strictObject({ roles: z.array(JobRoleSchema).check(z.minLength(1)) }),
    /** Job titles in Spanish and English that decide at least so much. */
    z.strictObject({ seniority: JobSenioritySchema }),
  ],
  "exactly one of `equals: text`, `oneOf: [texts]`, `noneOf: [texts]`, `contains: [texts]`, `matches: regular expression`, `atLeast: number` (with `atMost`), `exists: true`, `roles: [areas]`, `seniority: rank`",
);
export type Test = z.infer<typeof TestSchema>;

export const CriterionSchema = z.strictObject({
  id,
  label: BilingualSchema,
  field: LeadFieldSchema,
  test: TestSchema,
  points,
});
export type Criterion = z.infer<typeof CriterionSchema>;

/** One kind of buyer. Of several personas the one that the lead matches best counts, and is named. */
export const PersonaSchema = z.strictObject({
  id,
  name: BilingualSchema,
  criteria: z.array(CriterionSchema).check(z.minLength(1)),
});
export type Persona = z.infer<typeof PersonaSchema>;

export const FamiliarityEventSchema = z.strictObject({
  /** What `POST /engagements` calls it, e.g. `page-viewed`. */
  kind: id,
  label: BilingualSchema,
  points,
  /** Half-life: after this time the event is worth half. */
  halfLife: PlainDurationSchema,
  /** The most points that this kind of event can add or, when it is negative, subtract. */
  cap: z.int().check(z.gte(1), z.lte(100)),
  /** The most that all events of one day of the company's calendar are worth together when they are new. */
  capPerDay: z.optional(z.int().check(z.gte(1), z.lte(100))),
  /** `once`: however often it happens it is worth what its newest time is worth. Every time when left out. */
  counts: z.optional(z.enum(["every-time", "once"])),
  /** What we promised the lead for it; the rep who gets the lead reads it. */
  promise: z.optional(BilingualSchema),
});
export type FamiliarityEvent = z.infer<typeof FamiliarityEventSchema>;

export const ContentSchema = z.strictObject({
  id,
  phase: z.enum(["awareness", "consideration", "decision"]),
  /** Ids of the personas it is written for; for everyone when left out. */
  personas: z.optional(z.array(id).check(z.minLength(1))),
  title: BilingualSchema,
  text: BilingualSchema,
  url: z.strictObject({ es: webAddress, en: webAddress }),
});
export type Content = z.infer<typeof ContentSchema>;

const date = z.iso.date("a date such as 2026-05-15");

/**
 * ISO 3166-1 country, region as the holidays library writes it (`md` is Madrid), and days of our own: a town's public
 * holidays.
 */
const HolidaysSchema = z.strictObject({ country: text, region: z.optional(text), also: z.optional(z.array(date)) });

/** Whole days by the rep's own calendar, the first and the last included. */
export const AbsenceSchema = z.strictObject({ from: date, to: date });
export type Absence = z.infer<typeof AbsenceSchema>;

const most = z.int().check(z.gte(0), z.lte(1000));
export const CapacitySchema = z.strictObject({
  /** Leads given to the rep in one week of the company's calendar. */
  newPerWeek: most,
  /** Leads in the rep's hands at a time: unanswered ones, and accepted ones whose outcome is open. */
  openAtMost: most,
});
export type Capacity = z.infer<typeof CapacitySchema>;

export const TerritorySchema = z.strictObject({
  /** ISO 3166-1 alpha-2. */
  country: text,
  /** Regions or provinces as forms name them; the whole country when left out. */
  regions: z.optional(texts),
});

export const RepSchema = z.strictObject({
  id,
  name: text,
  email: z.email(),
  language: LanguageSchema,
  /** Languages the rep can speak with a lead. */
  speaks: z.array(LanguageSchema).check(z.minLength(1)),
  /** Everywhere when left out. */
  territories: z.optional(z.array(TerritorySchema).check(z.minLength(1))),
  /** Ids of segments; all when left out. */
  segments: z.optional(z.array(id).check(z.minLength(1))),
  /** Words of industries, as `contains` compares them; all when left out. */
  industries: z.optional(texts),
  /** IANA name; the company's when left out, and so with the next two. */
  timeZone: z.optional(text),
  workingHours: z.optional(WorkingHoursSchema),
  holidays: z.optional(z.nullable(HolidaysSchema)),
  absences: z.optional(z.array(AbsenceSchema)),
  capacity: CapacitySchema,
  /** Leads are shared out by weekly capacity times weight; 1 when left out. */
  weight: z.optional(z.number().check(z.gt(0), z.lte(10))),
  /** First and last day with us. */
  starts: z.optional(date),
  leaves: z.optional(date),
  manager: id,
});
export type Rep = z.infer<typeof RepSchema>;

const colleague = { id, name: text, email: z.email(), language: LanguageSchema };
/** A colleague who gets mails from us. */
export const ColleagueSchema = z.strictObject(colleague);
export type Colleague = z.infer<typeof ColleagueSchema>;

/** `deputy`: id of the manager or rep who takes over. */
export const ManagerSchema = z.strictObject({ ...colleague, deputy: z.optional(id) });
export type Manager = z.infer<typeof ManagerSchema>;

export const RejectReasonSchema = z.strictObject({
  id,
  label: BilingualSchema,
  /** `recycle`: back to marketing in a new cycle; `disqualify`: not a lead for us. */
  leadsTo: z.enum(["recycle", "disqualify"]),
  /** Of a recycled lead: so long it is sent nothing and does not come back, unless it takes the fast lane. */
  coolDown: z.optional(PlainDurationSchema),
  /** Of a recycled lead: id of the remarketing programme whose content comes first. */
  programme: z.optional(id),
});
export type RejectReason = z.infer<typeof RejectReasonSchema>;

/** A kind of lead that sales treats differently; the first one whose test passes is the lead's. */
export const SegmentSchema = z.strictObject({ id, label: BilingualSchema, field: LeadFieldSchema, test: TestSchema });

/**
 * One step of what follows a broken promise: a colleague is notified, or the lead is reassigned with a shorter clock.
 */
export const EscalationSchema = z.union(
  [
    z.strictObject({ after: DurationSchema, to: z.enum(["manager", "director"]) }),
    z.strictObject({ after: DurationSchema, reassign: z.literal(true) }),
  ],
  "`after: time` with `to: manager`, `to: director` or `reassign: true`",
);
export type Escalation = z.infer<typeof EscalationSchema>;

/** How to approach a lead; of those that fit the most particular one is suggested. */
export const ApproachSchema = z.strictObject({
  personas: z.optional(z.array(id).check(z.minLength(1))),
  /** Kinds of familiarity, or reject reasons of an earlier cycle. */
  reasons: z.optional(z.array(id).check(z.minLength(1))),
  text: BilingualSchema,
});
export type Approach = z.infer<typeof ApproachSchema>;

const StageTermsSchema = z.strictObject({
  label: BilingualSchema,
  owner: DepartmentSchema,
  /** Open stages only: what is agreed as the longest time in it. */
  limit: z.optional(DurationSchema),
});

export const AgreementSchema = z.strictObject({
  company: z.strictObject({
    name: text,
    sender: z.strictObject({ name: text, email: z.email() }),
    postalAddress: text,
    languages: z.array(LanguageSchema).check(z.minLength(1)),
    /** IANA name. */
    timeZone: text,
    workingHours: WorkingHoursSchema,
    holidays: z.nullable(HolidaysSchema),
    /** Web sites whose forms may post: origins, e.g. `https://www.example.com`. */
    sites: z.array(webAddress),
    /** Domains whose addresses say nothing of a company, such as gmail.com. */
    personalMail: z.array(text),
  }),
  glossary: z.array(z.strictObject({ id, term: BilingualSchema, meaning: BilingualSchema })),
  stages: z.record(StageSchema, StageTermsSchema),
  personas: z.array(PersonaSchema).check(z.minLength(1)),
  segments: z.array(SegmentSchema),
  familiarity: z.array(FamiliarityEventSchema).check(z.minLength(1)),
  /**
   * The least points for the first and the second of three grades: fit A and B (else C), familiarity 1 and 2 (else 3).
   */
  grades: z.strictObject({
    fit: z.tuple([z.number(), z.number()]),
    familiarity: z.tuple([z.number(), z.number()]),
  }),
  gate: z.strictObject({
    leastMatches: z.int().check(z.gte(0)),
    leastFit: z.number(),
    leastFamiliarity: z.number(),
    /** Ids of criteria that must match; every persona has them. */
    mustHaves: z.array(id),
    disqualifiers: z.array(z.strictObject({ id, label: BilingualSchema, field: LeadFieldSchema, test: TestSchema })),
    /** A lead that did one of these so recently is hot: the minimum familiarity is waived, nothing else. */
    fastLane: z.array(z.strictObject({ kind: id, within: PlainDurationSchema })),
  }),
  nurture: z.strictObject({
    cadence: DurationSchema,
    mostTouches: z.int().check(z.gte(0), z.lte(50)),
    dormantAfter: DurationSchema,
    /** The consent without which no nurture mail is sent. */
    consentPurpose: id,
    /** The consent counts only when the owner of the address has confirmed it. */
    doubleOptIn: z.boolean(),
    /** When content may arrive, by the clocks of the lead's own time zone; never on a holiday of ours. */
    sending: z.strictObject({
      days: z.array(WeekdaySchema).check(z.minLength(1)),
      /** No mail arrives between these times, such as 20:00 to 08:30; no quiet hours when left out. */
      quietHours: z.optional(z.strictObject({ from: ClockTimeSchema, to: ClockTimeSchema })),
    }),
    content: z.array(ContentSchema),
    /** Remarketing: what a recycled lead is sent first, in this order. */
    programmes: z.array(z.strictObject({ id, label: BilingualSchema, content: z.array(id).check(z.minLength(1)) })),
  }),
  sla: z.strictObject({
    marketing: z.strictObject({
      qualifiedPerWeek: z.int().check(z.gte(0)),
      leastAcceptanceRate: z.number().check(z.gte(0), z.lte(1)),
    }),
    sales: z.strictObject({
      followUp: DurationSchema,
      /** For leads in the fast lane. */
      followUpFastLane: DurationSchema,
      /** For segments that are promised another time; the fast lane is faster than all of them. */
      followUpOf: z.array(z.strictObject({ segment: id, within: DurationSchema })),
      /** The reminder comes after this share of the follow-up time. */
      reminderShare: z.number().check(z.gt(0), z.lt(1)),
      /** Counted from the deadline, in order; what follows a `reassign` is counted from the new clock's deadline. */
      escalation: z.array(EscalationSchema).check(z.minLength(1)),
      /** The new clock of a reassigned lead; never longer than the first one was. */
      reassignedWithin: DurationSchema,
      /** Counted from the deadline: when the lead returns to marketing. */
      returnAfter: DurationSchema,
      /** How long until we look again when no rep has capacity. */
      capacityRetry: DurationSchema,
      /** Who gets a lead for which no rep has been free for this long; `nobody`: it waits. */
      overflow: z.strictObject({ after: DurationSchema, to: z.enum(["manager", "deputy", "nobody"]) }),
      /** How often a rep may snooze a hand-off, and by how long at most each time; a reason is needed. */
      snooze: z.strictObject({ most, longest: DurationSchema }),
      /** How often a rep may ask for more time, and how much; a reason is needed. */
      moreTime: z.strictObject({ most, extra: DurationSchema }),
      /** How long after acceptance, and then again, the rep is asked what became of the lead. */
      askOutcomeAfter: DurationSchema,
      rejectReasons: z.array(RejectReasonSchema).check(z.minLength(1)),
      lostReasons: z.array(z.strictObject({ id, label: BilingualSchema })).check(z.minLength(1)),
      approaches: z.array(ApproachSchema),
    }),
  }),
  team: z.strictObject({
    director: ColleagueSchema,
    /** The colleague in marketing who is notified of outcomes. */
    marketing: ColleagueSchema,
    managers: z.array(ManagerSchema).check(z.minLength(1)),
    reps: z.array(RepSchema).check(z.minLength(1)),
    /** How long an answer link lives. */
    linksLive: DurationSchema,
  }),
  goals: z.strictObject({ wonPerQuarter: z.int().check(z.gte(0)) }),
  weeklyMeeting: z.strictObject({
    day: z.enum(meetingDays),
    time: ClockTimeSchema,
    attendees: z.array(z.email()),
  }),
});
export type AgreementTerms = z.infer<typeof AgreementSchema>;

/** What each function carries: the terms, their version, and what the compilation worked out. */
export const AgreementSchemaInForce = z.object({
  /** Identifies the terms: the same terms have the same version, however the file is formatted. */
  version: z.string(),
  holidays: z.array(z.iso.date()),
  /** Of each rep who has holidays of their own. */
  holidaysOfReps: z.record(z.string(), z.array(z.iso.date())),
  /** For each country (ISO 3166-1 alpha-2) the IANA time zone of most of its companies; ours for all others. */
  zones: z.record(z.string(), z.string()),
  terms: AgreementSchema,
});
export type Agreement = z.infer<typeof AgreementSchemaInForce>;
