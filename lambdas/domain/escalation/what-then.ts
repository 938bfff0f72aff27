import type { Agreement } from "../../contract/agreement.ts";
import { assertNever } from "../assert-never.ts";
import { ladderOf, type Rung } from "../follow-up/ladder.ts";
import type { FollowUp } from "../lead/lead.ts";
import { type Reader, sayWhen } from "../page/when.ts";

const words = {
  es: {
    told: (when: string, whom: string) => `Si nadie responde antes del ${when}, se avisará también a ${whom}.`,
    manager: "la persona responsable del equipo",
    director: "la dirección comercial",
    givenBack: (when: string) => `Si nadie responde antes del ${when}, el lead volverá a marketing.`,
  },
  en: {
    told: (when: string, whom: string) => `If nobody answers before ${when}, ${whom} will be told as well.`,
    manager: "the team's manager",
    director: "the sales director",
    givenBack: (when: string) => `If nobody answers before ${when}, the lead goes back to marketing.`,
  },
} as const;

/** What the agreement says will follow after the breach of this level (0: the reminder); nothing when the ladder ends. */
export const whatThen = (
  followUp: FollowUp,
  level: number,
  agreement: Agreement,
  reader: Reader,
): string | undefined => {
  const next = ladderOf(followUp, agreement).find((rung) => rung.level === level + 1);
  return next && sentenceOf(next, reader);
};

const sentenceOf = ({ act, at, to }: Rung, reader: Reader): string | undefined => {
  const say = words[reader.language];
  const when = sayWhen(at, reader);
  switch (act) {
    case "escalate":
      return say.told(when, to === "director" ? say.director : say.manager);
    case "give-back":
      return say.givenBack(when);
    case "remind":
      return undefined;
    default:
      return assertNever(act);
  }
};
