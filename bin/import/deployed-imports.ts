import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { readImport } from "../../lambdas/adapters/dynamo-imports.ts";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import { recordStep } from "../../lambdas/adapters/dynamo-trail.ts";
import { type ListStore, listStore } from "../../lambdas/adapters/s3-lists.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { mayImport } from "../../lambdas/contract/board.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { userOf } from "../../lambdas/domain/board/board-user.ts";
import type { Decision, Import } from "../../lambdas/domain/import/import.ts";
import { decideOnImport } from "../../lambdas/import/decide.ts";
import { sayImport } from "../../lambdas/views/import/say-import.ts";
import type { Io } from "../frame/command.ts";
import { deployedStack, type WithOutputs } from "../frame/deployed-stack.ts";
import { CommandError, UsageError } from "../frame/errors.ts";
import { sayStanding } from "./sayings.ts";

/** Where imports are: the table and the bucket of the lists. */
export interface Imports {
  readonly table: DynamoTable;
  readonly lists: ListStore;
}

const StackSchema = z.object({ TableName: z.string(), ImportsBucketName: z.string() });

/** @throws {CommandError} when the file is not there or has not these outputs */
export const deployedImports = (of: WithOutputs): Imports => {
  const { stack, reach } = deployedStack(of, StackSchema, "outputs TableName and ImportsBucketName");
  const client = new DynamoDBClient(reach);
  return {
    table: { client, tableName: stack.TableName },
    lists: listStore({ client, bucket: stack.ImportsBucketName }),
  };
};

/** What every step of the command needs. */
export interface Importing extends Imports {
  readonly agreement: Agreement;
  /** The colleague who stands for it; empty where nothing is changed or handed out. */
  readonly by: string;
  readonly language: Language;
  readonly io: Io;
}

/** The colleague who stands for an import: one who may import on the board. @throws {UsageError} when it is none */
export const standsForIt = (by: string, agreement: Agreement): string => {
  const user = userOf(by, agreement);
  if (user !== undefined && mayImport(user.role)) return user.user;
  const { marketing, managers, director } = agreement.terms.team;
  const may = [...new Set([marketing, ...managers, director].map(({ id }) => id))].join(", ");
  throw new UsageError(`--by must be a colleague of the agreement who may import lists: ${may}; it is "${by}".`);
};

/** Before anything is done: what cannot be recorded is not done. */
export const recordImport = ({ table, io, by: user }: Importing, step: "begin" | "start" | "undo" | "refused") => {
  const at = io.now();
  const did = step === "refused" ? "opened" : "changed";
  const by = `leads:import/${step}`;
  return recordStep(table, { user, role: "operations", did, by, firstAt: at, lastAt: at, times: 1 });
};

/** @throws {CommandError} when there is none */
export const importCalled = async ({ table }: Imports, importId: string): Promise<Import> => {
  const it = await readImport(table, importId);
  if (it === undefined) throw new CommandError(`There is no import ${importId}, or its time is over.`);
  return it;
};

/** @throws {CommandError} when it is not possible where the import stands, or somebody was faster */
export const decideOn = async (deps: Importing, it: Import, decision: Decision): Promise<Import> => {
  const { agreement, table, lists, io, language } = deps;
  const decided = await decideOnImport({ agreement, table, lists, now: io.now }, it, {
    decision,
    version: it.version,
  });
  const status = `--status ${it.importId} shows where it stands.`;
  switch (decided.is) {
    case "stored":
      return decided.it;
    case "moved-on":
      throw new CommandError(`Nothing was changed: somebody else has changed the import at this moment. ${status}`);
    case "not-now":
      throw new CommandError(
        `Nothing was changed: "${decision.action}" is not possible where the import stands. ${sayImport(it)[language]}`,
      );
    case "unfit":
      throw new CommandError(
        `The terms do not fit the list (${decided.problems.map(({ because }) => because).join(", ")}). ${status}`,
      );
  }
};

const askedEvery = 2000;

/** Milliseconds after the moment at which the sweep should have gone on with it. */
const overdue = 10 * 60_000;

/** Of the sweep, which then rings too. */
const mostRestarts = 3;

const isStalled = ({ dueAt, restarts = 0 }: Import, now: string): boolean =>
  restarts >= mostRestarts || (dueAt !== undefined && Date.parse(now) - Date.parse(dueAt) > overdue);

/**
 * Tells where the import stands whenever that has changed, until it has got somewhere.
 * @throws {CommandError} when it is gone, or nobody goes on with it
 */
export const followed = async (
  deps: Importing,
  importId: string,
  isThere: (it: Import) => boolean,
): Promise<Import> => {
  const { agreement, io, language } = deps;
  for (let told = ""; ; ) {
    const it = await importCalled(deps, importId);
    const now = io.now();
    const standing = sayStanding(it, agreement, language, now);
    if (standing !== told) io.out(`${standing}\n`);
    told = standing;
    if (isThere(it)) return it;
    if (isStalled(it, now))
      throw new CommandError(
        `The import does not get on: docs/runbook.md#import-stalled. Nothing is lost; --status ${importId} shows where it stands.`,
      );
    await io.pause(askedEvery);
  }
};

export const isRead = ({ state }: Import): boolean => state !== "awaiting-file" && state !== "reading";
export const isTried = (it: Import): boolean => isRead(it) && it.state !== "trying";
/** It goes on no more by itself, and the rows that are not kept are removed. */
export const isOver = ({ state, cleared }: Import): boolean =>
  state !== "running" && state !== "undoing" && cleared === undefined;
