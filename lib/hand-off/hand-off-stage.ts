import { Choice, Condition, type Parallel, type State } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { JourneyFrame } from "../journey/journey-frame.ts";
import type { JourneyTask } from "../journey/journey-task.ts";
import type { TableAction } from "../table/lead-table.ts";

/** The permissions to assign a lead: the owner's place, the queue, the company, and the check of the rep's settings. */
export const givingALead = [
  "dynamodb:Query",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:ConditionCheckItem",
] as const satisfies TableAction[];

export interface HandOffStageProps {
  readonly frame: JourneyFrame;
  /** Where a lead that waited for a rep goes: it may have cooled meanwhile. */
  readonly scoreAgain: Parallel;
}

/** Gives an MQL to a rep who has room for it, with its whole story. */
export class HandOffStage extends Construct {
  readonly assign: State;
  readonly handOff: JourneyTask;

  constructor(scope: Construct, id: string, { frame, scoreAgain }: HandOffStageProps) {
    super(scope, id);
    const assign = frame.step(this, "Assign a sales owner", {
      entry: "hand-off/assign",
      does: "Gives the lead to the rep with the most room",
      writes: givingALead,
    });
    const handOff = frame.mailingStep(this, "Hand off to sales", {
      entry: "hand-off/hand-off",
      does: "Sends the rep the lead's dossier with the answer links",
    });
    assign.next(
      new Choice(this, "Does anyone have capacity?")
        .when(Condition.stringEquals("$.next", "hand-off"), handOff)
        .when(Condition.stringEquals("$.next", "wait"), frame.wait(this, "Wait for sales capacity", scoreAgain))
        .otherwise(frame.readTheLead),
    );
    this.assign = assign;
    this.handOff = handOff;
  }
}
