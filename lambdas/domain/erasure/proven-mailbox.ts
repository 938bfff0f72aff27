import type { Lead } from "../lead/lead.ts";

/**
 * Whether a mail to the lead reaches the person whose data it is: its owner has clicked a link that was mailed there, and
 * it takes mail. Anyone can name another person's address in a form.
 */
export const hasProvenMailbox = ({ consents, facts = {}, undeliverable }: Lead): boolean =>
  undeliverable === undefined &&
  (consents.some(({ confirmedAt }) => confirmedAt !== undefined) ||
    Object.values(facts).some((values) => values.some(({ from }) => from === "link")));
