import type { Language } from "../../contract/stages.ts";
import { html, page } from "../page/index.ts";

const words = {
  es: {
    title: "¿Quiere dejar de recibir nuestros correos?",
    question: (company: string) => `Al confirmar, ${company} no volverá a enviar contenidos a esta dirección.`,
    button: "No recibir más correos",
    doneTitle: "Se ha dado de baja",
    done: (company: string) => `${company} ya no enviará contenidos a esta dirección.`,
    changedMind: "Si ha sido un error, basta con volver a aceptarlos en cualquiera de nuestros formularios.",
  },
  en: {
    title: "Unsubscribe from our e-mails?",
    question: (company: string) => `Once you confirm, ${company} will no longer send content to this address.`,
    button: "Unsubscribe",
    doneTitle: "You are unsubscribed",
    done: (company: string) => `${company} will no longer send content to this address.`,
    changedMind: "If this was a mistake, simply agree again in any of our forms.",
  },
} as const;

interface Asked {
  readonly language: Language;
  readonly company: string;
}

/** Asks before it unsubscribes: mail scanners open links too. */
export const unsubscribePage = ({ language, company }: Asked): string => {
  const say = words[language];
  const body = html`<p>${say.question(company)}</p><form method="post"><button>${say.button}</button></form>`;
  return page({ language, title: say.title, company, body });
};

/** The address is unsubscribed, now or before. */
export const unsubscribedPage = ({ language, company }: Asked): string => {
  const say = words[language];
  const body = html`<p>${say.done(company)}</p><p>${say.changedMind}</p>`;
  return page({ language, title: say.doneTitle, company, body });
};
