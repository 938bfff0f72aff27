/** What colleagues add and correct by hand on the board: the contract between its pages and its API. */
import * as z from "zod/mini";
import { waysByHand, waysOfConsent } from "./by-hand.ts";
import { limits } from "./limits.ts";
import { ownFieldTypes } from "./own-value.ts";
import type { ReadOnly } from "./read-only.ts";
import { StageSchema } from "./stages.ts";
import { droppable } from "./start-light.ts";

const SaidSchema = /* @__PURE__ */ droppable(() => z.object({ es: z.string(), en: z.string() }));

const text = (most: number) => z.string().check(z.trim(), z.maxLength(most));

/** Values by the field's name, as they were typed; several of a field whose options can be ticked together. */
export const TypedValuesSchema = /* @__PURE__ */ droppable(() =>
  z.record(
    text(limits.otherFields.nameCharacters),
    z.union([text(limits.fieldCharacters.message), z.array(text(limits.ownFieldCharacters))]),
  ),
);
export type TypedValues = ReadOnly<z.infer<typeof TypedValuesSchema>>;

/** A yes to our mails that was said, not ticked. `on`: the day, such as `2026-11-30`. */
const SpokenConsentSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    how: z.enum(waysOfConsent),
    on: z.iso.date(),
    said: z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.consentWords)),
  }),
);
export type SpokenConsent = z.infer<typeof SpokenConsentSchema>;

/** Body of `POST leads`. */
export const AddLeadSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** It is who the lead is: by a known one nothing is added twice. */
    email: text(limits.fieldCharacters.email),
    values: TypedValuesSchema,
    way: z.enum(waysByHand),
    campaign: z.optional(text(limits.fieldCharacters.utmCampaign)),
    consent: z.optional(SpokenConsentSchema),
    /** Of a rep: who wants to work with the lead. */
    wants: z.optional(z.boolean()),
  }),
);

/** Response to it. */
export const LeadAddedSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    said: SaidSchema,
    /** `false`: somebody knew the address, and what is new was added to their lead. */
    isNew: z.boolean(),
    /** Missing for a lead that the user may not see, or not yet. */
    leadId: z.optional(z.string()),
  }),
);
export type LeadAdded = ReadOnly<z.infer<typeof LeadAddedSchema>>;

const sameBy = ["email", "phone", "person"] as const;
export type SameBy = (typeof sameBy)[number];

/** A lead who may be the same person. */
const SimilarLeadSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** What is the same: `person` is name and company together. */
    by: z.array(z.enum(sameBy)),
    /** Who has the lead in hand. */
    ownerId: z.optional(z.string()),
    /** The rest is missing for a lead that the user may not see. */
    leadId: z.optional(z.string()),
    name: z.optional(z.string()),
    company: z.optional(z.string()),
    email: z.optional(z.string()),
    stage: z.optional(StageSchema),
  }),
);
export type SimilarLead = ReadOnly<z.infer<typeof SimilarLeadSchema>>;
export const SimilarLeadsSchema = /* @__PURE__ */ droppable(() => z.array(SimilarLeadSchema));

/** Body of `POST leads/similar`: what is known so far of the person, in the body so that it is in no address. */
export const SimilarBodySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    email: z.optional(text(limits.fieldCharacters.email)),
    phone: z.optional(text(limits.fieldCharacters.phone)),
    name: z.optional(text(limits.fieldCharacters.name)),
    company: z.optional(text(limits.fieldCharacters.company)),
    country: z.optional(text(limits.fieldCharacters.country)),
  }),
);

/** Response to it. `companyOwnerId`: the rep to whom the company's leads go, whatever their names. */
export const SimilarSchema = /* @__PURE__ */ droppable(() =>
  z.object({ leads: SimilarLeadsSchema, companyOwnerId: z.optional(z.string()) }),
);
export type Similar = ReadOnly<z.infer<typeof SimilarSchema>>;

/** A field as a form by hand shows it. */
const TypedFieldSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    id: z.string(),
    label: SaidSchema,
    type: z.enum([...ownFieldTypes, "phone", "size", "country", "language", "interest"]),
    options: z.optional(z.array(z.object({ id: z.string(), label: SaidSchema }))),
    /** It is one of the agreement's own. */
    isOwn: z.optional(z.literal(true)),
    /** What is known, as it would be typed. */
    value: z.optional(z.union([z.string(), z.array(z.string())])),
  }),
);
export type TypedField = ReadOnly<z.infer<typeof TypedFieldSchema>>;
export const TypedFieldsSchema = /* @__PURE__ */ droppable(() => z.array(TypedFieldSchema));

/** One value that is or was known of the lead: who said it, and since when. */
export const KnownValueSchema = /* @__PURE__ */ droppable(() =>
  /** An empty value: a colleague said that what was known is wrong. */
  z.object({ value: SaidSchema, by: SaidSchema, at: z.string() }),
);
export type KnownValue = ReadOnly<z.infer<typeof KnownValueSchema>>;
