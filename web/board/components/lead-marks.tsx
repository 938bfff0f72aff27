import type { Card } from "../../../lambdas/contract/board.ts";
import { useLanguage } from "../language.tsx";
import { Badge } from "./badge.tsx";
import { componentWords } from "./component-words.ts";

interface GradeBadgeProps {
  readonly card: Pick<Card, "grade">;
  /** What it is called where nothing else says that it is a grade. */
  readonly label?: (grade: string) => string;
}

/** How good the lead is, as far as it is known. */
export const GradeBadge = ({ card: { grade }, label = (text) => text }: GradeBadgeProps) =>
  grade === undefined ? null : <Badge tone={grade.startsWith("A") ? "good" : "plain"}>{label(grade)}</Badge>;

/** Why somebody should look at it before others. */
export const LeadFlags = ({ card }: { readonly card: Pick<Card, "lane" | "needsAttention"> }) => {
  const { say } = useLanguage();
  return (
    <>
      {card.lane === "fast" && <Badge tone="warn">{say(componentWords.fastLane)}</Badge>}
      {card.needsAttention === true && <Badge tone="bad">{say(componentWords.needsAttention)}</Badge>}
    </>
  );
};
