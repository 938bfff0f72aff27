import type { Card } from "../../../lambdas/contract/board.ts";
import { Badge } from "../components/badge.tsx";
import { useLanguage } from "../language.tsx";
import { useStage } from "../me.tsx";

export const SearchHit = ({ card }: { card: Card }) => {
  const { say } = useLanguage();
  const stage = useStage(card.stage);
  const names = [card.name, card.company].filter(Boolean);
  return (
    <>
      <span className="search-box-names">
        <span>{names.join(" · ") || card.email}</span>
        {names.length > 0 && <small>{card.email}</small>}
      </span>
      {stage !== undefined && <Badge>{say(stage.label)}</Badge>}
    </>
  );
};
