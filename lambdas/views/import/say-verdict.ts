import type { OwnField } from "../../contract/agreement.ts";
import type { RowConsent, RowMail, RowNote, RowRefusal, RowVerdict } from "../../contract/imports.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { assertNever } from "../../domain/assert-never.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { sayList } from "../../domain/text/say-names.ts";
import { labelOfField } from "../source/field-labels.ts";

/** What becomes of a row of a list, or has become of it, as the colleague reads it who imports it. */
export const sayVerdict = (verdict: RowVerdict, own: readonly OwnField[] = []): Bilingual => {
  switch (verdict.is) {
    case "new":
      return together([{ es: "Lead nuevo.", en: "New lead." }, ...beside(verdict, own)]);
    case "known":
      return together([...sayKnown(verdict, own), ...beside(verdict, own)]);
    case "refused":
      return verdict.because === "duplicate-in-list" && verdict.ofRow !== undefined
        ? {
            es: `La fila ${verdict.ofRow} ya tiene esta dirección: cuenta la primera.`,
            en: `Row ${verdict.ofRow} already has this address: the first one counts.`,
          }
        : refusals[verdict.because];
    default:
      return assertNever(verdict);
  }
};

const together = (sentences: readonly Bilingual[]): Bilingual =>
  inBoth((language) => sentences.map((sentence) => sentence[language]).join(" "));

const namesOf = (fields: readonly string[], own: readonly OwnField[]): Bilingual =>
  inBoth((language) =>
    sayList(
      fields.map((field) => labelOfField(field, own)[language]),
      language,
    ),
  );

const sayKnown = (
  { fills, differs }: Extract<RowVerdict, { is: "known" }>,
  own: readonly OwnField[],
): readonly Bilingual[] => {
  const [filled, other] = [namesOf(fills, own), namesOf(differs, own)];
  return [
    { es: "Ya lo conocemos.", en: "Known already." },
    ...(fills.length > 0 ? [{ es: `Completa: ${filled.es}.`, en: `Fills in: ${filled.en}.` }] : []),
    ...(differs.length > 0
      ? [
          {
            es: `Difiere y se guarda al lado, sin sustituir nada: ${other.es}.`,
            en: `Differs and is kept beside, replacing nothing: ${other.en}.`,
          },
        ]
      : []),
    ...(fills.length + differs.length === 0 ? [{ es: "No aporta nada nuevo.", en: "Adds nothing new." }] : []),
  ];
};

interface Beside {
  readonly consent: RowConsent;
  readonly mail?: RowMail | undefined;
  readonly notes?: readonly RowNote[] | undefined;
}

const beside = ({ consent, mail, notes = [] }: Beside, own: readonly OwnField[]): readonly Bilingual[] => {
  const unread = notes.map(({ field }) => field);
  const names = namesOf([...new Set(unread)], own);
  return [
    mail === undefined ? consents[consent] : held[mail],
    ...(notes.some(({ because }) => because === "number-in-scientific-notation") ? [cutNumber] : []),
    ...(unread.length > 0
      ? [
          {
            es: `No se entiende, y se guarda tal como está: ${names.es}.`,
            en: `Not understood, and kept as written: ${names.en}.`,
          },
        ]
      : []),
  ];
};

const consents: Record<RowConsent, Bilingual> = {
  yes: { es: "Acepta recibir correos.", en: "Agrees to mails." },
  no: { es: "No quiere correos.", en: "Wants no mails." },
  "not-understood": {
    es: "Su consentimiento no se entiende, y cuenta como ninguno.",
    en: "The consent is not understood, and counts as none.",
  },
  none: { es: "Sin consentimiento: no recibe contenidos.", en: "No consent: gets no content." },
};

const held: Record<RowMail, Bilingual> = {
  unsubscribed: {
    es: "Se dio de baja: no recibe correos, diga lo que diga la lista.",
    en: "Has unsubscribed: gets no mails, whatever the list says.",
  },
  declined: {
    es: "Dijo que no: no recibe correos, diga lo que diga la lista.",
    en: "Has said no: gets no mails, whatever the list says.",
  },
  undeliverable: { es: "Los correos a esta dirección no llegan.", en: "Mails to this address do not arrive." },
  complained: {
    es: "Marcó un correo como no deseado: no recibe más.",
    en: "Has reported a mail as spam: gets no more.",
  },
};

const cutNumber: Bilingual = {
  es: "La hoja de cálculo ha recortado el número (3,46E+10): da formato de texto a la columna y expórtala otra vez.",
  en: "The spreadsheet has cut the number short (3.46E+10): format the column as text and export it again.",
};

/** Why a row becomes no lead, and what to do. */
export const refusals: Record<RowRefusal, Bilingual> = {
  empty: { es: "La fila está vacía.", en: "The row is empty." },
  "no-email": { es: "Falta el correo.", en: "There is no e-mail address." },
  "invalid-email": {
    es: "El correo no es válido: revisa que sea como nombre@empresa.es.",
    en: "The e-mail address is not valid: check that it is like name@company.com.",
  },
  "too-long": { es: "Un valor es demasiado largo.", en: "A value is too long." },
  "duplicate-in-list": {
    es: "Otra fila ya tiene esta dirección: cuenta la primera.",
    en: "Another row already has this address: the first one counts.",
  },
  "cut-short": { es: "La fila no está completa.", en: "The row is cut short." },
  erased: {
    es: "La persona ha pedido que borremos sus datos.",
    en: "The person has asked for their data to be erased.",
  },
  "not-storable": {
    es: "No se ha podido guardar. Ya hemos avisado a operaciones.",
    en: "It could not be stored. Operations has been told.",
  },
};
