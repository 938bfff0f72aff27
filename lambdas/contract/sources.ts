/** Ways in that have a name: what an agreement says of a form tool that sends leads to `POST /sources/{id}`. */
import * as z from "zod/mini";
import { BilingualSchema, LanguageSchema } from "./stages.ts";
import { droppable } from "./start-light.ts";

/** The tools whose requests are understood as they are; each is a file of `lambdas/domain/source/kinds`. */
export const sourceKinds = [
  "typeform",
  "tally",
  "jotform",
  "google-forms",
  "google-ads",
  "meta-lead-ads",
  "linkedin-lead-gen",
  "hubspot",
  "webflow",
  "gravity-forms",
  "wpforms",
  "elementor",
  "contact-form-7",
  "unbounce",
  "netlify",
  "formspree",
  "mautic",
  "calendly",
  "segment",
  "flat",
  "html",
  "generic",
] as const;
export type SourceKindId = (typeof sourceKinds)[number];

const text = () => z.string().check(z.minLength(1), z.maxLength(500));
const id = () =>
  z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens"), z.maxLength(60));
const pointer = () => z.string().check(z.regex(/^(\/([^~/]|~[01])*)*$/, "a JSON pointer such as /data/email"));

/** One answer of a form, found by one of the ways to name it, and the field that it is. */
const MappingRuleSchema = /* @__PURE__ */ droppable(() =>
  z.union(
    [
      z.strictObject({ id: text(), to: text() }),
      z.strictObject({ label: text(), to: text() }),
      z.strictObject({ position: z.int().check(z.gte(1), z.lte(1000)), to: text() }),
      z.strictObject({ pointer: pointer(), to: text() }),
    ],
    "`to: field` with exactly one of `id: text`, `label: text`, `position: number` or `pointer: JSON pointer`",
  ),
);
export type MappingRule = z.infer<typeof MappingRuleSchema>;

export const SourceSchema = /* @__PURE__ */ droppable(() =>
  z.strictObject({
    id: id(),
    kind: z.enum(sourceKinds),
    label: BilingualSchema,
    /** Where its leads come from, in the figures, when no campaign says so. */
    origin: id(),
    /** Of leads whose form says nothing of a language. */
    language: z.optional(LanguageSchema),
    /** What everybody asks for who sends this form, unless they say so themselves. */
    interest: z.optional(text()),
    /** Its consent box: which answer it is, the words of a yes beside the usual ones, and which text stood beside it. */
    consent: z.optional(
      z.strictObject({
        answer: text(),
        yes: z.optional(z.array(text()).check(z.minLength(1))),
        textVersion: text(),
      }),
    ),
    mapping: z.optional(z.array(MappingRuleSchema)),
    /** Of the kind `generic`: where in the body things are. */
    generic: z.optional(
      z.strictObject({
        /** A list of leads; without it the body is one. */
        each: z.optional(pointer()),
        /** The tool's own id of a lead, within the lead. */
        id: z.optional(pointer()),
        at: z.optional(pointer()),
      }),
    ),
    /** Of the kind `segment`: which kind of engagement an event of this name is. */
    events: z.optional(z.array(z.strictObject({ name: text(), kind: id() }))),
  }),
);
export type Source = z.infer<typeof SourceSchema>;
