import { writeFileSync } from "node:fs";
import { agreementJsonSchemaText } from "../lambdas/agreement/json-schema.ts";

/** `npm run agreement:schema`: writes the agreement's JSON Schema, by which editors complete and check the YAML. */
const file = "docs/agreement.schema.json";

writeFileSync(file, agreementJsonSchemaText());
console.log(`${file}: written`);
