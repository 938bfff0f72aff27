import { useEffect, useState } from "react";
import * as z from "zod/mini";
import { useMe } from "../../me.tsx";

const DraftSchema = z.object({ text: z.string(), title: z.string(), why: z.string(), from: z.string() });
/** A proposal while it is being written: the whole agreement as it is to be, and what is said of it. */
export type ProposalDraft = z.infer<typeof DraftSchema>;

const prefix = "smarketing-proposal ";

/**
 * A draft that a reload and the end of the session keep: in the tab's own storage, so that two tabs write two drafts. Gone
 * once it is sent or discarded, or somebody else is signed in.
 * @param about what it changes: the version it begins with, or the proposal that it answers
 */
export const useKeptDraft = (about: string, nothing: ProposalDraft) => {
  const { user } = useMe();
  const mine = `${prefix}${user} `;
  const key = `${mine}${about}`;
  const [draft, setDraft] = useState(() => keptAt(key) ?? nothing);
  useEffect(() => forgetOthers(mine), [mine]);
  const change = (next: ProposalDraft): void => {
    setDraft(next);
    keep(key, next);
  };
  const forget = (): void => {
    setDraft(nothing);
    sessionStorage.removeItem(key);
  };
  return { draft, change, forget };
};

const keptAt = (key: string): ProposalDraft | undefined => {
  const text = sessionStorage.getItem(key);
  if (text === null) return undefined;
  try {
    return DraftSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** A storage that is full keeps what it had: the page has it all the same. */
const keep = (key: string, draft: ProposalDraft): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    sessionStorage.removeItem(key);
  }
};

const forgetOthers = (mine: string): void => {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix) && !key.startsWith(mine)) sessionStorage.removeItem(key);
};
