import "./frame/quiet.ts";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { readInForce, readTerms, versionAt } from "../lambdas/adapters/dynamo-agreement-in-force.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { deployedTable, eitherDeployment } from "./frame/deployed-stack.ts";
import { CommandError } from "./frame/errors.ts";
import { agreementOption, environmentOption, flag, outputsOption, tableOption } from "./frame/option.ts";

export const main = command({
  name: "agreement:pull",
  does: "Writes the agreement that is in force into the file, as it was signed on the board, with its comments. Then the next deployment brings nothing else than what is in force.",
  options: {
    outputs: outputsOption(),
    environment: environmentOption(),
    table: tableOption(),
    agreement: agreementOption("the file that is written"),
    next: flag("the version that is signed and does not hold yet, if there is one"),
    "dry-run": flag("only say whether the file differs"),
  },
  needs: [eitherDeployment],
  permissions: "dynamodb:GetItem on the table",
  run: async ({ agreement: file, next: wantsNext, "dry-run": isDry, ...deployment }, io) => {
    const table = deployedTable(deployment);
    const inForce = await readInForce(table);
    if (inForce === undefined)
      throw new CommandError("No agreement is in force yet: the first deployment puts one there.");
    const [now, { next }] = [io.now(), inForce];
    const isToCome = next !== undefined && next.since > now;
    const version = wantsNext && isToCome ? next : versionAt(inForce, now);
    const { text } = await readTerms(table, version.termsId);
    const which = `version ${version.number} (${version.version}), ${version === next && isToCome ? "to hold from" : "in force since"} ${version.since}`;
    const further =
      isToCome && version !== next
        ? [
            `Version ${next.number} (${next.version}) is signed and holds from ${next.since} on: --next writes that one.`,
          ]
        : [];
    const isSame = existsSync(file) && readFileSync(file, "utf8") === text;
    if (!isSame && !isDry) writeFileSync(file, text);
    const done = isSame ? "is already" : isDry ? "would be written as" : "was written as";
    return [`${file}: ${done} ${which}`, ...further].join("\n");
  },
});

await runIfStarted(main, import.meta.url);
