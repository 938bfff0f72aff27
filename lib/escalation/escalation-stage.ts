import { Construct } from "constructs";
import type { JourneyFrame } from "../journey/journey-frame.ts";
import type { JourneyTask } from "../journey/journey-task.ts";

/** The promise is broken: the rep and whoever the agreement names for this level are told. */
export class EscalationStage extends Construct {
  readonly escalate: JourneyTask;

  constructor(scope: Construct, id: string, frame: JourneyFrame) {
    super(scope, id);
    this.escalate = frame.mailingStep(this, "Escalate the breach", {
      entry: "escalation/escalate",
      does: "Tells the rep and the next level that the agreed time is broken",
    });
  }
}
