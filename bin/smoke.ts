import "./frame/quiet.ts";
import { frontDoor } from "../lambdas/smoke/front-door.ts";
import { type SmokeStep, smokeTest } from "../lambdas/smoke/smoke-test.ts";
import { command, exitCodes, runIfStarted } from "./frame/command.ts";
import { deployedPipeline } from "./frame/deployed-stack.ts";
import { environmentOption, numberFrom, option, text } from "./frame/option.ts";

export const main = command({
  name: "smoke",
  does: "Proves that a deployed pipeline works: sends one lead in by the API, waits until the hand-off mail has gone, answers, reports an outcome, and erases it. The lead is marked by a signature as one of a smoke test: it has a rep of its own, whose mails go to the mail service's simulator, and no figure, board, meeting or colleague learns of it.\n\nPrints each step when it is over, with the seconds that it took. The lead is erased when a step fails, too.",
  options: {
    outputs: text("FILE", "the stack's outputs: .local/outputs.json, or what cdk deploy --outputs-file wrote"),
    environment: environmentOption(),
    within: option(numberFrom(5, 600, true), {
      takes: "SECONDS",
      says: "how long the pipeline may take for all of it",
      kind: "a whole number from 5 to 600",
      default: "150",
    }),
  },
  notes: "Run it after each deploy. docs/smoke.md has the policy for a role that may do this and nothing else.",
  permissions: "what docs/smoke.md lists: the items of its own lead in the table",
  exits: "Exit code: 0 all steps worked, 1 one did not, 2 used wrongly.",
  run: async ({ outputs, environment, within }, { out, now, pause }) => {
    const { table, publicUrl } = deployedPipeline({ outputs, environment });
    const say = (step: SmokeStep) => out(`${lineOf(step)}\n`);
    const { ok, leadId } = await smokeTest({
      table,
      post: frontDoor(publicUrl),
      now,
      pause,
      say,
      patienceSeconds: within,
    });
    const exitCode = ok ? exitCodes.done : exitCodes.notDone;
    return { text: `${publicUrl}: ${ok ? "all worked" : "NOT all worked"} (lead ${leadId}).`, exitCode };
  },
});

const lineOf = ({ step, ok, seconds, because }: SmokeStep): string =>
  `${ok ? "ok  " : "FAIL"} ${seconds.toFixed(1).padStart(6)} s  ${step}${because === undefined ? "" : `: ${because}`}`;

await runIfStarted(main, import.meta.url);
