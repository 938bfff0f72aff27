import type { Mail } from "../../contract/mail.ts";
import type { Language } from "../../contract/stages.ts";
import { composeMail } from "../mail/compose-mail.ts";

const words = {
  es: {
    subject: "Elige una contraseña nueva para el tablero",
    intro: (user: string, company: string) =>
      `Alguien, seguramente tú, ha pedido una contraseña nueva para el usuario ${user} del tablero de ${company}. El enlace vale una sola vez, durante 30 minutos.`,
    button: "Elegir contraseña",
    after: "Al cambiarla se cierran todas tus sesiones. Si tienes un segundo factor, sigue siendo el mismo.",
    notYou: "Si no has sido tú, no hagas nada: tu contraseña sigue valiendo.",
    harmless: "El enlace solo abre una página: nada cambia hasta que elijas la contraseña en ella.",
  },
  en: {
    subject: "Choose a new password for the board",
    intro: (user: string, company: string) =>
      `Somebody, most likely you, has asked for a new password for the user ${user} of the board at ${company}. The link works once, for 30 minutes.`,
    button: "Choose a password",
    after: "Changing it ends all your sessions. If you have a second factor, it stays the same.",
    notYou: "If it was not you, there is nothing to do: your password is still valid.",
    harmless: "The link only opens a page: nothing changes until you choose the password there.",
  },
} as const;

export interface NewPasswordLink {
  readonly user: string;
  readonly email: string;
  readonly language: Language;
  readonly company: string;
  readonly link: string;
}

/** To who has forgotten the password of the board. */
export const newPasswordMail = ({ user, email, language, company, link }: NewPasswordLink): Mail => {
  const say = words[language];
  return {
    ...composeMail({
      to: { name: user, email },
      language,
      company,
      subject: say.subject,
      title: say.subject,
      blocks: [
        { is: "paragraph", text: say.intro(user, company) },
        { is: "button", label: say.button, url: link },
        { is: "paragraph", text: say.after },
        { is: "paragraph", text: say.notYou },
      ],
      footer: [{ is: "paragraph", text: say.harmless }],
    }),
    // A colleague's, should it come back.
    tags: { purpose: "new-password" },
  };
};
