import { Duration, Validations } from "aws-cdk-lib";
import { Choice, Condition, DefinitionBody, type State, StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { Stage } from "../../lambdas/contract/stages.ts";
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
 * 1. Read the lead and branch by its stage. The journey starts here and returns here, so it can be restarted at any
 *    time.
 * 2. Score persona fit and familiarity, and decide at the MQL gate; the gate says as well what marketing decided by
 *    hand.
 * 3. Not yet: send the next nurture step and wait: for engagement, then score again; or for the cadence, then send the
 *    next. When the lead stays silent to the end of the programme it is parked as dormant.
 * 4. Qualified: assign a rep who has room, or wait until one has and score again, since the lead may cool meanwhile;
 *    hand off; wait for the follow-up.
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
    const nurture = new NurtureStage(this, "Nurture", frame);
    const { escalate, reassign } = new EscalationStage(this, "Escalation", frame);
    const { ask, returnToMarketing } = new OutcomeStage(this, "Outcome", { frame, reassign });
    const { assign, handOff } = new HandOffStage(this, "HandOff", { frame, scoreAgain: score.scoreTheLead });
    const { judge, isOpen } = new FollowUpStage(this, "FollowUp", {
      frame,
      escalate,
      reassign,
      handOff,
      returnToMarketing,
    });
    handOff.next(isOpen);
    const gate = new GateStage(this, "Gate", { frame, qualified: assign, notYet: nurture.sendNextStep });
    score.leadsTo(gate.decide);
    const { won, lost, dormant, disqualified, nextCycle } = frame.endings;
    const goesOn: Record<Stage, State> = {
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
    };
    frame.readTheLead.next(this.whereTheLeadStands(goesOn, nextCycle));
    // No timeout: a journey lasts as long as the deal. Step Functions ends it after a year; the sweep then restarts it.
    this.stateMachine = new StateMachine(this, "StateMachine", {
      definitionBody: DefinitionBody.fromChainable(frame.readTheLead),
      comment: "A lead's way from capture to outcome, one execution per lead and cycle",
    });
    for (const id of ["AwsSolutions-SF1", "AwsSolutions-SF2", "Serverless-StepFunctionStateMachineXray"])
      Validations.of(this.stateMachine).acknowledge({
        id,
        reason:
          "A standard execution keeps its own history for 90 days; log delivery and X-Ray need leave on everything.",
      });
    this.alarm();
  }

  private whereTheLeadStands(goesOn: Record<Stage, State>, otherwise: State): Choice {
    const choice = new Choice(this, "Where does the lead stand?");
    for (const [stage, state] of Object.entries(goesOn)) choice.when(Condition.stringEquals("$.stage", stage), state);
    return choice.otherwise(otherwise);
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
