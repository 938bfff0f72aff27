import type { AgreementTerms, ToldTexts, ToldVerdict } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { quoted, sayList } from "../../domain/text/say-names.ts";
import { entry, type Section } from "./explain-layout.ts";

interface Words {
  readonly heading: string;
  readonly who: string;
  readonly verdicts: Readonly<Record<ToldVerdict, string>>;
  readonly nobody: string;
  readonly usual: string;
  readonly sends: (event: string) => string;
  readonly texts: Readonly<Record<keyof ToldTexts, string>>;
}

const words: Record<Language, Words> = {
  es: {
    heading: "Qué se responde a quien envía un formulario",
    who: "A quién se responde, en un solo correo",
    verdicts: {
      qualified: "a quien pasa a ventas",
      "not-yet": "a quien todavía no está listo",
      disqualified: "a quien se descarta",
    },
    nobody: "a nadie",
    usual: "Lo que no figura aquí se dice con las palabras habituales",
    sends: (event) => `Qué se envía siempre con ${event}`,
    texts: {
      call: "Si se le va a llamar",
      write: "Si se le va a escribir, porque no hay teléfono",
      waits: "Si nadie del equipo tiene hueco todavía",
      passedOn: "Si ya le atiende alguien del equipo",
      notYet: "Si de momento no se le llama",
      notForUs: "Si se le descarta",
    },
  },
  en: {
    heading: "What the sender of a form is told",
    who: "Who is told, in a single e-mail",
    verdicts: {
      qualified: "those who go to sales",
      "not-yet": "those who are not ready yet",
      disqualified: "those who are disqualified",
    },
    nobody: "nobody",
    usual: "What is not here is said in the usual words",
    sends: (event) => `What is always sent with ${event}`,
    texts: {
      call: "If we will call",
      write: "If we will write, because there is no telephone",
      waits: "If nobody on the team has room yet",
      passedOn: "If a colleague looks after them already",
      notYet: "If nobody calls for now",
      notForUs: "If they are disqualified",
    },
  },
};

const texts = [
  "call",
  "write",
  "waits",
  "passedOn",
  "notYet",
  "notForUs",
] as const satisfies readonly (keyof ToldTexts)[];

/** Who gets the mail after the gate's verdict, and in which words. */
export const explainAcknowledgement = (terms: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const { after = [], texts: agreed = {} } = terms.acknowledgement ?? {};
  const who = sayList(
    after.map((verdict) => say.verdicts[verdict]),
    language,
  );
  return {
    heading: say.heading,
    lines: [
      entry(say.who, `${after.length === 0 ? say.nobody : `${who}. ${say.usual}`}.`),
      ...texts.flatMap((key) => {
        const text = agreed[key];
        return text === undefined ? [] : [entry(say.texts[key], text[language])];
      }),
      ...sent(terms, language),
    ],
  };
};

const sent = ({ familiarity, nurture }: AgreementTerms, language: Language): string[] =>
  familiarity.flatMap(({ label, sends }) => {
    if (sends === undefined) return [];
    const title = nurture.content.find(({ id }) => id === sends)?.title[language] ?? sends;
    return [entry(words[language].sends(quoted(label[language], language)), `${quoted(title, language)}.`)];
  });
