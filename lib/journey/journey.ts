import { Duration, Validations } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Choice, Condition, DefinitionBody, type State, StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { EscalationStage } from "../escalation/escalation-stage.ts";
import { FollowUpStage } from "../follow-up/follow-up-stage.ts";
import { GateStage } from "../gate/gate-stage.ts";
import { HandOffStage } from "../hand-off/hand-off-stage.ts";
import { HouseAlarm } from "../house/alarm.ts";
import { NurtureStage } from "../nurture/nurture-stage.ts";
import { OutcomeStage } from "../outcome/outcome-stage.ts";
import { ScoreStage } from "../score/score-stage.ts";
import { JourneyFrame, type JourneyFrameProps } from "./journey-frame.ts";

/**
 * One journey per lead and cycle. docs/journey.md draws it; in prose:
 *
 * 1. A journey that is started again reads the lead and goes on by its stage; so does each step that finds the lead
 *    elsewhere. The journey can be restarted at any time.
 * 2. Score persona fit and familiarity, and decide at the MQL gate; the gate says as well what marketing decided by
 *    hand.
 * 3. Not yet: send the next nurture step and wait: for engagement, then score again; or for the cadence, then send the
 *    next. When the lead stays silent to the end of the programme it is parked as dormant.
 * 4. Qualified: hand off to a rep who has room, or wait until one has and score again, since the lead may cool
 *    meanwhile; wait for the follow-up.
 * 5. The timer ends: ask the table. Remind, then escalate step by step: notify the superiors, reassign the lead with a
 *    new clock, and at last return it to marketing. A rep who is away or has left loses the lead at once.
 * 6. Accepted: ask about the deal from time to time, until it is won, lost or returned; a lead whose owner leaves is
 *    reassigned.
 *
 * Whatever comes in ends a wait, and the journey looks again. Errors that retries do not cure end in Needs attention.
 */
export class Journey extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: JourneyFrameProps) {
    super(scope, id);
    const frame = new JourneyFrame(this, "Frame", props);
    const score = new ScoreStage(this, "Score", frame);
    const nurture = new NurtureStage(this, "Nurture", { frame, scoreAgain: score.scoreTheLead });
    const escalation = new EscalationStage(this, "Escalation", frame);
    const { escalate, reassign } = escalation;
    const { ask, waitForOutcome, returnToMarketing } = new OutcomeStage(this, "Outcome", { frame, reassign });
    const { judge, waitForFollowUp } = new FollowUpStage(this, "FollowUp", {
      frame,
      escalate,
      reassign,
      waitForOutcome,
      returnToMarketing,
    });
    const { handOff } = new HandOffStage(this, "HandOff", { frame, waitForFollowUp, scoreAgain: score.scoreTheLead });
    escalation.leadsTo(handOff, frame);
    const gate = new GateStage(this, "Gate", {
      frame,
      qualified: handOff,
      notYet: nurture.sendNextStep,
      rest: nurture.waitForEngagement,
    });
    score.leadsTo(gate.decide);
    const { won, lost, dormant, disqualified, nextCycle } = frame.endings;
    frame.leadsBy({
      captured: score.scoreTheLead,
      nurturing: score.scoreTheLead,
      qualified: score.scoreTheLead,
      assigned: handOff,
      "handed-off": judge,
      accepted: ask,
      "sales-qualified": ask,
      opportunity: ask,
      won,
      lost,
      dormant,
      disqualified,
      over: nextCycle,
    });
    // No timeout: a journey lasts as long as the deal. Step Functions ends it after a year; the sweep then restarts it.
    this.stateMachine = new StateMachine(this, "StateMachine", {
      definitionBody: DefinitionBody.fromChainable(this.begin(score.scoreTheLead, frame.readTheLead)),
      comment: "A lead's way from capture to outcome, one execution per lead and cycle",
    });
    for (const id of ["AwsSolutions-SF1", "AwsSolutions-SF2", "Serverless-StepFunctionStateMachineXray"])
      Validations.of(this.stateMachine).acknowledge({
        id,
        reason:
          "A standard execution keeps its own history for 90 days; log delivery and X-Ray need leave on everything.",
      });
    this.allowRetired(frame.retired);
    this.alarm();
  }

  /**
   * The first execution of a cycle finds its lead captured; one that is started again, wherever the table says. Their
   * names tell them apart (`executionName`), not their input: a start that is repeated must be the same.
   */
  private begin(scoreTheLead: State, readTheLead: State): Choice {
    return new Choice(this, "Is the journey started again?")
      .when(new StringMatches("$$.Execution.Name", "*.*.*"), readTheLead)
      .otherwise(scoreTheLead);
  }

  /** Executions that began with an older definition call functions that this one does not name. */
  private allowRetired(functions: readonly IFunction[]): void {
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({
        actions: ["lambda:InvokeFunction"],
        resources: functions.map(({ functionArn }) => functionArn),
      }),
    );
  }

  /** One alarm for each way in which a journey ends otherwise than the agreement says. */
  private alarm(): void {
    const period = Duration.minutes(5);
    const { stateMachine } = this;
    const ways = {
      Failed: stateMachine.metricFailed({ period }),
      TimedOut: stateMachine.metricTimedOut({ period }),
      Aborted: stateMachine.metricAborted({ period }),
    };
    for (const [id, metric] of Object.entries(ways)) {
      new HouseAlarm(this, id, {
        metric,
        severity: "page",
        loss: "A lead's journey ended before its time; the sweep starts it again when the lead is overdue.",
        runbook: "journey-failed",
      });
    }
  }
}

/** A condition on the context of the execution, whose paths the CDK's own conditions refuse. */
class StringMatches extends Condition {
  private readonly rule: { readonly Variable: string; readonly StringMatches: string };

  constructor(variable: string, pattern: string) {
    super();
    this.rule = { Variable: variable, StringMatches: pattern };
  }

  override renderCondition() {
    return this.rule;
  }
}
