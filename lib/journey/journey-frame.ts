import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { Parallel, TaskStateBase } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { errorNames } from "../../lambdas/contract/journey.ts";
import { Endings } from "./endings.ts";
import { JourneyTask } from "./journey-task.ts";
import { JourneyWait } from "./journey-wait.ts";

export interface JourneyFrameProps {
  readonly table: ITable;
  /** The base address of links in mails. */
  readonly publicUrl: string;
}

/** What every stage of the journey shares: the first state, the endings, and guarded steps. */
export class JourneyFrame extends Construct {
  readonly endings: Endings;
  /** The first state. A stage goes back to it whenever the lead may have moved meanwhile. */
  readonly readTheLead: JourneyTask;

  private readonly props: JourneyFrameProps;

  constructor(scope: Construct, id: string, props: JourneyFrameProps) {
    super(scope, id);
    this.props = props;
    this.endings = new Endings(this, "Endings", props.table);
    this.readTheLead = this.step(this, "Read the lead", {
      entry: "journey/read-lead",
      does: "Reads where the lead stands",
    });
  }

  /** A step that works with the table only. */
  step(scope: Construct, name: string, props: Omit<Parameters<typeof JourneyTask.ofTable>[2], "table">): JourneyTask {
    return this.guarded(JourneyTask.ofTable(scope, name, { ...props, table: this.props.table }));
  }

  /** A step inside a parallel state, which is guarded as a whole. */
  branch(scope: Construct, name: string, props: Omit<Parameters<typeof JourneyTask.ofTable>[2], "table">): JourneyTask {
    return JourneyTask.ofTable(scope, name, { ...props, table: this.props.table });
  }

  /** A step that sends mail. */
  mailingStep(scope: Construct, name: string, props: { readonly entry: string; readonly does: string }): JourneyTask {
    return this.guarded(JourneyTask.ofMail(scope, name, { ...props, ...this.props }));
  }

  /**
   * A wait for something to come in. When it does, or came in while the journey decided to wait, the journey looks
   * again; when the time is over, `onTimeout` is next.
   */
  wait(scope: Construct, name: string, onTimeout: TaskStateBase | Parallel): JourneyWait {
    const wait = new JourneyWait(scope, name, this.props.table);
    wait.addCatch(this.readTheLead, { errors: [errorNames.signalCameIn], resultPath: "$.fault" });
    wait.addCatch(onTimeout, { errors: [errorNames.timeout], resultPath: "$.fault" });
    this.guarded(wait).next(this.readTheLead);
    return wait;
  }

  guarded<T extends TaskStateBase | Parallel>(state: T): T {
    state.addCatch(this.endings.erased, { errors: [errorNames.leadGone], resultPath: "$.fault" });
    state.addCatch(this.endings.flag, { errors: [errorNames.all], resultPath: "$.fault" });
    return state;
  }
}
