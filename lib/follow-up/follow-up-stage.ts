import { Choice, Condition, type State, type TaskStateBase } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { JourneyFrame } from "../journey/journey-frame.ts";

export interface FollowUpStageProps {
  readonly frame: JourneyFrame;
  /** What a broken promise leads to. */
  readonly escalate: TaskStateBase;
  /** How another rep gets the lead. */
  readonly reassign: TaskStateBase;
  /** Where an accepted lead waits. */
  readonly waitForOutcome: State;
  /** Where a lead goes that no one followed up in the agreed time. */
  readonly returnToMarketing: State;
}

/**
 * The timer of the sales promise. However its wait ends, the table is asked first: the answer may have come in the
 * second of the deadline.
 */
export class FollowUpStage extends Construct {
  readonly judge: State;
  readonly waitForFollowUp: State;

  constructor(
    scope: Construct,
    id: string,
    { frame, escalate, reassign, waitForOutcome, returnToMarketing }: FollowUpStageProps,
  ) {
    super(scope, id);
    const judge = frame.step(this, "Judge the SLA", {
      entry: "follow-up/judge-sla",
      does: "Asks the table how the follow-up stands: accepted, answered, reminder, breach, return to marketing",
      writes: ["dynamodb:PutItem"],
      within: ["rep"],
    });
    const remind = frame.mailingStep(this, "Remind the rep", {
      entry: "follow-up/remind",
      does: "Reminds the rep that part of the agreed time is over",
      within: ["rep"],
    });
    const wait = frame.wait(this, "Wait for the follow-up", { onSignal: judge, onTimeout: judge });
    const isOpen = new Choice(this, "Is the answer still owed?")
      .when(Condition.stringEquals("$.next", "wait"), wait)
      .when(Condition.stringEquals("$.next", "moved"), frame.whereItStands)
      .otherwise(frame.endings.unknown);
    judge.next(
      new Choice(this, "What does the SLA say?")
        .when(Condition.stringEquals("$.verdict", "wait"), wait)
        .when(Condition.stringEquals("$.verdict", "accepted"), waitForOutcome)
        .when(Condition.stringEquals("$.verdict", "remind"), remind)
        .when(Condition.stringEquals("$.verdict", "escalate"), escalate)
        .when(Condition.stringEquals("$.verdict", "reassign"), reassign)
        .when(Condition.stringEquals("$.verdict", "return-to-marketing"), returnToMarketing)
        .when(Condition.stringEquals("$.stage", "over"), frame.endings.nextCycle)
        .when(Condition.stringEquals("$.verdict", "answered"), frame.whereItStands)
        .otherwise(frame.endings.unknown),
    );
    remind.next(isOpen);
    escalate.next(isOpen);
    this.judge = judge;
    this.waitForFollowUp = wait;
  }
}
