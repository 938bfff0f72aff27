import { useState } from "react";
import {
  type ActionDone,
  type AttentionView,
  actionsOfRole,
  type LeadAction,
} from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { anyId } from "../../address/read-address.ts";
import { useDialog } from "../../address/use-address.ts";
import { Button } from "../../components/button.tsx";
import { Confirmation } from "../../components/confirmation.tsx";
import { LeadLink } from "../../components/lead-link.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { DecideDialog } from "../lead/decide-dialog.tsx";
import { AttentionItem, AttentionSection } from "./attention-section.tsx";
import { attentionWords } from "./attention-words.ts";
import { CardFacts } from "./lead-sections.tsx";

interface UnansweredProps extends Pick<AttentionView, "unanswered"> {
  /** There are more than are shown. */
  readonly more: boolean;
}

/** Leads whom nobody in sales answered, until somebody decides: here, if this user may. */
export const Unanswered = ({ unanswered, more }: UnansweredProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { role } = useMe();
  const mayDecide = actionsOfRole[role].some((action: LeadAction) => action === "decide");
  const dialog = useDialog("decide", anyId);
  const [said, setSaid] = useState<Bilingual>();
  return (
    <>
      <AttentionSection
        title={attentionWords.unanswered}
        count={unanswered.length}
        isMore={more}
        none={attentionWords.unansweredNone}
      >
        {unanswered.map(({ card, since, owners, remedy }) => (
          <AttentionItem
            key={card.leadId}
            title={<LeadLink card={card} />}
            facts={
              <>
                <CardFacts card={card} />
                <span>{owners.join(" → ")}</span>
                <time dateTime={since}>
                  {say(attentionWords.unansweredSince)} {format.dateTime(since)}
                </time>
              </>
            }
            remedy={remedy}
          >
            {mayDecide && <Button onPress={() => dialog.open(card.leadId)}>{say(attentionWords.decide)}</Button>}
          </AttentionItem>
        ))}
        {more && <li className="attention-soft">{say(attentionWords.moreUnanswered)}</li>}
      </AttentionSection>
      <Confirmation said={said} />
      {mayDecide && dialog.value !== undefined && (
        <Deciding
          key={dialog.value}
          leadId={dialog.value}
          onClose={dialog.close}
          onDone={({ said: what }) => {
            dialog.close();
            setSaid(what);
          }}
        />
      )}
    </>
  );
};

interface DecidingProps {
  readonly leadId: string;
  readonly onClose: () => void;
  readonly onDone: (done: ActionDone) => void;
}

/** By the lead's story as it is when the dialog opens; it stays open when somebody else decides meanwhile. */
const Deciding = ({ leadId, onClose, onDone }: DecidingProps) => {
  const { data, problem, refetch } = useBoard(reading("leads/{leadId}", { leadId }));
  if (data === undefined) return problem === undefined ? null : <ProblemNote problem={problem} />;
  return <DecideDialog story={data} onClose={onClose} onDone={onDone} onStale={refetch} />;
};
