/** What a colleague notes of a lead on the board, beside what forms say. */

/**
 * How the lead reached us: the source that figures count, and, where the agreement's `familiarity` names a kind so, an
 * engagement that scores.
 */
export const waysByHand = ["phone-call", "fair", "recommendation", "by-hand"] as const;
export type WayByHand = (typeof waysByHand)[number];

/** The source of leads that came in a list. */
export const wayOfList = "list";

/** How somebody said by word of mouth that they agree to our mails. */
export const waysOfConsent = ["phone", "in-person", "other"] as const;
export type WayOfConsent = (typeof waysOfConsent)[number];

/** Who says what is kept as a form, when it is none: the person has sent nothing. */
export type Noted = "colleague" | "list";
