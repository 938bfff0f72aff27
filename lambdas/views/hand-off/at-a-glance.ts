import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import type { EngagementList, ListedEngagement } from "../../domain/hand-off/engagement-list.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { sayGrade } from "../../domain/score/grade.ts";
import type { Owner } from "../../domain/team/owner.ts";
import { type Reader, readerFor, sayBriefly } from "../../domain/text/when.ts";
import type { Block } from "../mail/block.ts";
import type { FactLine } from "../page/facts.ts";
import { labelOf } from "./engagement-lines.ts";

interface Glance {
  readonly lead: Pick<Lead, "scores" | "lane" | "override">;
  readonly rep: Pick<Owner, "language" | "timeZone">;
  readonly agreement: Agreement;
  readonly engagements: EngagementList;
}

const words = {
  es: {
    hot: (what: string) => `Vía rápida: ha pedido algo que no debe esperar${what}.`,
    glance: "De un vistazo",
    persona: "Cliente ideal",
    grade: "Calificación",
    decidedBy: "Decidido a mano",
    by: (who: string, when: string) => `${who} (marketing), ${when}`,
    byColleague: (who: string, when: string) => `${who}, ${when}`,
    reason: "Motivo",
  },
  en: {
    hot: (what: string) => `Fast lane: they asked for something that must not wait${what}.`,
    glance: "At a glance",
    persona: "Buyer persona",
    grade: "Grade",
    decidedBy: "Decided by hand",
    by: (who: string, when: string) => `${who} (marketing), ${when}`,
    byColleague: (who: string, when: string) => `${who}, ${when}`,
    reason: "Reason",
  },
} as const satisfies Record<Language, unknown>;

/** That the lead came by the fast lane, and why; nothing for other leads. */
export const hotNotice = ({ lead, rep, agreement, engagements }: Glance): Block[] => {
  if (lead.lane !== "fast") return [];
  const kinds = new Set(agreement.terms.gate.fastLane.map(({ kind }) => kind));
  const asked = engagements.known.findLast(({ kind }) => kinds.has(kind));
  const what = asked === undefined ? "" : ` (${sayAsked(asked, readerFor(rep, agreement), agreement)})`;
  return [{ is: "notice", text: words[rep.language].hot(what) }];
};

const sayAsked = ({ kind, at }: ListedEngagement, reader: Reader, agreement: Agreement): string =>
  `${labelOf(kind, reader, agreement)}, ${sayBriefly(at, reader)}`;

/** Its persona, its grade and, after an override, who decided and why. */
export const atAGlance = (glance: Glance): Block[] => {
  const facts = [...judgedFacts(glance), ...overrideFacts(glance)];
  return facts.length === 0
    ? []
    : [
        { is: "heading", text: words[glance.rep.language].glance },
        { is: "facts", facts },
      ];
};

const judgedFacts = ({ lead: { scores }, rep: { language }, agreement }: Glance): FactLine[] => {
  const say = words[language];
  const persona = agreement.terms.personas.find(({ id }) => id === scores?.persona);
  return [
    ...(persona === undefined ? [] : [{ label: say.persona, value: persona.name[language] }]),
    ...(scores?.grade === undefined ? [] : [{ label: say.grade, value: sayGrade(scores.grade)[language] }]),
  ];
};

const overrideFacts = ({ lead: { override }, rep, agreement }: Glance): FactLine[] => {
  if (override === undefined) return [];
  const say = words[rep.language];
  return [
    {
      label: say.decidedBy,
      value: (override.to === undefined ? say.by : say.byColleague)(
        override.by,
        sayBriefly(override.at, readerFor(rep, agreement)),
      ),
    },
    { label: say.reason, value: override.reason },
  ];
};
