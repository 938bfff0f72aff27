import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { plural } from "../../domain/text/plural.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { item, type Section } from "./explain-layout.ts";
import { sayDays, sayEvery, sayShare } from "./explain-words.ts";

const words = {
  es: {
    heading: "Qué promete marketing",
    delivers: "A ventas",
    mqls: (count: number, rate: string) => `${count} MQL por semana, de los que ventas acepta al menos el ${rate}.`,
    cadence: "A los leads que todavía no están listos",
    cadenceIs: (time: string, most: number) =>
      `un correo cada ${time}, ${most} por ciclo como máximo, sin repetir contenido.`,
    sending: (days: string) => `Llegan ${days}, en la hora local del lead`,
    quiet: (from: string, to: string) => `entre las ${from} y las ${to}`,
    holidays: "en un festivo de la empresa",
    never: (times: readonly string[]) => `, nunca ${times.join(" ni ")}`,
    consent: "Consentimiento",
    consentIs: "solo a quien los acepta",
    confirmed: " y ha confirmado su dirección en un correo aparte",
    stop: "; quien se da de baja no recibe nada más.",
    silence: "Silencio",
    dormant: (time: string) =>
      `sin nada que enviar ni actividad en ${time}, el lead queda dormido hasta que haga algo.`,
  },
  en: {
    heading: "What marketing promises",
    delivers: "To sales",
    mqls: (count: number, rate: string) =>
      `${plural(count, "en", { one: "1 MQL", other: `${count} MQLs` })} per week, of which sales accepts at least ${rate}.`,
    cadence: "To leads who are not ready yet",
    cadenceIs: (time: string, most: number) =>
      `one e-mail every ${time}, at most ${most} per cycle, never the same content twice.`,
    sending: (days: string) => `They arrive ${days}, in the lead's local time`,
    quiet: (from: string, to: string) => `between ${from} and ${to}`,
    holidays: "on a company holiday",
    never: (times: readonly string[]) => `, never ${times.join(" or ")}`,
    consent: "Consent",
    consentIs: "only to leads who agreed to these e-mails",
    confirmed: " and have confirmed their address in a separate e-mail",
    stop: "; those who unsubscribe get nothing more.",
    silence: "Silence",
    dormant: (time: string) =>
      `with nothing left to send and no activity for ${time}, the lead becomes dormant until they act.`,
  },
} as const;

export const explainMarketing = ({ sla, nurture, company }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const { qualifiedPerWeek, leastAcceptanceRate } = sla.marketing;
  const { doubleOptIn, cadence, mostTouches, sending, dormantAfter } = nurture;
  const never = [
    ...(sending.quietHours === undefined ? [] : [say.quiet(sending.quietHours.from, sending.quietHours.to)]),
    ...(company.holidays === null ? [] : [say.holidays]),
  ];
  const days = `${say.sending(sayDays(sending.days, language))}${never.length === 0 ? "" : say.never(never)}`;
  return {
    heading: say.heading,
    lines: [
      [
        item(say.delivers, say.mqls(qualifiedPerWeek, sayShare(leastAcceptanceRate, language))),
        item(say.cadence, `${say.cadenceIs(sayEvery(cadence, language), mostTouches)} ${days}.`),
        item(say.consent, `${say.consentIs}${doubleOptIn ? say.confirmed : ""}${say.stop}`),
        item(say.silence, say.dormant(sayDuration(dormantAfter, language))),
      ].join(" "),
    ],
  };
};
