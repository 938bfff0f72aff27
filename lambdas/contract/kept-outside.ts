/**
 * What must not be forgotten when the table goes back to an earlier point: kept in a table of its own, for longer than
 * the window of point-in-time recovery. Ids, codes and times only (docs/adr/0032).
 */
import * as z from "zod/mini";
import { droppable } from "./start-light.ts";

const about = { leadId: z.string(), at: z.iso.datetime() };

export const KeptSchema = /* @__PURE__ */ droppable(() =>
  z.discriminatedUnion("kind", [
    /** The mail service took this mail: it must not go again. */
    z.object({
      kind: z.literal("mail-sent"),
      ...about,
      cycle: z.int(),
      purpose: z.string(),
      step: z.string(),
      providerId: z.string(),
    }),
    /** The lead gets no more content by mail, and why. */
    z.object({ kind: z.literal("no-mails"), ...about, because: z.enum(["unsubscribed", "bounced", "complained"]) }),
    /** The person was erased: a restored lead of this id is erased again. */
    z.object({ kind: z.literal("erased"), ...about }),
  ]),
);
export type Kept = z.infer<typeof KeptSchema>;

/** One partition a day, in the order of time; the same fact told twice is one item. */
export const keptKey = (kept: Kept) => ({
  pk: keptDay(kept.at),
  sk: [
    kept.at,
    kept.kind,
    kept.leadId,
    ...(kept.kind === "mail-sent" ? [String(kept.cycle), kept.purpose, kept.step] : []),
  ].join("#"),
});
export const keptDay = (at: string): string => `DAY#${at.slice(0, 10)}`;
