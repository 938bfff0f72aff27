import type { AgreementTerms } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { sayDuration } from "../../domain/text/say-duration.ts";
import { entry, type Section } from "./explain-layout.ts";

const words = {
  es: {
    heading: "Cuánto tiempo guardamos los datos de una persona",
    intro:
      "Se cuenta desde el final. Después se borra a la persona; las cifras se quedan. Lo que no figura aquí se guarda.",
    won: "Ganados",
    lost: "Perdidos",
    disqualified: "Descartados",
    dormant: "Dormidos",
    neverConfirmed: "Descartados o dormidos que nunca confirmaron su dirección",
    keptAside: "Formularios que parece haber enviado una máquina",
  },
  en: {
    heading: "How long we keep a person's data",
    intro: "Counted from the end. Then the person is erased; the figures stay. What is not listed here is kept.",
    won: "Won",
    lost: "Lost",
    disqualified: "Disqualified",
    dormant: "Dormant",
    neverConfirmed: "Disqualified or dormant, without ever having confirmed their address",
    keptAside: "Forms that a machine seems to have sent",
  },
} as const;

const order = ["won", "lost", "disqualified", "dormant", "neverConfirmed", "keptAside"] as const;

export const explainRetention = ({ retention = {} }: AgreementTerms, language: Language): Section => {
  const say = words[language];
  const lines = order.flatMap((ending) => {
    const time = retention[ending];
    return time === undefined ? [] : [entry(say[ending], `${sayDuration(time, language)}.`)];
  });
  return { heading: say.heading, lines: lines.length === 0 ? [] : [say.intro, ...lines] };
};
