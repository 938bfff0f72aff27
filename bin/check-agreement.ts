import "./frame/quiet.ts";
import * as z from "zod/mini";
import { formatProblems, loadAgreement } from "../lambdas/agreement/load-agreement.ts";
import { command, exitCodes, runIfStarted } from "./frame/command.ts";
import { option } from "./frame/option.ts";

const shipped = ["agreement.yaml", "agreement.demo.yaml"];

export const main = command({
  name: "agreement:check",
  does: "Checks agreements and lists all their mistakes, by line and key.",
  options: {
    files: option(z.array(z.string()), {
      takes: "FILE ...",
      says: `agreements to check (default: ${shipped.join(" and ")})`,
      argument: "all",
    }),
  },
  exits: "Exit code: 0 all are valid, 1 one of them has a mistake, 2 used wrongly.",
  run: ({ files }, io) => {
    const checked = (files.length > 0 ? files : shipped).map((file) => ({ file, loaded: loadAgreement(file) }));
    for (const { file, loaded } of checked) {
      if (loaded.ok) io.out(`${file}: valid, version ${loaded.agreement.version}\n`);
      else io.err(`${formatProblems(loaded.problems)}\n`);
    }
    return checked.every(({ loaded }) => loaded.ok) ? exitCodes.done : exitCodes.notDone;
  },
});

await runIfStarted(main, import.meta.url);
