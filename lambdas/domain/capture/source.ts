import type { Utm } from "./submission.ts";

/**
 * What first led a lead to us, by the campaign's own name for it. Figures are kept by source, and anybody can write
 * anything into a link: a name that is none is `other`, and without one somebody came on their own.
 */
export const sourceOf = ({ source = "" }: Utm): string => {
  const name = source.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  if (name === "") return "direct";
  return /^[a-z0-9._-]{1,40}$/.test(name) ? name : "other";
};
