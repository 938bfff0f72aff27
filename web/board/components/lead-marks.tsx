import type { Card } from "../../../lambdas/contract/board.ts";
import { useLanguage } from "../language.tsx";
import { Badge } from "./badge.tsx";
import { componentWords } from "./component-words.ts";

interface GradeBadgeProps {
  readonly card: Pick<Card, "grade">;
  /** Words around the grade, where nothing else says what it is. */
  readonly label?: (grade: string) => string;
}

/** The lead's grade, once there is one. */
export const GradeBadge = ({ card: { grade }, label = (text) => text }: GradeBadgeProps) =>
  grade === undefined ? null : <Badge tone={grade.startsWith("A") ? "good" : "plain"}>{label(grade)}</Badge>;

/** Why this lead should be looked at before others. */
export const LeadFlags = ({ card }: { readonly card: Pick<Card, "lane" | "needsAttention"> }) => {
  const { say } = useLanguage();
  return (
    <>
      {card.lane === "fast" && <Badge tone="warn">{say(componentWords.fastLane)}</Badge>}
      {card.needsAttention === true && <Badge tone="bad">{say(componentWords.needsAttention)}</Badge>}
    </>
  );
};
