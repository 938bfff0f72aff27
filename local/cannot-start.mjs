// @ts-check

/** What the person can mend: the message is one sentence with the remedy, shown without a stack. */
export class CannotStart extends Error {
  /** @override */
  name = "CannotStart";
}
