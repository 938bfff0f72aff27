import type { Agreement } from "../../contract/agreement.ts";
import type { StoryEntry } from "../../contract/board.ts";
import type { History } from "../../domain/lead/history.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { sayPoints } from "../../domain/score/score-line.ts";

type Score = History["scores"][number];

const isFit = ({ sk }: Score): boolean => sk.endsWith("#fit");

/** The newest scores: scoring again replaces them. */
export const scoreEntries = ({ scores }: History): StoryEntry[] =>
  scores.map((score) => {
    const { at, cycle, points, lines, agreementVersion } = score;
    const [es, en] = [sayPoints(points, "es"), sayPoints(points, "en")];
    return {
      at,
      cycle,
      kind: "score",
      title: isFit(score)
        ? { es: `Encaje: ${es}`, en: `Fit: ${en}` }
        : { es: `Familiaridad: ${es}`, en: `Familiarity: ${en}` },
      details: lines.map(({ sentence }) => sentence),
      tone: "plain",
      ...(agreementVersion !== undefined && { agreementVersion }),
    };
  });

/** One of the two as it was last counted; nothing before it was scored. */
export const scoreNow = ({ scores }: History, of: "fit" | "familiarity", lead: Lead, agreement: Agreement) => {
  const score = scores.find((each) => isFit(each) === (of === "fit"));
  if (score === undefined) return { points: 0, lines: [] };
  const { at, points, lines } = score;
  return {
    points,
    lines: lines.map(({ sentence }) => sentence),
    at,
    ...(of === "fit" && isOlder(at, lead, agreement) && ({ isOlder: true } as const)),
  };
};

/** Something that a criterion asks about has changed, and no journey counts it again by itself. */
const isOlder = (at: string, { stage, facts = {} }: Lead, { terms }: Agreement): boolean =>
  stage !== "captured" &&
  stage !== "nurturing" &&
  terms.personas.some(({ criteria }) => criteria.some(({ field }) => facts[field]?.some((fact) => fact.at > at)));
