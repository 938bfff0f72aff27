import { Choice, Condition, type State } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { JourneyFrame } from "../journey/journey-frame.ts";

export interface OutcomeStageProps {
  readonly frame: JourneyFrame;
  /** Where a lead goes whose rep has left. */
  readonly reassign: State;
}

/** From an accepted lead to its outcome, and the return of a lead that no one followed up. */
export class OutcomeStage extends Construct {
  readonly ask: State;
  readonly waitForOutcome: State;
  /** Returns a lead to marketing, which ends the journey of this cycle. */
  readonly returnToMarketing: State;

  constructor(scope: Construct, id: string, { frame, reassign }: OutcomeStageProps) {
    super(scope, id);
    const ask = frame.mailingStep(this, "Ask what became of the lead", {
      entry: "outcome/ask",
      does: "Asks the rep what became of an accepted lead, when it is time",
      within: ["rep"],
    });
    const wait = frame.wait(this, "Wait for the outcome", { onSignal: frame.whereItStands, onTimeout: ask });
    ask.next(
      new Choice(this, "Is the outcome still open?")
        .when(Condition.stringEquals("$.next", "wait"), wait)
        .when(Condition.stringEquals("$.next", "reassign"), reassign)
        .when(Condition.stringEquals("$.next", "moved"), frame.whereItStands)
        .otherwise(frame.endings.unknown),
    );
    const returnToMarketing = frame.step(this, "Return the lead to marketing", {
      entry: "outcome/recycle",
      does: "Returns a lead that nobody followed up to marketing, in its next cycle",
      writes: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
      within: ["rep"],
    });
    returnToMarketing.next(frame.whereItStands);
    this.ask = ask;
    this.waitForOutcome = wait;
    this.returnToMarketing = returnToMarketing;
  }
}
