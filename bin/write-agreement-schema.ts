import "./frame/quiet.ts";
import { writeFileSync } from "node:fs";
import { agreementJsonSchemaText } from "../lambdas/agreement/json-schema.ts";
import { command, runIfStarted } from "./frame/command.ts";

const file = "docs/agreement.schema.json";

export const main = command({
  name: "agreement:schema",
  does: `Writes the JSON Schema of the agreement, which editors use to complete and check the YAML, to ${file}.`,
  options: {},
  run: () => {
    writeFileSync(file, agreementJsonSchemaText());
    return `${file}: written`;
  },
});

await runIfStarted(main, import.meta.url);
