import { readFile } from "node:fs/promises";
import path from "node:path";
import { referencePath as documentPath } from "../../lambdas/contract/api.ts";
import { projectRoot } from "../project-root.ts";
import type { Handler } from "./door.ts";

/** Where the API's reference can be read and tried out. */
export const referencePath = "/reference";

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Smarketing's API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${referencePath}/swagger-ui.css">
<main id="reference"></main>
<script src="${referencePath}/swagger-ui-bundle.js"></script>
<script src="${referencePath}/start.js"></script>
</html>
`;

/** No validator of somebody else is asked, and no address leads away from here. */
const start = `SwaggerUIBundle({ url: "${documentPath}", dom_id: "#reference", deepLinking: true, validatorUrl: null });\n`;

/** Whatever the page asks for is ours. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'";

const packaged = (name: string) => () => readFile(path.join(projectRoot, "node_modules/swagger-ui-dist", name), "utf8");

const files: ReadonlyMap<string, { readonly type: string; readonly read: () => Promise<string> }> = new Map([
  ["", { type: "text/html", read: async () => page }],
  ["start.js", { type: "text/javascript", read: async () => start }],
  ["swagger-ui.css", { type: "text/css", read: packaged("swagger-ui.css") }],
  ["swagger-ui-bundle.js", { type: "text/javascript", read: packaged("swagger-ui-bundle.js") }],
]);

/** A page on which the document that the API serves is read, by Swagger UI. */
export const referenceHandler: Handler = async (request, response) => {
  const [pathname = ""] = (request.url ?? "/").split("?");
  const file = files.get(pathname.slice(referencePath.length + 1));
  if (file === undefined) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is no such page.\n");
    return;
  }
  response.writeHead(200, {
    "content-type": `${file.type}; charset=utf-8`,
    "content-security-policy": policy,
    "cache-control": "no-cache",
  });
  response.end(await file.read());
};
