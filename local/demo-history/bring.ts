import path from "node:path";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import type { Deployment } from "../deploy.ts";
import { projectRoot } from "../project-root.ts";
import { besideTheStream } from "./beside-the-stream.ts";
import { readHistory } from "./file.ts";
import { importHistory } from "./import.ts";

/** The agreement by which the history was lived: weeks cannot pass by one whose days are seconds. */
const agreementOfHistory = path.join(projectRoot, "agreement.yaml");

/** A history that is being lived, in a process of its own. */
export interface DemoHistory {
  /** Brings it into the table, and into the figures. */
  readonly into: (table: DynamoTable, lambda: LambdaClient) => Promise<void>;
}

/**
 * @param template the file of the synthesised template, whose journey is executed
 * @param timeZone the one of the figures' weeks
 */
export const beginHistory = (
  { family, directory, env, logs }: Deployment,
  template: string,
  timeZone: string,
): DemoHistory => {
  const file = path.join(directory, "demo-history");
  const lived = family.run({
    name: "the demo's history",
    command: process.execPath,
    args: ["--import", "tsx", path.join(import.meta.dirname, "make.ts"), template, agreementOfHistory, file],
    env: { ...env, LOG_LEVEL: "SILENT" },
    logFile: path.join(logs, "demo-history.log"),
    cwd: projectRoot,
  });
  // `into` rethrows a failure; until then it must not count as an unhandled rejection.
  lived.catch(() => {});
  return {
    into: async (table, lambda) => {
      await lived;
      const items = await readHistory(file);
      await besideTheStream({ dynamo: table.client, lambda }, table.tableName, async () => {
        await importHistory(table, items, { importedAt: new Date().toISOString(), timeZone });
      });
    },
  };
};
