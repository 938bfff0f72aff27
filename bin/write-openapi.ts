import { writeFileSync } from "node:fs";
import { documentFile, openApiText } from "./openapi/document.ts";

/** `npm run openapi`: writes the API's reference, by OpenAPI 3.1, of the schemas that the functions use. */
writeFileSync(documentFile, openApiText());
console.log(`${documentFile}: written`);
