import type { StoryEntry } from "../../contract/board.ts";
import type { History } from "../../domain/lead/history.ts";
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

/** Points and sentences of one of the two; nothing before it was scored. */
export const scoreNow = ({ scores }: History, of: "fit" | "familiarity") => {
  const score = scores.find((each) => isFit(each) === (of === "fit"));
  return { points: score?.points ?? 0, lines: score?.lines.map(({ sentence }) => sentence) ?? [] };
};
