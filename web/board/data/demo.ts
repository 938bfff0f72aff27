import { createFlag } from "./flag.ts";

const seen = createFlag();

/** Told by what reads leads: some of them may be made up. */
export const noteDemo = (leads: readonly { readonly demo?: true | undefined }[]): void => {
  if (leads.some(({ demo }) => demo === true)) seen.set(true);
};

/** Whether any lead that was shown so far is part of the demo's history. */
export const useDemoSeen = seen.useFlag;
