import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  type SFNClient,
} from "@aws-sdk/client-sfn";

/** One execution of the journey, as operations look at it: no input, output or cause, which is not needed for that. */
export interface Execution {
  readonly name: string;
  /** `RUNNING`, `SUCCEEDED`, `FAILED` ... */
  readonly status: string;
  readonly startedAt: string;
  readonly stoppedAt?: string;
  /** Name of the error that it failed with. */
  readonly error?: string;
  /** The state that it entered last. */
  readonly state?: { readonly name: string; readonly since: string };
}

/** `undefined` when there is none of this name, or none any more: it is kept for 90 days after its end. */
export type ReadExecution = (name: string) => Promise<Execution | undefined>;

/** The last state lies among so many events: each has a few, and some more for each retry. */
const newestEvents = 100;

export const executionsOf =
  (client: SFNClient, stateMachineArn: string): ReadExecution =>
  async (name) => {
    const executionArn = `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${name}`;
    try {
      const [{ status = "?", startDate, stopDate, error }, { events = [] }] = await Promise.all([
        client.send(new DescribeExecutionCommand({ executionArn })),
        client.send(
          new GetExecutionHistoryCommand({
            executionArn,
            reverseOrder: true,
            maxResults: newestEvents,
            includeExecutionData: false,
          }),
        ),
      ]);
      // Local engines tell all events, in their own order.
      const entered = events.filter(({ stateEnteredEventDetails: state }) => state?.name !== undefined);
      const last = entered.toSorted((one, other) => (other.id ?? 0) - (one.id ?? 0))[0];
      return {
        name,
        status,
        startedAt: startDate?.toISOString() ?? "",
        ...(stopDate !== undefined && { stoppedAt: stopDate.toISOString() }),
        ...(error !== undefined && error !== "" && { error }),
        ...(last !== undefined && {
          state: { name: last.stateEnteredEventDetails?.name ?? "?", since: last.timestamp?.toISOString() ?? "" },
        }),
      };
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  };
