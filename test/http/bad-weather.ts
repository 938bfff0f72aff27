import { DynamoDBServiceException } from "@aws-sdk/client-dynamodb";
import type { Twin } from "../../local/twin/dynamo-twin.ts";

export const throttled = (): Error =>
  new DynamoDBServiceException({ name: "ThrottlingException", message: "slow", $fault: "client", $metadata: {} });
export const connectionLost = (): Error => Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });

export interface Weather {
  /** So many requests are turned away, and nothing is done. */
  throttles?: number;
  /** So many writes are carried out, and their answers lost. */
  lostAnswers?: number;
}

/** Faults before and after what the table does; they pass as they are counted down. */
export const underWeather = (table: Twin): Weather => {
  const weather: Weather = {};
  table.client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        if ((weather.throttles ?? 0) > 0) {
          weather.throttles = (weather.throttles ?? 0) - 1;
          throw throttled();
        }
        const result = await next(args);
        const isWrite = /^(Put|Update|Delete|TransactWrite)/.test(commandName);
        if (isWrite && (weather.lostAnswers ?? 0) > 0) {
          weather.lostAnswers = (weather.lostAnswers ?? 0) - 1;
          throw connectionLost();
        }
        return result;
      },
    { step: "initialize", priority: "high" },
  );
  return weather;
};
