import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { JourneyInput, Stand } from "../contract/journey.ts";

const client = new SFNClient({});

export interface Journeys {
  /** `running`: started now, or running already under this name; `ended`: an execution of this name is over. */
  readonly start: (name: string, input: JourneyInput) => Promise<"running" | "ended">;
  /**
   * Ends a wait, and tells its journey where the lead stands.
   * @returns `closed`: nothing waits on this token any more (timed out, answered, or its execution has ended)
   */
  readonly answer: (taskToken: string, stage: Stand) => Promise<"answered" | "closed">;
}

/** Whether the execution of this name is running: false when it has ended, was stopped, or never existed. */
export type IsRunning = (name: string) => Promise<boolean>;

export const journeysOf = (stateMachineArn: string): Journeys => ({
  start: async (name, input) => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
      return "running";
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists) return "ended";
      throw error;
    }
  },
  answer: async (taskToken, stage) => {
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(stage) }));
      return "answered";
    } catch (error) {
      if (closedToken.some((name) => error instanceof name)) return "closed";
      throw error;
    }
  },
});

export const runningJourneys =
  (stateMachineArn: string): IsRunning =>
  async (name) => {
    const executionArn = `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${name}`;
    try {
      const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
      return status === "RUNNING" || status === "PENDING_REDRIVE";
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return false;
      throw error;
    }
  };

/** AWS and the local engines name a closed token differently. */
const closedToken = [TaskTimedOut, TaskDoesNotExist, InvalidToken];
