import "./frame/quiet.ts";
import { recount } from "../lambdas/metrics/recount.ts";
import { clearHistory } from "../local/demo-history/clear.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { deployedTable } from "./frame/deployed-stack.ts";
import { agreementIn } from "./frame/files.ts";
import { agreementOption, text } from "./frame/option.ts";

export const main = command({
  name: "demo:clear",
  does: "Deletes the demo's history, which npm start has made, from the table, and recounts the figures without it, while everything goes on. Leads that you have sent stay. The recount takes some minutes.",
  options: {
    outputs: text("FILE", "the outputs of the pipeline on this machine", { default: ".local/outputs.json" }),
    agreement: agreementOption("the agreement that it works by: weeks begin by its time zone", "agreement.demo.yaml"),
  },
  run: async ({ outputs, agreement }, { out, now, pause }) => {
    const { timeZone } = agreementIn(agreement).terms.company;
    const table = deployedTable({ outputs });
    const say = (line: string) => out(`${line}\n`);
    const leads = await clearHistory(table);
    say(`${leads} leads of the demo's history are gone; counting the figures without them ...`);
    await recount({ table, timeZone, now, pause, say });
    return "Done.";
  },
});

await runIfStarted(main, import.meta.url);
