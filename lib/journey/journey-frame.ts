import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Choice, Condition, type Parallel, type State, type TaskStateBase } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { errorNames, type Stand } from "../../lambdas/contract/journey.ts";
import { Endings } from "./endings.ts";
import { JourneyTask, tableFunction } from "./journey-task.ts";
import { JourneyWait } from "./journey-wait.ts";

export interface JourneyFrameProps {
  readonly table: ITable;
  /** The base address of links in mails. */
  readonly publicUrl: string;
}

interface WaysOut {
  readonly onSignal: State;
  readonly onTimeout: TaskStateBase | Parallel;
}

/** What every stage of the journey shares: where it looks again, the endings, and guarded steps. */
export class JourneyFrame extends Construct {
  readonly endings: Endings;
  /** Where a journey begins that is started again, or that something came in between. */
  readonly readTheLead: JourneyTask;
  /** Where the journey goes on when `$.stage` says where the lead stands: a step found it elsewhere, or a wait ended. */
  readonly whereItStands: Choice;
  /** Functions of states that only executions of an older definition have. */
  readonly retired: IFunction[] = [];

  private readonly props: JourneyFrameProps;

  constructor(scope: Construct, id: string, props: JourneyFrameProps) {
    super(scope, id);
    this.props = props;
    this.endings = new Endings(this, "Endings", props.table);
    this.readTheLead = this.step(this, "Read the lead", {
      entry: "journey/read-lead",
      withoutAgreement: true,
      does: "Reads where the lead stands",
    });
    this.whereItStands = new Choice(this, "Where does the lead stand?");
    this.readTheLead.next(this.whereItStands);
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
  mailingStep(
    scope: Construct,
    name: string,
    props: Omit<Parameters<typeof JourneyTask.ofMail>[2], keyof JourneyFrameProps>,
  ): JourneyTask {
    return this.guarded(JourneyTask.ofMail(scope, name, { ...props, ...this.props }));
  }

  /**
   * Where the journey goes by stage. Only a `wake` older than this definition says no stage.
   */
  leadsBy(goesOn: Readonly<Record<Stand, State>>): void {
    this.whereItStands.when(Condition.not(Condition.isString("$.stage")), this.readTheLead);
    for (const [stage, state] of Object.entries(goesOn))
      this.whereItStands.when(Condition.stringEquals("$.stage", stage), state);
    this.whereItStands.otherwise(this.endings.unknown);
  }

  /**
   * Keeps the function of a state that the definition does not have any more, with its permissions: executions that
   * began before keep their old definition, and call it. A year after the release at the latest there are none.
   */
  keepRetired(scope: Construct, props: Omit<Parameters<typeof tableFunction>[1], "table">): void {
    this.retired.push(tableFunction(scope, { ...props, table: this.props.table }));
  }

  /**
   * A wait for something to come in. When it does, `onSignal` is next, which reads the lead itself or goes by the stage
   * in which `wake` found it; when it came in while the journey decided to wait, the journey looks again; when the time
   * is over, `onTimeout` is next.
   */
  wait(scope: Construct, name: string, { onSignal, onTimeout }: WaysOut): JourneyWait {
    const wait = new JourneyWait(scope, name, this.props.table);
    wait.addCatch(this.readTheLead, { errors: [errorNames.signalCameIn], resultPath: "$.fault" });
    wait.addCatch(onTimeout, { errors: [errorNames.timeout], resultPath: "$.fault" });
    this.guarded(wait).next(onSignal);
    return wait;
  }

  guarded<T extends TaskStateBase | Parallel>(state: T): T {
    state.addCatch(this.endings.erased, { errors: [errorNames.leadGone], resultPath: "$.fault" });
    state.addCatch(this.endings.flag, { errors: [errorNames.all], resultPath: "$.fault" });
    return state;
  }
}
