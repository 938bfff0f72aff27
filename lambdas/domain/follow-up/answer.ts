import { assertNever } from "../assert-never.ts";

/** The answer of a lead's owner, or of a colleague for them, to a hand-off. */
export type Answer =
  | ({
      readonly kind: "accepted";
      /** They have called, or a meeting is booked; missing when the sending system does not know. */
      readonly how?: "called" | "meeting";
      readonly meetingAt?: string;
    } & Noted)
  /** `reason`: id of an agreed one; `tries`: how often they tried to reach the lead. */
  | ({ readonly kind: "rejected"; readonly reason: string; readonly tries?: number } & Noted)
  /** `to`: id of the colleague who gets it. */
  | ({ readonly kind: "passed-on"; readonly to: string } & Noted)
  /** `why`: in their own words, as in the next; events carry ids of reasons, never this text. */
  | ({ readonly kind: "snoozed"; readonly until: string; readonly why: string } & Noted)
  | ({ readonly kind: "more-time"; readonly why: string } & Noted);

interface Noted {
  readonly note?: string;
}

/** The id of the reject reason that asks how often it was tried. */
export const unreachable = "unreachable";

/** A stored answer. */
export interface StoredAnswer {
  readonly kind: string;
  readonly at: string;
  /** The lead's owner, and who answered when that was a colleague. */
  readonly ownerId: string;
  readonly by?: string | undefined;
  /** The turn of the lead that it belongs to. */
  readonly turn?: number | undefined;
  readonly how?: string | undefined;
  readonly meetingAt?: string | undefined;
  readonly reason?: string | undefined;
  readonly tries?: number | undefined;
  readonly to?: string | undefined;
  readonly until?: string | undefined;
  readonly why?: string | undefined;
  readonly note?: string | undefined;
}

/** The answers that end the wait for the owner. */
export const isFinal = ({ kind }: Pick<StoredAnswer, "kind">): boolean => kind !== "snoozed" && kind !== "more-time";

/** The same answer again; the note does not matter. */
export const saysSame = (given: StoredAnswer, answer: Answer): boolean => {
  switch (answer.kind) {
    case "accepted": {
      const { how = "called", meetingAt } = given;
      return given.kind === answer.kind && how === (answer.how ?? "called") && meetingAt === answer.meetingAt;
    }
    case "rejected":
      return given.kind === answer.kind && given.reason === answer.reason;
    case "passed-on":
      return given.kind === answer.kind && given.to === answer.to;
    case "snoozed":
      return given.kind === answer.kind && given.until === answer.until;
    case "more-time":
      return given.kind === answer.kind && given.why === answer.why;
    default:
      return assertNever(answer);
  }
};
