import { isPassing } from "../adapters/dynamo-faults.ts";
import { TryAgainError } from "../publish/each-record.ts";

/** What the table cannot take now it may take later: the stream delivers again. What it never takes is put aside. */
export const orAgain = async <T>(attempt: () => Promise<T>): Promise<T> => {
  try {
    return await attempt();
  } catch (error) {
    if (!isPassing(error)) throw error;
    throw new TryAgainError("the table does not take the counts", { cause: error });
  }
};
