import { setTimeout } from "node:timers/promises";
import { openTable } from "../adapters/dynamo-table.ts";
import { bindAtStart, clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { environments } from "../contract/environment.ts";
import { frontDoor } from "./front-door.ts";
import { type SmokeDependencies, type SmokeStep, smokeTest } from "./smoke-test.ts";

/** A lead does not go through; the log has each step. */
class SmokeTestFailedError extends Error {
  override readonly name = "SmokeTestFailed";
}

/** The smoke test, by which the pipeline proves every few minutes that a lead goes through. @throws SmokeTestFailed */
export const canary = (deps: Omit<SmokeDependencies, "say">) => async (): Promise<void> => {
  const failed: string[] = [];
  const say = ({ step, ok, seconds, because }: SmokeStep) => {
    if (ok) log.info("A step of the smoke test worked", { code: "smoke-step", step, seconds });
    else log.warn("A step of the smoke test failed", { code: "smoke-step-failed", step, seconds, because });
    if (!ok) failed.push(step);
  };
  const { ok, leadId } = await smokeTest({ ...deps, say });
  if (!ok) throw new SmokeTestFailedError(`${leadId}: ${failed.join("; ")}`);
};

/** The function itself has a minute more, to erase the lead. */
const patienceSeconds = 180;

export const handler = bindAtStart(() => {
  const { TABLE_NAME, PUBLIC_URL } = environmentOf(environments.canary);
  return canary({
    table: openTable(TABLE_NAME),
    post: frontDoor(PUBLIC_URL),
    now: clock,
    pause: async (millis) => setTimeout(millis),
    patienceSeconds,
  });
});
