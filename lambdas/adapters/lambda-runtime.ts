import { readFileSync } from "node:fs";
import path from "node:path";
import type * as z from "zod/mini";
import { type Agreement, AgreementSchemaInForce } from "../contract/agreement.ts";

/** The function's variables, by its schema in the contract; throws with all problems at once. */
export const environmentOf = <S extends z.ZodMiniType>(schema: S): z.output<S> => schema.parse(process.env);

/** The agreement that was compiled into this deployment; a file beside the bundle. */
export const agreementInForce = (): Agreement =>
  AgreementSchemaInForce.parse(JSON.parse(fileBeside("agreement.json").toString()));

/** A file that the deployment put beside the bundle. */
export const fileBeside = (name: string): Buffer => readFileSync(path.join(__dirname, name));

/**
 * Binds a handler to its real dependencies: in a function while it starts, where time is cheap; elsewhere (a test that
 * imports the unbound handler) never.
 */
export const bindAtStart = <H>(make: () => H): H | undefined =>
  process.env.AWS_LAMBDA_FUNCTION_NAME === undefined ? undefined : make();

export const clock = (): string => new Date().toISOString();
