/**
 * The negotiation room: proposals for the agreement, and their signatures. Below `/board/api/proposals`.
 */
import * as z from "zod/mini";
import { ChaptersSchema } from "./agreement-explained.ts";
import { limits } from "./limits.ts";
import type { ReadOnly } from "./read-only.ts";
import { BilingualSchema, DepartmentSchema } from "./stages.ts";
import { droppable } from "./start-light.ts";

/** A text that is not empty, within its limit. */
/* @__NO_SIDE_EFFECTS__ */
const within = (limit: "proposalTitleCharacters" | "proposalWhyCharacters" | "reasonCharacters") =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(limits[limit]));

/** A version of the agreement that is or was in force. */
const VersionSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** 1 for the first; goes up by one with each that comes into force. */
    number: z.int(),
    /** The hash of its terms. */
    version: z.string(),
    /** The instant from which it holds. */
    since: z.string(),
  }),
);
export type InForceVersion = ReadOnly<z.infer<typeof VersionSchema>>;

/** `agreed`: both have signed. `outdated`: another version came into force before both had signed. */
export const ProposalStateSchema = /* @__PURE__ */ droppable(() =>
  z.enum(["open", "agreed", "withdrawn", "refused", "outdated"]),
);
export type ProposalState = z.infer<typeof ProposalStateSchema>;

/** `file`: a deployment brought another agreement. `back`: an earlier version again. `learned`: points from outcomes. */
const ProposalOriginSchema = /* @__PURE__ */ droppable(() => z.enum(["board", "file", "back", "learned"]));
export type ProposalOrigin = z.infer<typeof ProposalOriginSchema>;

const SignatureSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    department: DepartmentSchema,
    /** Id of the colleague, and the name under which they signed. */
    by: z.string(),
    name: z.string(),
    at: z.string(),
    /** What was signed: hash of the terms and the instant asked for. */
    version: z.string(),
  }),
);
export type Signature = ReadOnly<z.infer<typeof SignatureSchema>>;

/** A proposal in the list. */
export const ProposalSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    proposalId: z.string(),
    state: ProposalStateSchema,
    origin: ProposalOriginSchema,
    /** What is proposed, in a line; by whom (`deployment` for a file), and why. */
    title: z.string(),
    why: z.string(),
    by: z.string(),
    byName: z.string(),
    at: z.string(),
    /** The version in force that it changes, and the hash of the proposed terms. */
    base: VersionSchema,
    version: z.string(),
    /** Day (`2026-12-07`) from whose first working hour it is to hold; missing: as soon as both have signed. */
    from: z.optional(z.string()),
    signatures: z.array(SignatureSchema),
    /** The proposal that this one answers, and those that answer this one. */
    counters: z.optional(z.string()),
    counteredBy: z.array(z.string()),
    /** The decision of a meeting that carries it. */
    decision: z.optional(z.object({ week: z.string(), decisionId: z.string() })),
    /** Why it was withdrawn or refused, by whom, when. */
    ended: z.optional(z.object({ by: z.string(), byName: z.string(), at: z.string(), reason: z.string() })),
    /** Once both have signed. */
    becomes: z.optional(VersionSchema),
  }),
);
export type Proposal = ReadOnly<z.infer<typeof ProposalSchema>>;

/** Who signs for a department: named by the version in force, or by operations in place of one who has left. */
const SignerSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    department: DepartmentSchema,
    id: z.string(),
    name: z.string(),
    replaces: z.optional(z.object({ id: z.string(), by: z.string(), at: z.string(), why: z.string() })),
  }),
);
export type Signer = ReadOnly<z.infer<typeof SignerSchema>>;

/** `GET proposals`: newest first. */
export const RoomViewSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    asOf: z.string(),
    inForce: VersionSchema,
    /** Signed by both, and holds from its `since` on. */
    next: z.optional(VersionSchema),
    signers: z.array(SignerSchema),
    proposals: z.array(ProposalSchema),
    /** There are older ones than are shown. */
    more: z.boolean(),
    /** The earlier versions to which one can propose to go back, newest first. */
    versions: z.array(VersionSchema),
  }),
);
export type RoomView = ReadOnly<z.infer<typeof RoomViewSchema>>;

/** A problem of the YAML, as `agreement:check` shows it. Lines and columns begin with 1. */
const ProblemSchema = /* @__PURE__ */ droppable(() =>
  z.object({ line: z.int(), column: z.int(), key: z.string(), message: z.string() }),
);
export type TextProblem = ReadOnly<z.infer<typeof ProblemSchema>>;

/** What a text would change: by sentence, and the chapters of the contract that differ, before and after. */
const ChangesSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    version: z.string(),
    changes: z.array(BilingualSchema),
    before: ChaptersSchema,
    after: ChaptersSchema,
    /** Terms that also need a deployment before they hold (the sender, the sites, the meeting's hour). */
    byDeployment: z.array(BilingualSchema),
  }),
);
export type TermsChanges = ReadOnly<z.infer<typeof ChangesSchema>>;

/** `GET proposals/{proposalId}`. */
export const ProposalViewSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    proposal: ProposalSchema,
    text: z.string(),
    changes: ChangesSchema,
    /** What this user may do with it now. */
    may: z.array(z.enum(["counter", "withdraw", "refuse", "sign", "try"])),
    signers: z.array(SignerSchema),
    inForce: VersionSchema,
  }),
);
export type ProposalView = ReadOnly<z.infer<typeof ProposalViewSchema>>;

/** `GET proposals/draft?from=<number>`: the text to begin with: of the version in force, or of an earlier one. */
export const DraftSchema = /* @__PURE__ */ droppable(() => z.object({ base: VersionSchema, text: z.string() }));

/** `POST proposals/check`: whether a text is an agreement, and what it would change. Nothing is kept. */
export const CheckBodySchema = /* @__PURE__ */ droppable(() => z.object({ text: z.string() }));
export const CheckedSchema = /* @__PURE__ */ droppable(() =>
  z.object({ problems: z.array(ProblemSchema), changes: z.optional(ChangesSchema) }),
);
export type CheckedText = ReadOnly<z.infer<typeof CheckedSchema>>;

/** `POST proposals`: the text of the whole agreement as it is to be. */
export const ProposeBodySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    text: z.string(),
    title: within("proposalTitleCharacters"),
    why: within("proposalWhyCharacters"),
    from: z.optional(z.iso.date()),
    counters: z.optional(z.string()),
    decision: z.optional(z.object({ week: z.string(), decisionId: z.string() })),
    origin: z.optional(z.enum(["board", "back", "learned"])),
  }),
);
/** `problems`: it does not compile, and was not kept. */
export const ProposedSchema = /* @__PURE__ */ droppable(() =>
  z.object({ proposalId: z.optional(z.string()), problems: z.array(ProblemSchema) }),
);
export type Proposed = ReadOnly<z.infer<typeof ProposedSchema>>;

/** `POST proposals/{proposalId}/{withdraw|refuse}`; the response is the proposal as it is then. */
export const EndBodySchema = /* @__PURE__ */ droppable(() => z.object({ reason: within("reasonCharacters") }));

/**
 * `POST proposals/{proposalId}/sign`: the hash that the signer has before them. A sign-in older than five minutes gets a
 * 401 with `code: "sign-in-again"`; terms that have changed meanwhile a 409. The response is the proposal as it is then.
 */
export const SignBodySchema = /* @__PURE__ */ droppable(() => z.object({ version: z.string() }));

/** `POST proposals/signers`: operations name who signs in place of somebody who has left; the response is the room. */
export const SignerBodySchema = /* @__PURE__ */ droppable(() =>
  z.object({ department: DepartmentSchema, id: z.string(), why: within("reasonCharacters") }),
);
