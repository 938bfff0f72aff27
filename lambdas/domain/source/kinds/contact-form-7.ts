import type { SourceKind } from "../kind.ts";
import { answersOf, eachRecord, pageIn } from "../records.ts";

/** Contact Form 7 itself sends mails only; this follows the plugin «CF7 to Webhook». */
export const contactForm7: SourceKind = {
  name: "Contact Form 7",
  pages: [
    "https://github.com/mariovalney/cf7-to-zapier/blob/HEAD/readme.txt",
    "https://github.com/mariovalney/cf7-to-zapier/blob/HEAD/modules/zapier/class-module-zapier.php",
    "https://github.com/mariovalney/cf7-to-zapier/blob/HEAD/modules/cf7/class-module-cf7.php",
  ],
  proof: { by: "header" },
  read: eachRecord((named) => ({ what: "form", answers: answersOf(named, tags), beside: pageIn(named.get("_url")) })),
  steps: [
    {
      es: "En WordPress, instala el plugin «CF7 to Webhook», edita tu formulario de Contact Form 7 y abre la pestaña Webhook.",
      en: "In WordPress, install the plugin “CF7 to Webhook”, edit your Contact Form 7 form and open the tab Webhook.",
    },
    {
      es: "Activa «Send to Webhook» y pega esta dirección en Webhook URL: {address}",
      en: "Turn on “Send to Webhook” and paste this address into Webhook URL: {address}",
    },
    {
      es: "En Custom Headers escribe «Authorization: Bearer {secret}», en Special Mail Tags «[_url]», guarda y envía el formulario una vez.",
      en: "Under Custom Headers write “Authorization: Bearer {secret}”, under Special Mail Tags “[_url]”, save, and send the form once.",
    },
  ],
};

/** The special mail tag of the page that the form is on. */
const tags = new Set(["_url"]);
