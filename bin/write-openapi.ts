import "./frame/quiet.ts";
import { writeFileSync } from "node:fs";
import { command, runIfStarted } from "./frame/command.ts";
import { documentFile, openApiText } from "./openapi/document.ts";

export const main = command({
  name: "openapi",
  does: `Writes the API's reference (OpenAPI 3.1), made from the schemas that the functions use, to ${documentFile}.`,
  options: {},
  run: () => {
    writeFileSync(documentFile, openApiText());
    return `${documentFile}: written`;
  },
});

await runIfStarted(main, import.meta.url);
