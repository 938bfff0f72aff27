import { type MeetingDecision, type MeetingPack, mayRecordDecisions } from "../../../../lambdas/contract/board.ts";
import { ExportMenu } from "../../components/export-menu.tsx";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { DecisionItem } from "./decision-item.tsx";
import { meetingWords as words } from "./meeting-words.ts";
import { NoteDecision } from "./note-decision.tsx";
import { Part } from "./part.tsx";

interface Props {
  readonly pack: Pick<MeetingPack, "week" | "decisions">;
  /** Only the newest meeting takes new decisions. */
  readonly isNewest: boolean;
}

/** Whether earlier decisions were carried out, and the decisions of this meeting. */
export const Decisions = ({ pack: { week, decisions }, isNewest }: Props) => {
  const { say } = useLanguage();
  const mayNote = mayRecordDecisions(useMe().role);
  const { before, now } = byMeeting(decisions, week);
  return (
    <>
      <Part
        title={say(words.lastDecisions)}
        count={before.length}
        actions={decisions.length > 0 && <ExportMenu name={`decisions-${week}`} list="decisions" query={{ week }} />}
      >
        {before.length === 0 && <p className="meeting-none">{say(words.noDecisions)}</p>}
        <ul className="meeting-decisions">
          {before.map((decision) => (
            <DecisionItem key={decision.decisionId} decision={decision} maySay={mayNote} mayReword={mayNote} />
          ))}
        </ul>
      </Part>
      <Part title={say(isNewest ? words.decisionsNow : words.decisionsThen)} count={now.length}>
        {now.length === 0 && <p className="meeting-none">{say(words.noneNow)}</p>}
        <ul className="meeting-decisions">
          {now.map((decision) => (
            <DecisionItem
              key={decision.decisionId}
              decision={decision}
              maySay={mayNote && !isNewest}
              mayReword={mayNote}
            />
          ))}
        </ul>
        {mayNote && isNewest && <NoteDecision week={week} />}
      </Part>
    </>
  );
};

/** The decisions of this week's meeting, and the earlier ones; of these, the ones not yet reviewed come first. */
export const byMeeting = (decisions: readonly MeetingDecision[], week: string) => ({
  now: decisions.filter((decision) => decision.week === week),
  before: decisions
    .filter((decision) => decision.week < week)
    .sort((one, other) => Number(one.held !== undefined) - Number(other.held !== undefined)),
});
