import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { item, type Section } from "./explain-layout.ts";
import { sayDays, sayEvery, sayShare } from "./explain-words.ts";

const words = {
  es: {
    heading: "Qué promete marketing",
    delivers: "A ventas",
    mqls: (count: number, rate: string) => `${count} MQL a la semana, de los que ventas acepta al menos el ${rate}.`,
    cadence: "Al lead que aún no está listo",
    cadenceIs: (time: string, most: number) =>
      `un correo cada ${time}, ${most} por ciclo como máximo, sin repetir contenido.`,
    sending: (days: string) => `Llegan ${days}, según la hora del país del lead`,
    quiet: (from: string, to: string) => `entre las ${from} y las ${to}`,
    holidays: "en un festivo nuestro",
    never: (times: readonly string[]) => `, nunca ${times.join(" ni ")}`,
    consent: "Permiso",
    consentIs: (purpose: string) => `solo a quien lo ha aceptado (finalidad «${purpose}»)`,
    confirmed: " y ha confirmado su dirección en un correo aparte",
    stop: "; quien se da de baja no recibe nada más.",
    silence: "Silencio",
    dormant: (time: string) =>
      `sin nada que enviar ni señales de vida en ${time}, el lead se duerme hasta que haga algo.`,
  },
  en: {
    heading: "What marketing promises",
    delivers: "To sales",
    mqls: (count: number, rate: string) => `${count} MQLs a week, of which sales accepts at least ${rate}.`,
    cadence: "To a lead that is not ready yet",
    cadenceIs: (time: string, most: number) => `one mail every ${time}, at most ${most} a cycle, never the same twice.`,
    sending: (days: string) => `They arrive ${days}, by the clocks of the lead's country`,
    quiet: (from: string, to: string) => `between ${from} and ${to}`,
    holidays: "on a holiday of ours",
    never: (times: readonly string[]) => `, never ${times.join(" or ")}`,
    consent: "Permission",
    consentIs: (purpose: string) => `only for those who agreed to it (purpose “${purpose}”)`,
    confirmed: " and confirmed their address in a separate mail",
    stop: "; a lead that unsubscribes gets nothing more.",
    silence: "Silence",
    dormant: (time: string) =>
      `with nothing left to send and no sign of life in ${time}, the lead is dormant until it does something.`,
  },
} as const;

export const explainMarketing = ({ sla, nurture, company }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const { qualifiedPerWeek, leastAcceptanceRate } = sla.marketing;
  const { consentPurpose, doubleOptIn, cadence, mostTouches, sending, dormantAfter } = nurture;
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
        item(say.consent, `${say.consentIs(consentPurpose)}${doubleOptIn ? say.confirmed : ""}${say.stop}`),
        item(say.silence, say.dormant(sayDuration(dormantAfter, language))),
      ].join(" "),
    ],
  };
};
