import type { SourceKind } from "../kind.ts";
import { eachRecord, nestedAnswersOf } from "../records.ts";

/** What an automation tool sends whose user chooses the names: `{ "email": … }`, a list of them, or a browser's form. */
export const flat: SourceKind = {
  name: "Zapier, Make, n8n",
  pages: [
    "https://help.zapier.com/hc/en-us/articles/8496326446989-Send-webhooks-in-Zaps",
    "https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.httprequest.md",
  ],
  proof: { by: "header" },
  read: eachRecord((named) => ({ what: "form", answers: nestedAnswersOf(named) })),
  steps: [
    {
      es: "En tu flujo añade un paso que envíe una petición: «Webhooks by Zapier > POST», el módulo «HTTP» de Make o el nodo «HTTP Request» de n8n.",
      en: "In your flow add a step that sends a request: “Webhooks by Zapier > POST”, Make's “HTTP” module or n8n's “HTTP Request” node.",
    },
    {
      es: "URL: {address}. Método: POST. Cabecera: «Authorization: Bearer {secret}».",
      en: "URL: {address}. Method: POST. Header: “Authorization: Bearer {secret}”.",
    },
    {
      es: "Envía JSON con un nombre por dato («email», «name», «company»…) y ejecuta el paso una vez, como prueba.",
      en: "Send JSON with one name for each value (“email”, “name”, “company”…) and run the step once as a test.",
    },
  ],
};
