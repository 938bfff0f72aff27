import { useState } from "react";
import type { ActionDone, LeadAction, LeadStory } from "../../../../lambdas/contract/board.ts";
import { type Bilingual, workedStages } from "../../../../lambdas/contract/stages.ts";
import { assertNever } from "../../../../lambdas/domain/assert-never.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { oneOf } from "../../address/read-address.ts";
import { useDialog } from "../../address/use-address.ts";
import { AnswerDialog } from "../../components/answer-dialog.tsx";
import { Button } from "../../components/button.tsx";
import { useLanguage } from "../../language.tsx";
import type { ActionProps } from "./action-props.ts";
import { DecideDialog } from "./decide-dialog.tsx";
import { newDealWords, recycleWords, reopenWords, unsubscribeWords } from "./dialog-words.ts";
import { EditDialog } from "./edit-dialog.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { actionNames, leadWords } from "./lead-words.ts";
import { OutcomeDialog } from "./outcome-dialog.tsx";
import { outcomeWords } from "./outcome-words.ts";
import { OverrideDialog } from "./override-dialog.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { ReassignDialog } from "./reassign-dialog.tsx";

/** What moves the lead forward comes first, what cannot be undone last. Claims have buttons of their own, beside each. */
const order = [
  "decide",
  "answer",
  "outcome",
  "reassign",
  "new-deal",
  "recycle",
  "override",
  "edit",
  "unsubscribe",
  "export",
  "erase",
] as const satisfies readonly LeadAction[];
type Offered = (typeof order)[number];

interface LeadActionsProps {
  readonly story: LeadStory;
  readonly onDone: (action: LeadAction, done: ActionDone) => void;
  readonly onStale: () => Promise<unknown>;
}

/** The actions that this user may take on the lead, each with a dialog that explains it first. */
export const LeadActions = ({ story, onDone, onStale }: LeadActionsProps) => {
  const { say } = useLanguage();
  const dialog = useDialog("do", oneOf(order));
  const allowed = order.filter((action) => story.actions.includes(action));
  // One that was opened here stays while others move the lead on: it says so itself.
  const [begun, setBegun] = useState(allowed.find((action) => action === dialog.value));
  const open = [...allowed, begun].includes(dialog.value) ? dialog.value : undefined;
  const ignored = <IgnoredNote of={[(dialog.isIgnored || dialog.value !== open) && leadWords.action]} />;
  if (allowed.length === 0 && open === undefined) return ignored;
  const begin = (action: Offered): void => {
    setBegun(action);
    dialog.open(action);
  };
  return (
    <>
      {ignored}
      <section className="lead-actions" aria-label={say(leadWords.actions)}>
        {allowed.map((action, at) => (
          <Button key={action} variant={variantOf(action, at)} onPress={() => begin(action)}>
            {say(nameOf(action, story))}
          </Button>
        ))}
        {open !== undefined && (
          <DialogOfAction
            action={open}
            story={story}
            onClose={dialog.close}
            onStale={onStale}
            onDone={(done) => {
              dialog.close();
              onDone(open, done);
            }}
          />
        )}
      </section>
    </>
  );
};

const isWorked = ({ card }: LeadStory): boolean => workedStages.some((stage) => stage === card.stage);

const nameOf = (action: Offered, story: LeadStory): Bilingual => {
  const isOver = story.card.stage === "won" || story.card.stage === "lost";
  if (action === "outcome" && isOver) return outcomeWords.correctTitle;
  return action === "recycle" && !isWorked(story) ? reopenWords.title : actionNames[action];
};

const variantOf = (action: Offered, at: number) => {
  if (action === "erase") return "danger";
  return at === 0 && ["decide", "answer", "outcome"].includes(action) ? "primary" : "quiet";
};

const DialogOfAction = ({ action, ...props }: ActionProps & { action: Offered }) => {
  switch (action) {
    case "answer":
      return <AnswerAction {...props} />;
    case "outcome":
      return <OutcomeDialog {...props} />;
    case "decide":
      return <DecideDialog {...props} />;
    case "override":
      return <OverrideDialog {...props} />;
    case "reassign":
      return <ReassignDialog {...props} />;
    case "recycle":
      return <ReasonDialog {...props} action={action} words={isWorked(props.story) ? recycleWords : reopenWords} />;
    case "new-deal":
      return <ReasonDialog {...props} action={action} words={newDealWords} />;
    case "edit":
      return <EditDialog {...props} />;
    case "unsubscribe":
      return <ReasonDialog {...props} action={action} words={unsubscribeWords} />;
    case "export":
      return <ExportDialog {...props} />;
    case "erase":
      return <EraseDialog {...props} />;
    default:
      return assertNever(action);
  }
};

/** Answers for the version of the story that was on the screen; after a refusal, for the newest one. */
const AnswerAction = ({ story, onClose, onDone, onStale }: ActionProps) => {
  const [seen] = useState(story.version);
  const [hasMovedOn, setMovedOn] = useState(false);
  return (
    <AnswerDialog
      card={story.card}
      version={hasMovedOn ? story.version : seen}
      colleagues={story.colleagues}
      onDone={(done) => (done === undefined ? onClose() : onDone(done))}
      onStale={async () => {
        await onStale();
        setMovedOn(true);
      }}
    />
  );
};
