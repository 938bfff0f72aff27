/** Lists of leads that colleagues import: what the board, the command and the functions agree on. */
import * as z from "zod/mini";
import { limits } from "./limits.ts";
import type { ReadOnly } from "./read-only.ts";
import { LanguageSchema } from "./stages.ts";
import { droppable } from "./start-light.ts";

/** A text in both languages. */
const SaidSchema = /* @__PURE__ */ droppable(() => z.object({ es: z.string(), en: z.string() }));
const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Where an import stands. Somebody waits for us in `reading`, `trying`, `running` and `undoing`; in the others we wait for a
 * colleague, or it is over (`done`, `stopped`, `undone`, `unreadable`).
 */
export const importStates = [
  "awaiting-file",
  "reading",
  "unreadable",
  "mapping",
  "trying",
  "tried",
  "running",
  "paused",
  "done",
  "stopped",
  "undoing",
  "undone",
] as const;
export const ImportStateSchema = /* @__PURE__ */ droppable(() => z.enum(importStates));
export type ImportState = (typeof importStates)[number];

/** States in which a function has something to do. */
export const workingStates = ["reading", "trying", "running", "undoing"] as const satisfies readonly ImportState[];

/** Why a file is no list that can be read. */
export const unreadableBecause = [
  "empty",
  "file-gone",
  "too-large",
  "too-many-rows",
  "too-many-columns",
  "too-large-unpacked",
  "not-a-list",
  "old-excel",
  "password-protected",
  "web-page",
  "other-spreadsheet",
  "open-quote",
  "damaged",
  "no-such-sheet",
] as const;
export const UnreadableSchema = /* @__PURE__ */ droppable(() => z.enum(unreadableBecause));
export type Unreadable = (typeof unreadableBecause)[number];

export const listEncodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export const listSeparators = [",", ";", "\t", "|"] as const;
/** How a colleague says that the file is to be read, where our guess is wrong. */
export const ReadAskedSchema = /* @__PURE__ */ droppable(() =>
  z.strictObject({
    sheet: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
    encoding: z.optional(z.enum(listEncodings)),
    separator: z.optional(z.enum(listSeparators)),
  }),
);
export type ReadAsked = ReadOnly<z.infer<typeof ReadAskedSchema>>;

/** How the file was read. */
export const ReadAsListSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    format: z.enum(["csv", "xlsx"]),
    encoding: z.optional(z.enum(listEncodings)),
    separator: z.optional(z.enum(listSeparators)),
    /** Names of the workbook's sheets, and of the one that was read. */
    sheets: z.optional(z.array(z.string())),
    sheet: z.optional(z.string()),
  }),
);
export type ReadAsList = ReadOnly<z.infer<typeof ReadAsListSchema>>;

/**
 * What a column is: one of our fields (`KnownField`), the id of one of the agreement's own, the consent, kept beside the
 * lead as it was written (`other`), or nothing (`ignore`).
 */
const ColumnTargetSchema = /* @__PURE__ */ droppable(() => line(60));

export const DateOrderSchema = /* @__PURE__ */ droppable(() => z.enum(["dmy", "mdy", "ymd"]));
export type DateOrder = z.infer<typeof DateOrderSchema>;
export const DecimalSchema = /* @__PURE__ */ droppable(() => z.enum([",", "."]));
export type Decimal = z.infer<typeof DecimalSchema>;

/** The terms on which a list is taken in: what `try` and `start` are bound to. */
export const ImportTermsSchema = /* @__PURE__ */ droppable(() =>
  z.strictObject({
    /** `column`: counted from 0; one that is not named is ignored. */
    mapping: z
      .array(
        z.strictObject({
          column: z.int().check(z.gte(0), z.lt(limits.importColumns)),
          to: ColumnTargetSchema,
        }),
      )
      .check(z.minLength(1), z.maxLength(limits.importColumns)),
    /** Rows before the first lead: a title and the header; 0 when there is none. */
    headerRows: z.int().check(z.gte(0), z.lte(50)),
    dateOrder: DateOrderSchema,
    decimal: DecimalSchema,
    /** Of leads whose row says nothing of a language. */
    language: z.optional(LanguageSchema),
    /** Where the leads come from, in the figures: an id such as `cebit-2026`. */
    origin: z.string().check(z.regex(idForm), z.maxLength(40)),
    campaign: z.optional(line(100)),
    /** What these people did, when the agreement names such a kind of familiarity: met at a fair, say. */
    engagement: z.optional(z.strictObject({ kind: line(64), at: z.iso.datetime() })),
    /**
     * `consented`: all of them agreed to mails; `per-row`: those whose consent column says so; `none`: nobody did, so that
     * they get none. `proof`: who collected the consents, where, when, and in which words. `at`: when they were given.
     */
    basis: z.discriminatedUnion("is", [
      z.strictObject({ is: z.literal("none") }),
      z.strictObject({ is: z.literal("consented"), proof: line(limits.importProof), at: z.optional(z.iso.datetime()) }),
      z.strictObject({ is: z.literal("per-row"), proof: line(limits.importProof), at: z.optional(z.iso.datetime()) }),
    ]),
  }),
);
export type ImportTerms = ReadOnly<z.infer<typeof ImportTermsSchema>>;

/** What a row says of mails; `not-understood` counts as nothing said. */
export const RowConsentSchema = /* @__PURE__ */ droppable(() => z.enum(["yes", "no", "not-understood", "none"]));
export type RowConsent = z.infer<typeof RowConsentSchema>;

/** Why nothing is mailed to the address, whatever the list says. */
export const RowMailSchema = /* @__PURE__ */ droppable(() =>
  z.enum(["unsubscribed", "declined", "undeliverable", "complained"]),
);
export type RowMail = z.infer<typeof RowMailSchema>;

/** Why a row becomes no lead. */
export const rowRefusals = [
  "empty",
  "no-email",
  "invalid-email",
  "too-long",
  "duplicate-in-list",
  "cut-short",
  /** The person has asked for their erasure since the list was uploaded. */
  "erased",
  /** The store does not take it: told to operations too. */
  "not-storable",
] as const;
export const RowRefusalSchema = /* @__PURE__ */ droppable(() => z.enum(rowRefusals));
export type RowRefusal = (typeof rowRefusals)[number];

/** Something of a row that was not understood, and is kept beside the lead as it was written. */
export const RowNoteSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    field: z.string(),
    because: z.enum(["unread", "number-in-scientific-notation", "ambiguous-date", "cut"]),
  }),
);
export type RowNote = ReadOnly<z.infer<typeof RowNoteSchema>>;

/** What becomes of a row, or has become of it: codes, ids and names of fields only. */
export const RowVerdictSchema = /* @__PURE__ */ droppable(() =>
  z.discriminatedUnion("is", [
    z.object({
      is: z.literal("new"),
      consent: RowConsentSchema,
      mail: z.optional(RowMailSchema),
      notes: z.optional(z.array(RowNoteSchema)),
      /** Once it is one. */
      leadId: z.optional(z.string()),
    }),
    z.object({
      is: z.literal("known"),
      leadId: z.string(),
      /** Fields of the lead that were empty, and those that say otherwise and are kept beside. */
      fills: z.array(z.string()),
      differs: z.array(z.string()),
      consent: RowConsentSchema,
      mail: z.optional(RowMailSchema),
      notes: z.optional(z.array(RowNoteSchema)),
    }),
    z.object({
      is: z.literal("refused"),
      because: RowRefusalSchema,
      /** The field that is at fault. */
      field: z.optional(z.string()),
      /** Of a duplicate: the row that has the address first. */
      ofRow: z.optional(z.int()),
    }),
  ]),
);
export type RowVerdict = ReadOnly<z.infer<typeof RowVerdictSchema>>;
export const rowVerdicts = ["new", "known", "refused"] as const satisfies readonly RowVerdict["is"][];

/** `POST imports`. */
export const ImportBodySchema = /* @__PURE__ */ droppable(() =>
  z.strictObject({
    fileName: line(200),
    bytes: z.int().check(z.gte(1), z.lte(limits.importBytes)),
  }),
);

/** Response to it: the one request by which the file is uploaded, as it stands; nothing else is taken, and nothing later. */
export const ImportUploadSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    importId: z.string(),
    upload: z.object({
      method: z.literal("PUT"),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      until: z.string(),
    }),
  }),
);
export type ImportUpload = ReadOnly<z.infer<typeof ImportUploadSchema>>;

const count = () => z.int();
/** Rows by what becomes of them. */
export const ImportCountsSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    new: count(),
    known: count(),
    refused: count(),
    /** Of the new and known ones. */
    consentYes: count(),
    consentNo: count(),
    consentNotUnderstood: count(),
    noMail: count(),
    /** Of known ones: how many got something filled, and of how many something differs. */
    filled: count(),
    differing: count(),
    refusedBecause: z.partialRecord(RowRefusalSchema, count()),
  }),
);
export type ImportCounts = ReadOnly<z.infer<typeof ImportCountsSchema>>;

/** Why leads that an import added are not undone. */
export const keptBecause = ["engaged", "form", "colleague", "sales", "gone"] as const;
export type KeptBecause = (typeof keptBecause)[number];
export const ImportUndoneSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    erased: count(),
    kept: z.partialRecord(z.enum(keptBecause), count()),
    /** The first of them. */
    leads: z.array(z.object({ leadId: z.string(), because: z.enum(keptBecause) })),
  }),
);
export type ImportUndone = ReadOnly<z.infer<typeof ImportUndoneSchema>>;

/** An import as a list shows it. */
export const ImportCardSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    importId: z.string(),
    state: ImportStateSchema,
    /** Name of the user of the board. */
    by: z.string(),
    at: z.string(),
    fileName: z.string(),
    origin: z.optional(z.string()),
    /** Rows that are leads, as far as is known. */
    rows: z.optional(count()),
    counts: z.optional(ImportCountsSchema),
    endedAt: z.optional(z.string()),
    /** Until then what it added can be undone. */
    undoUntil: z.optional(z.string()),
  }),
);
export type ImportCard = ReadOnly<z.infer<typeof ImportCardSchema>>;

/** `GET imports`: the newest first. */
export const ImportListSchema = /* @__PURE__ */ droppable(() =>
  z.object({ asOf: z.string(), imports: z.array(ImportCardSchema), more: z.boolean() }),
);

export const ImportColumnSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Counted from 0. */
    column: z.int(),
    header: z.optional(z.string()),
    /** The first values, shortened. */
    samples: z.array(z.string()),
    guess: ColumnTargetSchema,
    /** By its header, by what it holds, or not at all. */
    by: z.enum(["header", "content", "none"]),
  }),
);
export type ImportColumn = ReadOnly<z.infer<typeof ImportColumnSchema>>;

/** What we take a list for before anybody has said so. */
export const MappingGuessSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    columns: z.array(ImportColumnSchema),
    headerRows: z.int(),
    dateOrder: z.object({ is: DateOrderSchema, isSure: z.boolean(), example: z.optional(z.string()) }),
    decimal: z.object({ is: DecimalSchema, isSure: z.boolean(), example: z.optional(z.string()) }),
  }),
);
export type MappingGuess = ReadOnly<z.infer<typeof MappingGuessSchema>>;

/** `GET imports/{importId}`. */
export const ImportViewSchema = /* @__PURE__ */ droppable(() =>
  z.extend(ImportCardSchema, {
    /** A change is refused when it was made from an older one. */
    version: z.int(),
    bytes: z.int(),
    /** The state in words, and what happens next or has to be done. */
    says: SaidSchema,
    unreadable: z.optional(UnreadableSchema),
    read: z.optional(ReadAsListSchema),
    /** While the file's rows are here and nothing has been started. */
    guess: z.optional(MappingGuessSchema),
    /** The first rows as they are, the header among them. */
    preview: z.optional(z.array(z.array(z.string()))),
    terms: z.optional(ImportTermsSchema),
    /** What the list can be mapped to, and the kinds of engagement that it can be. */
    targets: z.array(z.object({ id: z.string(), label: SaidSchema })),
    engagements: z.array(z.object({ id: z.string(), label: SaidSchema })),
    progress: z.optional(
      z.object({
        done: count(),
        of: count(),
        perHour: z.optional(count()),
        /** It holds: by the pace, or because so many MQLs wait for sales. */
        holds: z.optional(z.enum(["pace", "waiting"])),
        endsAbout: z.optional(z.string()),
      }),
    ),
    undone: z.optional(ImportUndoneSchema),
    /** What the user may do with it now. */
    actions: z.array(z.enum(["uploaded", "read", "terms", "start", "pause", "resume", "stop", "undo", "refused"])),
  }),
);
export type ImportView = ReadOnly<z.infer<typeof ImportViewSchema>>;
export type ImportAction = ImportView["actions"][number];

/** `GET imports/{importId}/rows`. */
export const ImportRowsQuerySchema = /* @__PURE__ */ droppable(() =>
  z.object({ verdict: z.optional(z.enum(rowVerdicts)), cursor: z.optional(z.string().check(z.maxLength(20))) }),
);
export const ImportRowsSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    rows: z.array(
      z.object({
        /** As a spreadsheet counts: the first line of the file is 1. */
        row: z.int(),
        /** As they are in the list, while it is kept. */
        cells: z.optional(z.array(z.string())),
        verdict: RowVerdictSchema,
        says: SaidSchema,
      }),
    ),
    cursor: z.optional(z.string()),
  }),
);
export type ImportRows = ReadOnly<z.infer<typeof ImportRowsSchema>>;

/** `GET imports/{importId}/refused`: the refused rows with their reasons; as many as one response holds. */
export const ImportRefusedSchema = /* @__PURE__ */ droppable(() =>
  z.object({ fileName: z.string(), csv: z.string(), more: z.boolean() }),
);
export type ImportRefused = ReadOnly<z.infer<typeof ImportRefusedSchema>>;

const version = { version: z.int() };
/** Bodies of `POST imports/{importId}/{action}`; `version` is that of the view on the screen. */
export const importBodies = /* @__PURE__ */ droppable(
  () =>
    ({
      uploaded: z.strictObject(version),
      read: z.strictObject({ ...version, asked: ReadAskedSchema }),
      /** Sets the terms and tries them. */
      terms: z.strictObject({ ...version, terms: ImportTermsSchema }),
      start: z.strictObject(version),
      pause: z.strictObject(version),
      resume: z.strictObject(version),
      stop: z.strictObject(version),
      undo: z.strictObject(version),
    }) as const satisfies Record<Exclude<ImportAction, "refused">, z.ZodMiniType>,
);
