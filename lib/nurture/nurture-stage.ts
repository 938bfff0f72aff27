import { Choice, Condition, type State } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { JourneyFrame } from "../journey/journey-frame.ts";

/**
 * Sends content at the agreed cadence until the lead is ready, or is parked after long silence. An engagement
 * ends the wait, and the lead is scored again; time alone makes no MQL, so the next step is sent without scoring
 * (docs/adr/0018).
 */
export class NurtureStage extends Construct {
  readonly sendNextStep: State;

  constructor(scope: Construct, id: string, frame: JourneyFrame) {
    super(scope, id);
    const send = frame.mailingStep(this, "Send the next nurture step", {
      entry: "nurture/send-step",
      does: "Sends the next piece of the nurture programme when it is due",
    });
    send.next(
      new Choice(this, "Is anything left to send?")
        .when(Condition.stringEquals("$.next", "wait"), frame.wait(this, "Wait for engagement", send))
        .when(Condition.stringEquals("$.next", "park"), this.park(frame))
        .otherwise(frame.readTheLead),
    );
    this.sendNextStep = send;
  }

  private park(frame: JourneyFrame): State {
    const park = frame.step(this, "Park the lead as dormant", {
      entry: "nurture/park",
      does: "Ends the cycle of a lead that stays silent",
      writes: ["dynamodb:PutItem", "dynamodb:ConditionCheckItem"],
    });
    park.next(
      new Choice(this, "Did the lead stay silent?")
        .when(Condition.booleanEquals("$.parked", true), frame.endings.dormant)
        .otherwise(frame.readTheLead),
    );
    return park;
  }
}
