import { AsyncLocalStorage } from "node:async_hooks";

/** By which name Step Functions hears of a function that died, and after how many seconds. */
export const deathSeconds = {
  "Lambda.Unknown": 0,
  "Sandbox.Timedout": 30,
  "States.Timeout": 60,
  "Lambda.ServiceException": 0,
} as const;

/** Of a request to the table or to Step Functions; of the table's writes alone, which are fewer. */
type RequestFault<O extends "request" | "write"> =
  /** It is not taken, so many times in a row. */
  | {
      readonly of: O;
      readonly at: number;
      readonly kind: "throttled" | "conflict" | "unreachable";
      readonly times: number;
    }
  /** It was carried out, but nobody hears of it; `repeated`: the SDK asks again, and hears the answer to that. */
  | { readonly of: O; readonly at: number; readonly kind: "answer-lost" | "answer-lost-repeated" }
  /**
   * A transaction whose answer was lost, and that the SDK's repeats find still in progress, so many times. Of anything
   * else: throttled.
   */
  | { readonly of: O; readonly at: number; readonly kind: "in-progress"; readonly times: number };

/**
 * What goes wrong, and where: at the so many-th request to the table or to Step Functions, call of a function, sweep,
 * mail, event, publication of events or sending of messages of a life.
 */
export type Fault =
  | RequestFault<"request">
  | RequestFault<"write">
  /** The function dies when it has made so many requests; at its end, nobody hears of its result. */
  | {
      readonly of: "call";
      readonly at: number;
      readonly kind: "dies";
      readonly as: keyof typeof deathSeconds;
      readonly after: number | "its-end";
    }
  | { readonly of: "call"; readonly at: number; readonly kind: "clock-off"; readonly seconds: number }
  /** The sweep is cut when it has made so many requests; the next minute brings the next one. */
  | {
      readonly of: "sweep";
      readonly at: number;
      readonly kind: "cut";
      readonly as: keyof typeof deathSeconds;
      readonly after: number;
    }
  | { readonly of: "mail"; readonly at: number; readonly kind: "refused"; readonly times: number }
  | { readonly of: "mail"; readonly at: number; readonly kind: "answer-lost"; readonly went: boolean }
  /** What the mail service says of a mail that went does not come. */
  | { readonly of: "mail"; readonly at: number; readonly kind: "unheard-of" }
  | { readonly of: "event"; readonly at: number; readonly kind: "twice" | "late"; readonly seconds: number }
  /** The bus takes none of the events, takes them and nobody hears of it, or refuses every second one. */
  | {
      readonly of: "publication";
      readonly at: number;
      readonly kind: "failed" | "answer-lost" | "some-refused";
      readonly times: number;
    }
  /** The same of a queue to which a function sends messages. */
  | {
      readonly of: "sending";
      readonly at: number;
      readonly kind: "failed" | "answer-lost" | "some-refused";
      readonly times: number;
    };

type At<O extends Fault["of"]> = Extract<Fault, { of: O }>;

/** Deals a plan of faults out, and counts those that really happened. */
export class Faults {
  /** How often each kind of fault happened. */
  readonly met = new Map<string, number>();
  private readonly plan: readonly Fault[];
  private readonly counts = new Map<Fault["of"], number>();

  constructor(plan: readonly Fault[] = []) {
    this.plan = plan;
  }

  /** The faults of the next request, call, mail or whatever else. */
  next<O extends Fault["of"]>(of: O): At<O>[] {
    const at = (this.counts.get(of) ?? 0) + 1;
    this.counts.set(of, at);
    return this.plan.filter((fault): fault is At<O> => fault.of === of && isAt(fault, at));
  }

  /** It has really happened. */
  happened({ of, kind }: { readonly of: string; readonly kind: string }): void {
    const name = `${of} ${kind}`;
    this.met.set(name, (this.met.get(name) ?? 0) + 1);
  }
}

/** A transaction that the table does not take is sent again as a new request. */
const isAt = (fault: Fault, at: number): boolean =>
  fault.at <= at && at < fault.at + ("times" in fault ? fault.times : 1);

/** One call of a function. */
export interface Call {
  /** By so many milliseconds its clock is ahead. */
  readonly ahead: number;
  requests: number;
  /** Ends it when it has made so many requests; its further ones are never carried out. */
  readonly endsAfter: number;
  readonly die: () => void;
}

/** Which call makes a request. One for all: each that there is slows down every promise. */
export const callNow = new AsyncLocalStorage<Call>();
