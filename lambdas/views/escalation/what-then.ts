import type { Agreement } from "../../contract/agreement.ts";
import { assertNever } from "../../domain/assert-never.ts";
import { ladderOf, type Rung, rungAfter } from "../../domain/follow-up/ladder.ts";
import type { FollowUp } from "../../domain/lead/lead.ts";
import type { Owner } from "../../domain/team/owner.ts";
import { type Reader, sayWhen } from "../../domain/text/when.ts";

const words = {
  es: {
    notified: (when: string, whom: string) => `Si nadie responde antes del ${when}, se avisará también a ${whom}.`,
    manager: "la persona responsable del equipo",
    director: "la dirección comercial",
    passedOn: (when: string) => `Si nadie responde antes del ${when}, el lead pasará a otra persona.`,
    returned: (when: string) => `Si nadie responde antes del ${when}, el lead volverá a marketing.`,
  },
  en: {
    notified: (when: string, whom: string) => `If nobody answers before ${when}, ${whom} will be notified too.`,
    manager: "the team's manager",
    director: "the sales director",
    passedOn: (when: string) => `If nobody answers before ${when}, the lead will go to somebody else.`,
    returned: (when: string) => `If nobody answers before ${when}, the lead will return to marketing.`,
  },
} as const;

/** What follows by the agreement after this level (0: the reminder); nothing when the ladder ends. */
export const whatThen = (
  followUp: FollowUp,
  owner: Owner,
  level: number,
  agreement: Agreement,
  reader: Reader,
): string | undefined => {
  const next = rungAfter(ladderOf(followUp, owner, agreement), level);
  return next && sentenceOf(next, reader);
};

const sentenceOf = ({ act, at, to }: Rung, reader: Reader): string | undefined => {
  const say = words[reader.language];
  const when = sayWhen(at, reader);
  switch (act) {
    case "escalate":
      return say.notified(when, to === "director" ? say.director : say.manager);
    case "reassign":
      return say.passedOn(when);
    case "return-to-marketing":
      return say.returned(when);
    case "remind":
      return undefined;
    default:
      return assertNever(act);
  }
};
