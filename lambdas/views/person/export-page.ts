import type { Language } from "../../contract/stages.ts";
import { html, page } from "../page/index.ts";

const words = {
  es: {
    title: "Sus datos",
    ask: "Con este botón verá todos los datos que guardamos de usted, y podrá descargarlos.",
    once: "El enlace sirve una sola vez: guarde la página o el archivo antes de cerrarla.",
    button: "Ver mis datos",
    usedTitle: "Este enlace ya se ha usado",
    used: "Por seguridad, solo sirve una vez. Si no fue usted, o necesita los datos de nuevo, escríbanos.",
    tooLargeTitle: "Son demasiados datos para una página",
    tooLarge: "No caben en una página, y no se ha mostrado nada. Escríbanos y se los haremos llegar de otra forma.",
  },
  en: {
    title: "Your data",
    ask: "This button shows you all the data that we keep about you, to read and to download.",
    once: "The link works only once: save the page or the file before you close it.",
    button: "Show my data",
    usedTitle: "This link has been used",
    used: "For your safety it works only once. If it was not you, or you need the data again, please write to us.",
    tooLargeTitle: "This is too much data for one page",
    tooLarge:
      "It does not fit on a page, and nothing was shown. Please write to us, and we will send it in another way.",
  },
} as const;

interface View {
  readonly language: Language;
  readonly company: string;
}

/** Shows nothing of the person: mail scanners open links, too. */
export const askExportPage = ({ language, company }: View): string => {
  const { title, ask, once, button } = words[language];
  const body = html`<p>${ask}</p><p>${once}</p><form method="post"><button>${button}</button></form>`;
  return page({ language, company, title, body });
};

export const usedExportPage = ({ language, company }: View): string => {
  const { usedTitle: title, used } = words[language];
  return page({ language, company, title, body: html`<p>${used}</p>` });
};

export const tooLargeExportPage = ({ language, company }: View): string => {
  const { tooLargeTitle: title, tooLarge } = words[language];
  return page({ language, company, title, body: html`<p>${tooLarge}</p>` });
};
