import * as z from "zod/mini";
import {
  ChangeCardSchema,
  type ChangeVerdict,
  type MeetingPack,
  type PackProposal,
  PackProposalSchema,
} from "../../contract/board.ts";
import type { ReadOnly } from "../../contract/read-only.ts";
import { type Bilingual, BilingualSchema } from "../../contract/stages.ts";
import { droppable } from "../../contract/start-light.ts";
import { someLines } from "../text/plain-text.ts";

/**
 * A lead in the pack as it is kept: by its id, with what became of it. Its name, and what sales wrote of it, are looked
 * up whenever someone reads the pack: an erased lead has none.
 */
const TopicSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    leadId: z.string(),
    story: z.array(BilingualSchema),
    /** The key of sales' text about it. */
    said: z.optional(z.object({ cycle: z.int(), at: z.string() })),
  }),
);
export type Topic = ReadOnly<z.infer<typeof TopicSchema>>;

/** Text of ours only. */
const ours = <T>() => z.custom<T>((value) => typeof value === "object" && value !== null);

export const sections = ["breaches", "rejected", "stuck", "wins"] as const;

/** Packs made earlier have the sentence alone. */
const ProposalSchema = /* @__PURE__ */ droppable(() =>
  z.union([
    PackProposalSchema,
    z.pipe(
      BilingualSchema,
      z.transform((says): PackProposal => ({ says })),
    ),
  ]),
);

export const StoredPackSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    week: z.string(),
    about: z.string(),
    heldAt: z.string(),
    madeAt: z.string(),
    agreement: z.optional(z.object({ number: z.int(), version: z.string(), since: z.string() })),
    figures: ours<MeetingPack["figures"]>(),
    charts: ours<MeetingPack["charts"]>(),
    worked: z.array(BilingualSchema),
    breaches: z.array(TopicSchema),
    rejected: z.array(TopicSchema),
    stuck: z.array(TopicSchema),
    wins: z.array(TopicSchema),
    proposals: z.array(ProposalSchema),
    /** Packs made earlier have none. */
    changes: z._default(z.array(ChangeCardSchema), []),
    /** Packs made earlier do not say. */
    more: z._default(z.array(z.enum(sections)), []),
  }),
);
export type StoredPack = ReadOnly<z.infer<typeof StoredPackSchema>>;

/** A lead's name in the pack, and sales' text about it. */
export interface Named {
  readonly name: string;
  readonly note?: string | undefined;
}

const gone: Bilingual = { es: "Lead borrado", en: "Erased lead" };
const longestNote = 240;

/** The pack as people read it. */
export const withNames = (
  { breaches, rejected, stuck, wins, changes, ...pack }: StoredPack,
  nameOf: (leadId: string) => Named | undefined,
  {
    decisions,
    verdicts,
  }: { readonly decisions: MeetingPack["decisions"]; readonly verdicts: readonly ChangeVerdict[] },
): MeetingPack => {
  const named = ({ leadId, story }: Topic) => {
    const known = nameOf(leadId);
    const title = known === undefined ? gone : { es: known.name, en: known.name };
    return { leadId, title, story: [...story, ...quoted(known?.note)] };
  };
  return {
    ...pack,
    breaches: breaches.map(named),
    rejected: rejected.map(named),
    stuck: stuck.map(named),
    wins: wins.map(named),
    changes: stillOpen(changes, verdicts, pack.week),
    decisions,
  };
};

/** What a meeting has closed is not in the packs of later ones; in its own the verdict stands beside it. */
const stillOpen = (changes: StoredPack["changes"], verdicts: readonly ChangeVerdict[], week: string) =>
  changes.flatMap((change) => {
    const closed = verdicts.find(({ number }) => number === change.number);
    if (closed === undefined) return change;
    return closed.week < week ? [] : { ...change, ...(closed.week === week && { closed }) };
  });

const quoted = (note: string | undefined): Bilingual[] => {
  const words = someLines(note ?? "", longestNote).replaceAll("\n", " ");
  return words === "" ? [] : [{ es: `En sus palabras: «${words}»`, en: `In their words: “${words}”` }];
};
