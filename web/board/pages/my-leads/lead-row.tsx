import { actionsOfRole, type Card, type LeadAction } from "../../../../lambdas/contract/board.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Deadline } from "../../components/deadline.tsx";
import { LeadLink } from "../../components/lead-link.tsx";
import { GradeBadge, isSystemStep, LeadFlags } from "../../components/lead-marks.tsx";
import { nameOf } from "../../components/name-of.ts";
import { useOwnFields } from "../../components/own-fields.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe, useStage } from "../../me.tsx";
import { myLeadsWords } from "./my-leads-words.ts";

interface LeadRowProps {
  readonly card: Card;
  readonly onAnswer: (card: Card) => void;
}

export const LeadRow = ({ card, onAnswer }: LeadRowProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { role } = useMe();
  const stage = useStage(card.stage);
  const own = useOwnFields(card);
  const actions: readonly LeadAction[] = actionsOfRole[role];
  const waits = card.stage === "assigned" || card.stage === "handed-off";
  return (
    <li className="my-leads-row">
      <div className="my-leads-who">
        <LeadLink card={card} />
        <span className="my-leads-where">
          {[card.name === undefined ? undefined : card.company, card.email, ...own].filter(Boolean).join(" · ")}
        </span>
      </div>
      <div className="my-leads-marks">
        <GradeBadge card={card} />
        {stage !== undefined && <Badge>{say(stage.label)}</Badge>}
        <LeadFlags card={card} />
        {card.amount !== undefined && <Badge>{format.money(card.amount, card.currency)}</Badge>}
      </div>
      <div className="my-leads-due">{card.dueAt !== undefined && <DueTimes card={card} dueAt={card.dueAt} />}</div>
      <div className="my-leads-do">
        {waits && actions.includes("answer") && (
          <Button
            variant="primary"
            aria-label={say(myLeadsWords.answerAbout(nameOf(card)))}
            onPress={() => onAnswer(card)}
          >
            {say(myLeadsWords.answer)}
          </Button>
        )}
      </div>
    </li>
  );
};

const DueTimes = ({ card, dueAt }: { card: Card; dueAt: string }) => {
  const format = useFormat();
  return (
    <>
      <Deadline at={dueAt} since={card.since} isStep={isSystemStep(card)} />
      <span>
        {format.shortDate(dueAt)}, {format.time(dueAt)}
      </span>
    </>
  );
};
