import { Parallel, type State } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { JourneyFrame } from "../journey/journey-frame.ts";
import type { TableAction } from "../table/lead-table.ts";

/** The put is the release before's, whose functions run for a minute beside the new roles. */
const scoring = ["dynamodb:UpdateItem", "dynamodb:PutItem"] as const satisfies TableAction[];

/** Scores persona fit and familiarity in parallel; both scores go to the gate. */
export class ScoreStage extends Construct {
  readonly scoreTheLead: Parallel;

  constructor(scope: Construct, id: string, frame: JourneyFrame) {
    super(scope, id);
    this.scoreTheLead = new Parallel(this, "Score the lead", {
      comment: "Both scorers at the same time",
      resultSelector: { "fit.$": "$[0]", "familiarity.$": "$[1]" },
      resultPath: "$.scores",
    });
    this.scoreTheLead.branch(
      frame.branch(this, "Score persona fit", {
        entry: "score/score-fit",
        does: "Scores how well the lead matches the buyer persona",
        writes: [...scoring],
      }),
      frame.branch(this, "Score familiarity", {
        entry: "score/score-familiarity",
        does: "Scores how well the lead knows the brand",
        writes: ["dynamodb:Query", ...scoring],
      }),
    );
    frame.guarded(this.scoreTheLead);
  }

  leadsTo(gate: State): void {
    this.scoreTheLead.next(gate);
  }
}
