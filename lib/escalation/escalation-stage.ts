import { Choice, Condition, type State } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { givenALead, givingALead } from "../hand-off/hand-off-stage.ts";
import type { JourneyFrame } from "../journey/journey-frame.ts";
import type { JourneyTask } from "../journey/journey-task.ts";

/** The deadline is broken: notifies the rep and the colleague named for this level; then the lead is reassigned. */
export class EscalationStage extends Construct {
  readonly escalate: JourneyTask;
  /** The lead goes to the next rep: after a breach, or because its owner is away or has left. */
  readonly reassign: JourneyTask;

  constructor(scope: Construct, id: string, frame: JourneyFrame) {
    super(scope, id);
    this.escalate = frame.mailingStep(this, "Escalate the breach", {
      entry: "escalation/escalate",
      does: "Tells the rep and the next level that the agreed time is broken",
      within: ["rep"],
    });
    this.reassign = frame.step(this, "Reassign the lead", {
      entry: "escalation/reassign",
      does: "Gives the lead to the next rep, with a fresh and shorter clock",
      writes: givingALead,
      within: givenALead,
    });
  }

  /** The mail to the rep who has it now; while no one else can take it, it stays where it is. */
  leadsTo(handOff: State, { whereItStands, endings }: JourneyFrame): void {
    this.reassign.next(
      new Choice(this, "Has somebody else taken it?")
        .when(Condition.stringEquals("$.next", "hand-off"), handOff)
        .when(Condition.stringEquals("$.next", "wait"), whereItStands)
        .when(Condition.stringEquals("$.next", "moved"), whereItStands)
        .otherwise(endings.unknown),
    );
  }
}
