import { useState } from "react";
import * as z from "zod/mini";
import type { ImportView } from "../../../../lambdas/contract/imports.ts";
import { type Draft, DraftSchema, draftOf } from "./draft.ts";

/**
 * The draft in the browser's own entry of the page, which a reload keeps and which goes nowhere else: neither to a server nor
 * into an address. It belongs to one reading of the list.
 */
export const useDraft = (view: ImportView): readonly [draft: Draft, change: (next: Draft) => void] => {
  const key = `${view.importId} ${view.version}`;
  const [kept, keep] = useState(() => keptDraft(key) ?? { key, draft: draftOf(view) });
  const { draft } = kept.key === key ? kept : { draft: draftOf(view) };
  return [
    draft,
    (next) => {
      keep({ key, draft: next });
      history.replaceState({ ...stateOf(history.state), import: { key, draft: next } }, "");
    },
  ];
};

const stateOf = (state: unknown): object => (typeof state === "object" && state !== null ? state : {});

const KeptSchema = z.object({ key: z.string(), draft: DraftSchema });

const keptDraft = (key: string): z.infer<typeof KeptSchema> | undefined => {
  const state = stateOf(history.state);
  const kept = KeptSchema.safeParse("import" in state ? state.import : undefined);
  return kept.success && kept.data.key === key ? kept.data : undefined;
};
