// @ts-check

/** An error that the user can fix: the message is one sentence with the remedy, and is shown without a stack. */
export class CannotStart extends Error {
  /** @override */
  name = "CannotStart";
}
