/** The lead's journey item, as far as it describes a wait. */
export interface Wait {
  /** Signals that have come in so far. */
  readonly signals: number;
  readonly taskToken?: string | undefined;
  /** The cycle whose journey waits on the token. */
  readonly tokenCycle?: number | undefined;
  /** The counter as the journey had read it when it began to wait. */
  readonly seenSignals?: number | undefined;
}

/**
 * What a wake-up does to the lead's journey. `leave`: this cycle's journey waits and has seen everything. `answer`:
 * a journey waits on the token and has something new to read. `start`: no journey of this cycle is known to wait.
 */
export type WakePlan =
  | { readonly next: "leave" }
  | { readonly next: "start" }
  | { readonly next: "answer"; readonly taskToken: string; readonly ofThisCycle: boolean };

/**
 * The signal counter decides, not the event: events come in any order, twice and late.
 * @param inAnyCase set by the sweep: the lead is overdue, so its journey must read it even if nothing came in.
 */
export const planWake = (
  { signals, taskToken, tokenCycle, seenSignals = 0 }: Wait,
  cycle: number,
  inAnyCase: boolean,
): WakePlan => {
  if (taskToken === undefined) return { next: "start" };
  const ofThisCycle = tokenCycle === cycle;
  if (inAnyCase || signals > seenSignals) return { next: "answer", taskToken, ofThisCycle };
  return { next: ofThisCycle ? "leave" : "start" };
};

/**
 * The lead that an execution is about, by the execution's name (`executionName`); `undefined` when it is none of ours.
 */
export const leadOfExecution = (name: string): string | undefined => /^([\w-]+)\.\d+(\.\d+)?$/.exec(name)?.[1];
