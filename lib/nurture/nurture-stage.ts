import { Duration } from "aws-cdk-lib";
import { Choice, Condition, type Parallel, type State } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { limitsOf } from "../../lambdas/contract/agreed-limits.ts";
import { metricNames } from "../../lambdas/contract/metrics.ts";
import { HouseAlarm } from "../house/alarm.ts";
import { Deployment } from "../house/deployment.ts";
import { ownMetric } from "../house/own-metric.ts";
import type { JourneyFrame } from "../journey/journey-frame.ts";

export interface NurtureStageProps {
  readonly frame: JourneyFrame;
  /** Where a lead goes that did something, or whose cool-down is over. */
  readonly scoreAgain: Parallel;
}

/**
 * Sends content at the agreed cadence until the lead is ready, or is parked after long silence. An engagement
 * ends the wait, and the lead is scored again; time alone makes no MQL, so the next step is sent without scoring
 * (docs/adr/0018).
 */
export class NurtureStage extends Construct {
  readonly sendNextStep: State;
  readonly waitForEngagement: State;

  constructor(scope: Construct, id: string, { frame, scoreAgain }: NurtureStageProps) {
    super(scope, id);
    const send = frame.mailingStep(this, "Send the next nurture step", {
      entry: "nurture/send-step",
      does: "Sends the next piece of the nurture programme when it is due; parks a lead that stayed silent to its end",
      writes: ["dynamodb:Query"],
      within: ["limit"],
    });
    const wait = frame.wait(this, "Wait for engagement", { onSignal: scoreAgain, onTimeout: send });
    send.next(
      new Choice(this, "Is anything left to send?")
        .when(Condition.stringEquals("$.next", "wait"), wait)
        .when(Condition.stringEquals("$.next", "parked"), frame.endings.dormant)
        .when(Condition.stringEquals("$.next", "judge"), scoreAgain)
        .when(Condition.stringEquals("$.next", "moved"), frame.whereItStands)
        .otherwise(frame.endings.unknown),
    );
    frame.keepRetired(this, {
      entry: "nurture/park",
      withoutAgreement: true,
      does: "Parks a lead that stays silent, for executions that began before the step that sends did so",
      writes: ["dynamodb:PutItem", "dynamodb:ConditionCheckItem"],
    });
    const { strangerMailsPerHour } = limitsOf(Deployment.of(this).agreement.terms);
    new HouseAlarm(this, "MailsToStrangers", {
      metric: ownMetric(this, { name: metricNames.mailToStranger, period: Duration.hours(1) }),
      threshold: Math.ceil(strangerMailsPerHour / 2),
      severity: "ticket",
      loss: "Half of the mails an hour that may go to people we do not know have gone: at the whole, the others wait.",
      runbook: "mails-to-strangers",
    });
    this.sendNextStep = send;
    this.waitForEngagement = wait;
  }
}
