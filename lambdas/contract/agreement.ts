/**
 * The agreement that both departments signed, as it stands in `agreement.yaml`. The schema reads the YAML at synth time;
 * a function takes the compiled file beside it as written, and imports only types of this module. What each key means is told once, for editors and people, in
 * `lambdas/agreement/agreement-keys.ts`.
 */
import * as z from "zod/mini";
import { JobRoleSchema, JobSenioritySchema } from "./job-title.ts";
import { meetingDays } from "./meeting.ts";
import { ownFieldTypes } from "./own-value.ts";
import { AbsenceSchema, CapacitySchema, dateText } from "./rep-terms.ts";
import { SourceSchema } from "./sources.ts";
import { BilingualSchema, DepartmentSchema, LanguageSchema, StageSchema } from "./stages.ts";
import { ClockTimeSchema, DurationSchema, PlainDurationSchema, WeekdaySchema, WorkingHoursSchema } from "./time.ts";

// A check with a message of its own says what is expected: `expected <message>`.
const text = z.string().check(z.minLength(1));
const points = z.int().check(z.gte(-100), z.lte(100));
const currencyCode = z.string().check(z.regex(/^[A-Z]{3}$/, "an ISO 4217 code such as EUR"));
const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const id = z.string().check(z.regex(idForm, "lower-case words joined by hyphens"));
const webAddress = z.url({ protocol: /^https?$/, error: "a web address such as https://www.example.com" });

/** The facts of a lead that every agreement knows. */
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

/** What a test looks at: one of the facts that every agreement knows, or a field of the agreement's own by its id. */
const field = z.union([
  LeadFieldSchema,
  z
    .string()
    .check(
      z.regex(idForm, `one of: ${LeadFieldSchema.options.join(", ")}, or the id of one of the agreement's fields`),
    ),
]);

const texts = z.array(text).check(z.minLength(1));

export const TestSchema = z.union(
  [
    z.strictObject({ equals: text }),
    z.strictObject({ oneOf: texts }),
    z.strictObject({ noneOf: texts }),
    z.strictObject({ contains: texts }),
    z.strictObject({ matches: text }),
    z.strictObject({ atLeast: z.number(), atMost: z.optional(z.number()) }),
    z.strictObject({ after: dateText, before: z.optional(dateText) }),
    z.strictObject({ before: dateText }),
    z.strictObject({ within: PlainDurationSchema }),
    z.strictObject({ exists: z.literal(true) }),
    z.strictObject({ roles: z.array(JobRoleSchema).check(z.minLength(1)) }),
    z.strictObject({ seniority: JobSenioritySchema }),
  ],
  "exactly one of `equals: text`, `oneOf: [texts]`, `noneOf: [texts]`, `contains: [texts]`, `matches: regular expression`, `atLeast: number` (with `atMost`), `after: date` (with `before`), `before: date`, `within: time`, `exists: true`, `roles: [areas]`, `seniority: rank`",
);
export type Test = z.infer<typeof TestSchema>;

/** A field that the agreement adds to those which every agreement knows. */
export const OwnFieldSchema = z.strictObject({
  id,
  label: BilingualSchema,
  type: z.enum(ownFieldTypes),
  currency: z.optional(currencyCode),
  options: z.optional(z.array(z.strictObject({ id, label: BilingualSchema })).check(z.minLength(1))),
  called: z.optional(texts),
  shown: z.array(z.enum(["lead", "hand-off", "list"])),
});
export type OwnField = z.infer<typeof OwnFieldSchema>;

export const CriterionSchema = z.strictObject({
  id,
  label: BilingualSchema,
  field,
  test: TestSchema,
  points,
});
export type Criterion = z.infer<typeof CriterionSchema>;

export const PersonaSchema = z.strictObject({
  id,
  name: BilingualSchema,
  criteria: z.array(CriterionSchema).check(z.minLength(1)),
});
export type Persona = z.infer<typeof PersonaSchema>;

export const FamiliarityEventSchema = z.strictObject({
  kind: id,
  label: BilingualSchema,
  points,
  halfLife: PlainDurationSchema,
  cap: z.int().check(z.gte(1), z.lte(100)),
  capPerDay: z.optional(z.int().check(z.gte(1), z.lte(100))),
  counts: z.optional(z.enum(["every-time", "once"])),
  promise: z.optional(BilingualSchema),
  sends: z.optional(id),
});
export type FamiliarityEvent = z.infer<typeof FamiliarityEventSchema>;

export const ContentSchema = z.strictObject({
  id,
  phase: z.enum(["awareness", "consideration", "decision"]),
  personas: z.optional(z.array(id).check(z.minLength(1))),
  when: z.optional(z.strictObject({ field, test: TestSchema })),
  title: BilingualSchema,
  text: BilingualSchema,
  url: z.strictObject({ es: webAddress, en: webAddress }),
});
export type Content = z.infer<typeof ContentSchema>;

const most = z.int().check(z.gte(0), z.lte(1000));

const HolidaysSchema = z.strictObject({
  country: text,
  region: z.optional(text),
  also: z.optional(z.array(dateText)),
  /** Days of the calendar on which the company works. */
  except: z.optional(z.array(dateText)),
});

export const TerritorySchema = z.strictObject({
  country: text,
  regions: z.optional(texts),
});

export const RepSchema = z.strictObject({
  id,
  name: text,
  email: z.email(),
  language: LanguageSchema,
  speaks: z.array(LanguageSchema).check(z.minLength(1)),
  territories: z.optional(z.array(TerritorySchema).check(z.minLength(1))),
  segments: z.optional(z.array(id).check(z.minLength(1))),
  industries: z.optional(texts),
  timeZone: z.optional(text),
  workingHours: z.optional(WorkingHoursSchema),
  holidays: z.optional(z.nullable(HolidaysSchema)),
  absences: z.optional(z.array(AbsenceSchema)),
  capacity: CapacitySchema,
  weight: z.optional(z.number().check(z.gt(0), z.lte(10))),
  starts: z.optional(dateText),
  leaves: z.optional(dateText),
  manager: id,
});
export type Rep = z.infer<typeof RepSchema>;

const colleague = { id, name: text, email: z.email(), language: LanguageSchema };
export const ColleagueSchema = z.strictObject(colleague);
export type Colleague = z.infer<typeof ColleagueSchema>;

export const ManagerSchema = z.strictObject({ ...colleague, deputy: z.optional(id) });
export type Manager = z.infer<typeof ManagerSchema>;

export const RejectReasonSchema = z.strictObject({
  id,
  label: BilingualSchema,
  leadsTo: z.enum(["recycle", "disqualify"]),
  coolDown: z.optional(PlainDurationSchema),
  programme: z.optional(id),
});
export type RejectReason = z.infer<typeof RejectReasonSchema>;

export const SegmentSchema = z.strictObject({ id, label: BilingualSchema, field, test: TestSchema });

export const EscalationSchema = z.union(
  [
    z.strictObject({ after: DurationSchema, to: z.enum(["manager", "director"]) }),
    z.strictObject({ after: DurationSchema, reassign: z.literal(true) }),
  ],
  "`after: time` with `to: manager`, `to: director` or `reassign: true`",
);
export type Escalation = z.infer<typeof EscalationSchema>;

export const ApproachSchema = z.strictObject({
  personas: z.optional(z.array(id).check(z.minLength(1))),
  reasons: z.optional(z.array(id).check(z.minLength(1))),
  text: BilingualSchema,
});
export type Approach = z.infer<typeof ApproachSchema>;

const count = z.int().check(z.gte(1), z.lte(1_000_000));

/** So many in an hour, and in a day. */
const RateSchema = z.strictObject({ hour: count, day: count });

const StageTermsSchema = z.strictObject({
  label: BilingualSchema,
  owner: DepartmentSchema,
  limit: z.optional(DurationSchema),
});

/** The gate's verdicts that the sender of a form hears of by mail. */
export const ToldVerdictSchema = z.enum(["qualified", "not-yet", "disqualified"]);
export type ToldVerdict = z.infer<typeof ToldVerdictSchema>;

/** A promise without its time would be none. */
const withTime = BilingualSchema.check(
  z.refine(({ es, en }) => es.includes("{by}") && en.includes("{by}"), "texts with {by}, where the time is put"),
);

const AcknowledgementSchema = z.strictObject({
  after: z.array(ToldVerdictSchema),
  texts: z.optional(
    z.strictObject({
      call: z.optional(withTime),
      write: z.optional(withTime),
      waits: z.optional(BilingualSchema),
      passedOn: z.optional(BilingualSchema),
      notYet: z.optional(BilingualSchema),
      notForUs: z.optional(BilingualSchema),
    }),
  ),
});
export type ToldTexts = NonNullable<z.infer<typeof AcknowledgementSchema>["texts"]>;

export const AgreementSchema = z.strictObject({
  company: z.strictObject({
    name: text,
    sender: z.strictObject({ name: text, email: z.email() }),
    postalAddress: text,
    languages: z.array(LanguageSchema).check(z.minLength(1)),
    currencies: z.optional(z.array(currencyCode).check(z.minLength(1))),
    timeZone: text,
    workingHours: WorkingHoursSchema,
    holidays: z.nullable(HolidaysSchema),
    sites: z.array(webAddress),
    personalMail: z.array(text),
  }),
  glossary: z.array(z.strictObject({ id, term: BilingualSchema, meaning: BilingualSchema })),
  stages: z.record(StageSchema, StageTermsSchema),
  fields: z.optional(z.array(OwnFieldSchema)),
  industries: z.optional(z.array(z.strictObject({ id, label: BilingualSchema, also: z.optional(texts) }))),
  personas: z.array(PersonaSchema).check(z.minLength(1)),
  segments: z.array(SegmentSchema),
  familiarity: z.array(FamiliarityEventSchema).check(z.minLength(1)),
  grades: z.strictObject({
    fit: z.tuple([z.number(), z.number()]),
    familiarity: z.tuple([z.number(), z.number()]),
  }),
  gate: z.strictObject({
    leastMatches: z.int().check(z.gte(0)),
    leastFit: z.number(),
    leastFamiliarity: z.number(),
    mustHaves: z.array(id),
    disqualifiers: z.array(z.strictObject({ id, label: BilingualSchema, field, test: TestSchema })),
    fastLane: z.array(z.strictObject({ kind: id, within: PlainDurationSchema })),
  }),
  learning: z.optional(
    z.strictObject({
      mostCriteria: z.optional(z.int().check(z.gte(1), z.lte(60))),
      mostLoss: z.optional(z.number().check(z.gt(0), z.lte(1))),
      afterSales: z.optional(z.array(field).check(z.minLength(1))),
    }),
  ),
  nurture: z.strictObject({
    cadence: DurationSchema,
    mostTouches: z.int().check(z.gte(0), z.lte(50)),
    dormantAfter: DurationSchema,
    consentPurpose: id,
    doubleOptIn: z.boolean(),
    sending: z.strictObject({
      days: z.array(WeekdaySchema).check(z.minLength(1)),
      quietHours: z.optional(z.strictObject({ from: ClockTimeSchema, to: ClockTimeSchema })),
    }),
    content: z.array(ContentSchema),
    programmes: z.array(z.strictObject({ id, label: BilingualSchema, content: z.array(id).check(z.minLength(1)) })),
  }),
  acknowledgement: z.optional(AcknowledgementSchema),
  sla: z.strictObject({
    marketing: z.strictObject({
      qualifiedPerWeek: z.int().check(z.gte(0)),
      leastAcceptanceRate: z.number().check(z.gte(0), z.lte(1)),
    }),
    sales: z.strictObject({
      followUp: DurationSchema,
      followUpFastLane: DurationSchema,
      followUpOf: z.array(z.strictObject({ segment: id, within: DurationSchema })),
      reminderShare: z.number().check(z.gt(0), z.lt(1)),
      escalation: z.array(EscalationSchema).check(z.minLength(1)),
      reassignedWithin: DurationSchema,
      returnAfter: DurationSchema,
      capacityRetry: DurationSchema,
      overflow: z.strictObject({ after: DurationSchema, to: z.enum(["manager", "deputy", "nobody"]) }),
      snooze: z.strictObject({ most, longest: DurationSchema }),
      moreTime: z.strictObject({ most, extra: DurationSchema }),
      askOutcomeAfter: DurationSchema,
      rejectReasons: z.array(RejectReasonSchema).check(z.minLength(1)),
      lostReasons: z.array(z.strictObject({ id, label: BilingualSchema })).check(z.minLength(1)),
      approaches: z.array(ApproachSchema),
    }),
  }),
  team: z.strictObject({
    director: ColleagueSchema,
    marketing: ColleagueSchema,
    managers: z.array(ManagerSchema).check(z.minLength(1)),
    reps: z.array(RepSchema).check(z.minLength(1)),
    linksLive: DurationSchema,
    oldSignaturesUntil: z.optional(dateText),
    mailSettles: PlainDurationSchema,
  }),
  signers: z.optional(z.strictObject({ marketing: id, sales: id })),
  sources: z.optional(z.array(SourceSchema)),
  limits: z.optional(
    z.strictObject({
      forms: z.optional(
        z.strictObject({
          network: z.optional(RateSchema),
          address: z.optional(RateSchema),
          domain: z.optional(RateSchema),
          total: z.optional(RateSchema),
        }),
      ),
      fastLanePerDay: z.optional(count),
      strangerMailsPerHour: z.optional(count),
    }),
  ),
  imports: z.optional(
    z.strictObject({ perHour: z.optional(z.int().check(z.gte(1))), pauseAtWaiting: z.optional(count) }),
  ),
  retention: z.optional(
    z.strictObject({
      won: z.optional(PlainDurationSchema),
      lost: z.optional(PlainDurationSchema),
      disqualified: z.optional(PlainDurationSchema),
      dormant: z.optional(PlainDurationSchema),
      neverConfirmed: z.optional(PlainDurationSchema),
      keptAside: z.optional(PlainDurationSchema),
    }),
  ),
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
  /** Which one it is of those that were in force, and since when; missing where it is only a file. */
  number: z.optional(z.int()),
  since: z.optional(z.string()),
  holidays: z.array(z.iso.date()),
  /** Of each rep who has holidays of their own. */
  holidaysOfReps: z.record(z.string(), z.array(z.iso.date())),
  /** For each country (ISO 3166-1 alpha-2) the IANA time zone of most of its companies; ours for all others. */
  zones: z.record(z.string(), z.string()),
  terms: AgreementSchema,
});
export type Agreement = z.infer<typeof AgreementSchemaInForce>;
