import type { Bilingual } from "../../contract/stages.ts";

/** What the agreement's purpose of consent is for, as people read it; one of an earlier agreement goes by its id. */
export const consentPurposeLabel = (purpose: string, ofAgreement = "nurture"): Bilingual =>
  purpose === ofAgreement
    ? { es: "correos con nuestros contenidos", en: "e-mails with our content" }
    : { es: purpose, en: purpose };
