import type { Agreement } from "../../contract/agreement.ts";
import type { StoryEntry } from "../../contract/board.ts";
import { wayOfList } from "../../contract/by-hand.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import type { History } from "../../domain/lead/history.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { cameBy } from "../../domain/metrics/source-label.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { oneLine, someLines } from "../../domain/text/plain-text.ts";
import { requestLabel } from "../../domain/text/requested-kind.ts";
import { readerIn } from "../../domain/text/when.ts";
import { sayUndeliverable } from "../nurture/undeliverable-words.ts";
import { othersSaid } from "../page/also-said.ts";
import { consentPurposeLabel } from "../page/consent-purpose.ts";

type Form = History["forms"][number];

/** Each form that the lead sent: what they asked for, wrote and agreed to. */
export const formEntries = ({ forms }: History, agreement: Agreement): StoryEntry[] =>
  forms.map((form) => ({
    at: form.at,
    cycle: form.cycle,
    kind: "form",
    title: titleOf(form),
    ...(form.by !== undefined && { by: nameOfPerson(form.by.id, agreement) }),
    details: [
      ...whence(form, agreement),
      ...asked(form, agreement),
      ...wrote(form),
      ...agreed(form, agreement),
      ...refused(form, agreement),
      ...notUnderstood(form),
      ...said(form, agreement),
    ],
    tone: form.declined.length > 0 ? "warn" : "plain",
  }));

const titleOf = ({ pending, confirmedAt, by }: Form): Bilingual => {
  if (by !== undefined) return byHand[by.way] ?? { es: "Anotado a mano", en: "Noted by hand" };
  if (pending === undefined) return { es: "Envió un formulario", en: "Sent a form" };
  return confirmedAt === undefined
    ? { es: "Llegó un formulario con su dirección, sin confirmar", en: "A form came with their address, not confirmed" }
    : { es: "Envió un formulario, y lo confirmó por correo", en: "Sent a form, and confirmed it by e-mail" };
};

const byHand: Partial<Record<string, Bilingual>> = {
  "phone-call": { es: "Anotado tras una llamada", en: "Noted after a phone call" },
  fair: { es: "Anotado en una feria", en: "Noted at a fair" },
  recommendation: { es: "Anotado por recomendación", en: "Noted after a recommendation" },
  [wayOfList]: { es: "Estaba en una lista importada", en: "Was in an imported list" },
};

const mostOfField = 200;
const mostOfMessage = 2000;

const whence = ({ pageUrl, utm }: Form, { terms }: Agreement): Bilingual[] => {
  const page = oneLine(pageUrl ?? "", mostOfField);
  const cameIn = (language: Language) => oneLine(cameBy(utm, terms.sources, language, " / "), mostOfField);
  const came = inBoth(cameIn);
  return [
    ...(page === "" ? [] : [{ es: `En la página ${page}`, en: `On the page ${page}` }]),
    ...(came.es === "" ? [] : [{ es: `Llegó por ${came.es}`, en: `Came from ${came.en}` }]),
  ];
};

const asked = ({ contact: { interest = "" } }: Form, agreement: Agreement): Bilingual[] =>
  interest.split(",").flatMap((part) => {
    const said = oneLine(part, mostOfField);
    const label = requestLabel(part, agreement.terms.familiarity);
    if (label !== undefined) return [label];
    return said === "" ? [] : [{ es: `Le interesa: ${said}`, en: `Interested in: ${said}` }];
  });

const wrote = ({ contact: { message = "" }, by }: Form): Bilingual[] => {
  const text = someLines(message, mostOfMessage);
  if (text !== "" && by !== undefined) return [{ es: `Nota: «${text}»`, en: `Note: “${text}”` }];
  return text === "" ? [] : [{ es: `Escribió: «${text}»`, en: `Wrote: “${text}”` }];
};

const purposeIn = (purpose: string, { terms }: Agreement): Bilingual =>
  consentPurposeLabel(purpose, terms.nurture.consentPurpose);

const agreed = ({ consents }: Form, agreement: Agreement): Bilingual[] =>
  consents.map(({ purpose, textVersion }) => {
    const to = purposeIn(purpose, agreement);
    const text =
      textVersion === undefined ? { es: "", en: "" } : { es: `, texto ${textVersion}`, en: `, text ${textVersion}` };
    return { es: `Dio su consentimiento (${to.es}${text.es})`, en: `Gave consent (${to.en}${text.en})` };
  });

/** It is obeyed, though anyone can send a form. */
const refused = ({ declined }: Form, agreement: Agreement): Bilingual[] =>
  declined.map(({ purpose, said = "" }) => {
    const to = purposeIn(purpose, agreement);
    const word = oneLine(said, mostOfField);
    return {
      es: `Dijo que no (${to.es}): «${word}»`,
      en: `Said no (${to.en}): “${word}”`,
    };
  });

/** What a form says of a consent and is neither a yes to a purpose of the agreement nor a no: it counts as none. */
const notUnderstood = ({ other }: Form): Bilingual[] =>
  other.flatMap(({ name, value }) => {
    const said = oneLine(value, mostOfField);
    return name === "consent" && said !== ""
      ? [{ es: `Consentimiento no entendido: «${said}»`, en: `Consent not understood: “${said}”` }]
      : [];
  });

/** All else that it said, as it was sent. */
const said = ({ other }: Form, agreement: Agreement): Bilingual[] => {
  const { fields } = agreement.terms;
  const others = other.filter(({ name }) => name !== "consent").slice(0, mostOthers);
  const [es, en] = [
    othersSaid(others, readerIn("es", agreement), fields),
    othersSaid(others, readerIn("en", agreement), fields),
  ];
  return es.map(({ label, value }, i) => ({
    es: `También ha dicho: ${label}: «${value}»`,
    en: `Also said: ${en[i]?.label}: “${value}”`,
  }));
};

const mostOthers = 30;

/** The lead's status for our mails after its forms: confirmed, unsubscribed, or unreachable. */
export const consentEntries = (
  { cycle, consents, unsubscribedAt, undeliverable }: Lead,
  { decisions }: Pick<History, "decisions">,
): StoryEntry[] => {
  const byColleague = decisions.some(({ of, at }) => of === "unsubscribe" && at === unsubscribedAt);
  return [
    ...consents.flatMap(({ purpose, confirmedAt }): StoryEntry[] =>
      confirmedAt === undefined
        ? []
        : [
            {
              ...about(confirmedAt, cycle),
              title: { es: `Confirmó su consentimiento (${purpose})`, en: `Confirmed their consent (${purpose})` },
              tone: "good",
            },
          ],
    ),
    ...(unsubscribedAt === undefined || byColleague
      ? []
      : [
          {
            ...about(unsubscribedAt, cycle),
            title: { es: "Se dio de baja de los correos", en: "Unsubscribed from our e-mails" },
            tone: "warn" as const,
          },
        ]),
    ...(undeliverable === undefined
      ? []
      : [
          {
            ...about(undeliverable.at, cycle),
            title: {
              es: `${sayUndeliverable(undeliverable).es}: ya no se le escribe`,
              en: `${sayUndeliverable(undeliverable).en}: no more e-mails are sent`,
            },
            tone: "bad" as const,
          },
        ]),
  ];
};

const about = (at: string, cycle: number) => ({ at, cycle, kind: "consent", details: [] }) as const;
