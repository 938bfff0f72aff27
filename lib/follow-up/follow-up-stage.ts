import { Choice, Condition, type State, type TaskStateBase } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { JourneyFrame } from "../journey/journey-frame.ts";

export interface FollowUpStageProps {
  readonly frame: JourneyFrame;
  /** What a broken promise leads to. */
  readonly escalate: TaskStateBase;
  /** How another rep gets the lead; it stays where it is when no one can take it. */
  readonly reassign: TaskStateBase;
  /** The mail to the rep who has it now. */
  readonly handOff: State;
  /** Where a lead goes that no one followed up in the agreed time. */
  readonly returnToMarketing: State;
}

/** The timer of the sales promise. When it ends, the table is asked first: the answer may have come in that second. */
export class FollowUpStage extends Construct {
  /** The answer is still owed: wait for it. */
  readonly isOpen: Choice;
  readonly judge: State;

  constructor(
    scope: Construct,
    id: string,
    { frame, escalate, reassign, handOff, returnToMarketing }: FollowUpStageProps,
  ) {
    super(scope, id);
    const judge = frame.step(this, "Judge the SLA", {
      entry: "follow-up/judge-sla",
      does: "Asks the table what the follow-up timer means: answered, reminder, breach, return to marketing",
      writes: ["dynamodb:PutItem"],
    });
    const remind = frame.mailingStep(this, "Remind the rep", {
      entry: "follow-up/remind",
      does: "Reminds the rep that part of the agreed time is over",
    });
    const wait = frame.wait(this, "Wait for the follow-up", judge);
    this.isOpen = new Choice(this, "Is the answer still owed?")
      .when(Condition.stringEquals("$.next", "wait"), wait)
      .otherwise(frame.readTheLead);
    judge.next(
      new Choice(this, "What does the SLA say?")
        .when(Condition.stringEquals("$.verdict", "wait"), wait)
        .when(Condition.stringEquals("$.verdict", "remind"), remind)
        .when(Condition.stringEquals("$.verdict", "escalate"), escalate)
        .when(Condition.stringEquals("$.verdict", "reassign"), reassign)
        .when(Condition.stringEquals("$.verdict", "return-to-marketing"), returnToMarketing)
        .otherwise(frame.readTheLead),
    );
    remind.next(this.isOpen);
    escalate.next(this.isOpen);
    reassign.next(
      new Choice(this, "Has somebody else taken it?")
        .when(Condition.stringEquals("$.next", "hand-off"), handOff)
        .otherwise(frame.readTheLead),
    );
    this.judge = judge;
  }
}
