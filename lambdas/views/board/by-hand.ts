import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { FieldProblem } from "../../domain/capture/problems.ts";
import type { FieldError } from "../../domain/http/http.ts";
import type { Edit } from "../../domain/lead/edit.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { readAs } from "../../domain/lead/read-as.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { withinSentence } from "../../domain/text/within-sentence.ts";
import { labelledValue } from "../page/lead-facts.ts";

/** Of each field in the reader's language. */
export const fieldErrors = (problems: readonly FieldProblem[]): FieldError[] =>
  problems.map(({ field, says }) => ({ field, detail: says.en, said: says }));

interface Added {
  readonly isNew: boolean;
  /** The colleague may see the lead now. */
  readonly isTheirs: boolean;
  readonly wants: boolean;
  /** It was kept aside until now. */
  readonly isReleased: boolean;
  /** A yes by word of mouth was noted of somebody who had unsubscribed. */
  readonly staysUnsubscribed: boolean;
}

/** What became of a lead that a colleague added. */
export const sayAdded = ({ isReleased, staysUnsubscribed, ...added }: Added): Bilingual =>
  inBoth((language) =>
    [
      sayWhere(added),
      ...(isReleased
        ? [{ es: "Estaba apartado y ahora sigue adelante.", en: "They were kept aside, and now go on." }]
        : []),
      ...(staysUnsubscribed
        ? [
            {
              es: "Se dio de baja y sigue así: no recibe correos.",
              en: "They unsubscribed and stay so: they get no e-mails.",
            },
          ]
        : []),
    ]
      .map((sentence) => sentence[language])
      .join(" "),
  );

const sayWhere = ({ isNew, isTheirs, wants }: Pick<Added, "isNew" | "isTheirs" | "wants">): Bilingual => {
  if (!isNew)
    return isTheirs
      ? {
          es: "Ya teníamos a esta persona: lo nuevo se ha añadido a su lead, y lo que no coincide queda al lado.",
          en: "We knew this person: what is new was added to their lead, and what differs stands beside it.",
        }
      : {
          es: "Ya teníamos a esta persona. Lo que has anotado está en su lead, que no llevas tú.",
          en: "We knew this person. What you noted is with their lead, which is not yours.",
        };
  if (isTheirs) return { es: "Añadido.", en: "Added." };
  return wants
    ? {
        es: "Añadido. Si cumple la definición de MQL y las reglas lo permiten, será tuyo: te llegará un correo.",
        en: "Added. If they meet the definition of an MQL and the rules allow it, the lead will be yours: you will get an e-mail.",
      }
    : {
        es: "Añadido. Cuando cumpla la definición de MQL, se asignará a quien corresponda.",
        en: "Added. Once they meet the definition of an MQL, they will be assigned.",
      };
};

/** `Ana ha corregido: teléfono +34 910 000 000 (antes, 910)`. */
export const sayEdited = (edits: readonly Edit[], lead: Lead, by: string, agreement: Agreement): Bilingual[] => {
  const name = nameOfPerson(by, agreement);
  return edits.map(({ field, value, before, read }) =>
    inBoth((language) => {
      const say = words[language];
      const was =
        before === undefined
          ? undefined
          : labelledValue(field, before, language, agreement, readAs(lead.contact, field, before));
      const now = value === undefined ? undefined : labelledValue(field, value, language, agreement, read);
      const label = withinSentence((now ?? was)?.label ?? field);
      if (now === undefined) return say.cleared(name, label, was?.shown ?? "");
      return was === undefined ? say.added(name, label, now.shown) : say.changed(name, label, now.shown, was.shown);
    }),
  );
};

const words = {
  es: {
    changed: (name: string, label: string, now: string, was: string) =>
      `${name} ha corregido: ${label} ${now} (antes, ${was})`,
    added: (name: string, label: string, now: string) => `${name} ha añadido: ${label} ${now}`,
    cleared: (name: string, label: string, was: string) => `${name} ha quitado: ${label} ${was}`,
  },
  en: {
    changed: (name: string, label: string, now: string, was: string) =>
      `${name} corrected: ${label} ${now} (before: ${was})`,
    added: (name: string, label: string, now: string) => `${name} added: ${label} ${now}`,
    cleared: (name: string, label: string, was: string) => `${name} removed: ${label} ${was}`,
  },
} as const;

/** It names nobody: the other may be erased one day. */
export const sayNotSame = (by: string, agreement: Agreement): Bilingual => {
  const name = nameOfPerson(by, agreement);
  return {
    es: `${name} ha revisado un posible duplicado: no es la misma persona`,
    en: `${name} looked at a possible duplicate: not the same person`,
  };
};

export const nothingChanged: Bilingual = {
  es: "No has cambiado nada: los datos ya estaban así.",
  en: "You have not changed anything: the details were like this already.",
};
