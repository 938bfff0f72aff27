import type { Bilingual } from "../../contract/stages.ts";
import type { Undeliverable } from "../../domain/lead/lead.ts";

/** Why no mail of ours reaches a lead, in plain words; by the enhanced status code (RFC 3463) when there is one. */
export const sayUndeliverable = ({ because, code = "" }: Pick<Undeliverable, "because" | "code">): Bilingual => {
  if (because === "complained") return { es: "Marcó un correo como no deseado", en: "Marked an e-mail as spam" };
  return byCode.find(([pattern]) => pattern.test(code))?.[1] ?? noMail;
};

const noMail = { es: "Su dirección no recibe correo", en: "Their address does not receive e-mail" };

const byCode: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /^5\.1\.2$|^5\.4\.4$/,
    { es: "El dominio de su correo no existe", en: "The domain of their address does not exist" },
  ],
  [/^5\.1\./, { es: "Su dirección de correo no existe", en: "Their address does not exist" }],
  [/^5\.2\.1$/, { es: "Su buzón está desactivado", en: "Their mailbox is disabled" }],
  [/^[45]\.2\.2$/, { es: "Su buzón sigue lleno", en: "Their mailbox stays full" }],
  [/^4\.|^5\.4\.7$/, { es: "Su servidor de correo no responde", en: "Their mail server does not respond" }],
];
