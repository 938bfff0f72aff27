import { assertNever } from "../assert-never.ts";

/** What a lead's owner, or somebody for them, says to a lead that was handed off. */
export type Answer =
  | ({
      readonly kind: "accepted";
      /** They have called, or a meeting is booked; nothing is said of it by systems that do not know. */
      readonly how?: "called" | "meeting";
      readonly meetingAt?: string;
    } & Noted)
  /** `reason`: id of an agreed one; `tries`: how often they tried to reach the lead. */
  | ({ readonly kind: "rejected"; readonly reason: string; readonly tries?: number } & Noted)
  /** `to`: id of the colleague who gets it. */
  | ({ readonly kind: "passed-on"; readonly to: string } & Noted)
  /** `why`: in their own words, as with the next; events carry ids of reasons, and never this. */
  | ({ readonly kind: "snoozed"; readonly until: string; readonly why: string } & Noted)
  | ({ readonly kind: "more-time"; readonly why: string } & Noted);

interface Noted {
  readonly note?: string;
}

/** The id of the reject reason that asks how often it was tried. */
export const unreachable = "unreachable";

/** An answer as it was recorded. */
export interface StoredAnswer {
  readonly kind: string;
  readonly at: string;
  /** Whose lead it was, and who answered when that was somebody else. */
  readonly ownerId: string;
  readonly by?: string | undefined;
  /** Of which turn of the lead. */
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

/** After these the lead does not wait for its owner any more. */
export const isFinal = ({ kind }: Pick<StoredAnswer, "kind">): boolean => kind !== "snoozed" && kind !== "more-time";

/** The same word once more: what was noted beside it does not matter. */
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
