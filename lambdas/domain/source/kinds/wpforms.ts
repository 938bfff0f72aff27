import type { SourceKind } from "../kind.ts";
import { eachRecord, sole } from "../records.ts";
import { stamped } from "../stamped.ts";

export const wpforms: SourceKind = {
  name: "WPForms",
  // No page of the vendor's tells how a request is signed; the addon's source does, as a site keeps it in public.
  pages: [
    "https://github.com/yellowtailtech/yellowtailtech/blob/HEAD/wp-content/plugins/wpforms-webhooks/src/Process.php",
    "https://github.com/yellowtailtech/yellowtailtech/blob/HEAD/wp-content/plugins/wpforms-webhooks/src/Admin/FormBuilder.php",
  ],
  proof: stamped("x-wpforms-webhook-signature", "v"),
  read: eachRecord((named) => ({
    what: "form",
    answers: [...named].map(([id, value]) => ({ id, value: saidBy(sole(value)) })),
  })),
  steps: [
    {
      es: "En WordPress, edita tu formulario de WPForms y activa Settings > Webhooks (complemento «Webhooks»).",
      en: "In WordPress, edit your WPForms form and turn on Settings > Webhooks (the “Webhooks” addon).",
    },
    {
      es: "Request URL: {address}. Request Method: POST. Request Format: JSON (con FORM la firma no se puede comprobar). Secret: {secret}",
      en: "Request URL: {address}. Request Method: POST. Request Format: JSON (with FORM the signature cannot be checked). Secret: {secret}",
    },
    {
      es: "En Request Body da un nombre a cada campo que quieras enviar, guarda y envía el formulario una vez, como prueba.",
      en: "Under Request Body give a name to each field that you want to send, save, and send the form once as a test.",
    },
  ],
};

/** Choices are joined by `||`; a date comes with its Unix time. */
const saidBy = (value: unknown): unknown => {
  if (typeof value === "string" && value.includes("||")) return value.split("||");
  return typeof value === "object" && value !== null && "unix" in value && "value" in value ? value.value : value;
};
