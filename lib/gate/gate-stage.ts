import { Choice, Condition, type State } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { JourneyFrame } from "../journey/journey-frame.ts";

export interface GateStageProps {
  readonly frame: JourneyFrame;
  /** Where an MQL goes. */
  readonly qualified: State;
  /** Where a lead goes that is not ready. */
  readonly notYet: State;
  /** Where it waits when there is nothing to send it now. */
  readonly rest: State;
}

/** The one definition of an MQL, signed by both departments. */
export class GateStage extends Construct {
  readonly decide: State;

  constructor(scope: Construct, id: string, { frame, qualified, notYet, rest }: GateStageProps) {
    super(scope, id);
    const decide = frame.step(this, "Decide at the MQL gate", {
      entry: "gate/decide",
      does: "Decides by the agreement, or as marketing did by hand, whether the lead is an MQL, with reasons",
      writes: ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
      within: ["waiting", "limit"],
    });
    decide.next(
      new Choice(this, "Is the lead qualified?")
        .when(Condition.stringEquals("$.verdict", "qualified"), qualified)
        .when(Condition.and(Condition.stringEquals("$.verdict", "not-yet"), Condition.isPresent("$.wait")), rest)
        .when(Condition.stringEquals("$.verdict", "not-yet"), notYet)
        .when(Condition.stringEquals("$.verdict", "disqualified"), frame.endings.disqualified)
        .when(Condition.stringEquals("$.verdict", "moved"), frame.whereItStands)
        .otherwise(frame.endings.unknown),
    );
    this.decide = decide;
  }
}
