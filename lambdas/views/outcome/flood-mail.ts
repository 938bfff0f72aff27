import type { Agreement, Colleague } from "../../contract/agreement.ts";
import type { Mail } from "../../contract/mail.ts";
import type { Flood } from "../../domain/capture/flood.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayNumber } from "../../domain/text/say-number.ts";
import { labelOfAside } from "../board/aside-labels.ts";
import { section } from "../mail/block.ts";
import { colleagueMail, firstNameOf } from "../mail/colleague-mail.ts";

export interface FloodTold {
  readonly recipient: Colleague;
  readonly flood: Flood;
  readonly agreement: Agreement;
  /** Address of the list on the board. */
  readonly board: string;
}

const words = {
  es: {
    title: "Llegan demasiados formularios",
    forms: (count: number) =>
      plural(count, "es", { one: "# formulario apartado en una hora", other: "# formularios apartados en una hora" }),
    intro: (name: string) =>
      `Hola, ${name}: en la última hora han llegado muchos más formularios de lo normal. No se ha perdido ninguno: están apartados, sin correos ni entregas a ventas, hasta que alguien los libere o los descarte. Los demás leads siguen su curso. Este aviso se envía como máximo una vez al día.`,
    why: "Por qué se apartaron",
    shape: "Qué tienen en común los últimos",
    networks: (count: number) => plural(count, "es", { one: "Vienen de # red", other: "Vienen de # redes" }),
    texts: (count: number) => plural(count, "es", { one: "Repiten # texto", other: "Traen # textos distintos" }),
    domain: (domain: string, count: number) =>
      `${domain}: ${plural(count, "es", { one: "# formulario", other: "# formularios" })}`,
    act: "Revisar y liberar o descartar",
  },
  en: {
    title: "Too many forms are arriving",
    forms: (count: number) =>
      plural(count, "en", { one: "# form kept aside in one hour", other: "# forms kept aside in one hour" }),
    intro: (name: string) =>
      `Hi ${name}, far more forms than usual arrived in the last hour. None is lost: they are kept aside, with no e-mails and no hand-offs, until somebody releases or drops them. Other leads go on as always. This notice is sent at most once a day.`,
    why: "Why they were kept aside",
    shape: "What the newest have in common",
    networks: (count: number) =>
      plural(count, "en", { one: "They come from # network", other: "They come from # networks" }),
    texts: (count: number) => plural(count, "en", { one: "They repeat # text", other: "They bring # different texts" }),
    domain: (domain: string, count: number) => `${domain}: ${plural(count, "en", { one: "# form", other: "# forms" })}`,
    act: "Review, and release or drop",
  },
} as const;

/** Tells that a flood of forms is kept aside, and its shape. */
export const floodMail = ({ recipient, flood, agreement, board }: FloodTold): Mail => {
  const { language } = recipient;
  const say = words[language];
  const { forms, kinds, sample } = flood;
  return colleagueMail({
    to: recipient,
    agreement,
    subject: say.forms(forms),
    title: say.title,
    blocks: [
      { is: "notice", text: say.forms(forms) },
      { is: "paragraph", text: say.intro(firstNameOf(recipient)) },
      ...section(
        say.why,
        kinds.map(({ kind, count }) => `${labelOfAside[kind][language]}: ${sayNumber(count, language)}`),
      ),
      ...section(say.shape, [
        ...(sample.networks > 0 ? [say.networks(sample.networks)] : []),
        ...(sample.texts > 0 ? [say.texts(sample.texts)] : []),
        ...sample.domains.map(({ domain, count }) => say.domain(domain, count)),
      ]),
      { is: "button", label: say.act, url: board },
    ],
  });
};
