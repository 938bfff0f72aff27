import { Choice, Condition, type Parallel, type State } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { JourneyFrame } from "../journey/journey-frame.ts";
import type { OpenPartition, TableAction } from "../table/lead-table.ts";

/** The permissions to assign a lead: the owner's place, the queue, the company, and the check of the rep's settings. */
export const givingALead = [
  "dynamodb:Query",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:ConditionCheckItem",
] as const satisfies TableAction[];

/** What is read and changed when a lead is assigned. */
export const givenALead = ["rep", "company"] as const satisfies OpenPartition[];

export interface HandOffStageProps {
  readonly frame: JourneyFrame;
  /** Where the answer is waited for. */
  readonly waitForFollowUp: State;
  /** Where a lead that waited for a rep goes: it may have cooled meanwhile. */
  readonly scoreAgain: Parallel;
}

/** Gives an MQL to a rep who has room for it, with its whole story. */
export class HandOffStage extends Construct {
  readonly handOff: State;

  constructor(scope: Construct, id: string, { frame, waitForFollowUp, scoreAgain }: HandOffStageProps) {
    super(scope, id);
    const handOff = frame.mailingStep(this, "Hand off to sales", {
      entry: "hand-off/hand-off",
      does: "Gives the lead to the rep with the most room, if nobody has it, and sends them its dossier with the answer links",
      // A lead that gets a rep leaves the queue.
      writes: [...givingALead, "dynamodb:DeleteItem"],
      within: [...givenALead, "waiting"],
    });
    const waitForCapacity = frame.wait(this, "Wait for sales capacity", {
      onSignal: scoreAgain,
      onTimeout: scoreAgain,
    });
    handOff.next(
      new Choice(this, "Does anyone have capacity?")
        .when(Condition.stringEquals("$.next", "wait"), waitForFollowUp)
        .when(Condition.stringEquals("$.next", "no-capacity"), waitForCapacity)
        .when(Condition.stringEquals("$.next", "moved"), frame.whereItStands)
        .otherwise(frame.endings.unknown),
    );
    frame.keepRetired(this, {
      entry: "hand-off/assign",
      does: "Gives the lead to the rep with the most room, for executions that began before the hand-off did so",
      writes: [...givingALead, "dynamodb:DeleteItem"],
      within: [...givenALead, "waiting"],
    });
    this.handOff = handOff;
  }
}
