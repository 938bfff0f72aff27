import "./frame/quiet.ts";
import { putGrant } from "../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../lambdas/adapters/dynamo-signing-keys.ts";
import { openTable, transact } from "../lambdas/adapters/dynamo-table.ts";
import { lifetimes } from "../lambdas/contract/limits.ts";
import { mayChange } from "../lambdas/domain/team/may-change.ts";
import { teamLink } from "../lambdas/team/team-link.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { deployedPipeline, outputsIn } from "./frame/deployed-stack.ts";
import { CommandError } from "./frame/errors.ts";
import { agreementIn } from "./frame/files.ts";
import { agreementOption, environmentOption, optionalText, outputsOption, tableOption, text } from "./frame/option.ts";

export const main = command({
  name: "team:link",
  does: `Prints the link with which a rep sees and changes their own absences and capacity, and a manager (or their deputy, or the director) those of their reps. It opens the page for ${lifetimes.teamLink}, for anyone who has it: send it to that person only. Run again, the command prints the same link, and the time starts again.`,
  options: {
    who: text("ID", "id of the colleague in the agreement"),
    outputs: outputsOption(),
    environment: environmentOption(),
    table: tableOption(),
    url: optionalText("ADDRESS", "with its output ApiUrl", { environment: "PUBLIC_URL" }),
    agreement: agreementOption(),
  },
  needs: [{ oneOf: [["outputs"], ["table", "url"]] }],
  permissions: "dynamodb:Query and dynamodb:PutItem on the table",
  otherwise: "No link was made.",
  run: async ({ who, outputs, environment, table: name = "", url = "", agreement: file }, { now }) => {
    const agreement = agreementIn(file);
    const of = outputsIn({ outputs, environment });
    const { table, publicUrl } = of === undefined ? { table: openTable(name), publicUrl: url } : deployedPipeline(of);
    if (mayChange(who, agreement).length === 0)
      throw new CommandError(`${who} is no rep in the agreement, and leads none: there is nothing to see.`);
    const link = await teamLink({ agreement, now, keyring: signingKeys(table), publicUrl }, who);
    await transact(table, [putGrant(table, link.referenceId, link.grant)]);
    return link.url;
  },
});

await runIfStarted(main, import.meta.url);
