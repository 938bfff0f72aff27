import { CfnOutput, Stack, Validations } from "aws-cdk-lib";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { stackNameOf } from "../lambdas/contract/deployed-environment.ts";
import { LinkPages } from "./api/link-pages.ts";
import { PublicApi } from "./api/public-api.ts";
import { SignedApi } from "./api/signed-api.ts";
import { BoardStage } from "./board/board-stage.ts";
import { BusIntake } from "./bus-intake/bus-intake.ts";
import { Canary } from "./canary/canary.ts";
import { CaptureStage } from "./capture/capture-stage.ts";
import { EdgeStack } from "./front/edge-stack.ts";
import { Front } from "./front/front.ts";
import type { OriginSecret } from "./front/origin-secret.ts";
import { WaitingLine } from "./hand-off/waiting-line.ts";
import { AlarmTopic } from "./house/alarm.ts";
import { Deployment } from "./house/deployment.ts";
import { SecretsKey } from "./house/secrets-key.ts";
import { tagAll } from "./house/tags.ts";
import { ImportStage } from "./import/import-stage.ts";
import { InForceStage } from "./in-force/in-force-stage.ts";
import { InForceWork } from "./in-force/in-force-work.ts";
import { Journey } from "./journey/journey.ts";
import { MeetingStage } from "./meeting/meeting-stage.ts";
import { MetricsStage } from "./metrics/metrics-stage.ts";
import { MailFeedback } from "./nurture/mail-feedback.ts";
import { CostBudget } from "./operations/cost-budget.ts";
import { OperationsDashboard } from "./operations/operations-dashboard.ts";
import { NotifyTeams } from "./outcome/notify-teams.ts";
import { PublishStage } from "./publish/publish-stage.ts";
import { RestoreStage } from "./restore/restore-stage.ts";
import { SourceStage } from "./source/source-stage.ts";
import { LeadTable } from "./table/lead-table.ts";
import { TeamPages } from "./team/team-pages.ts";
import { WakeStage } from "./wake/wake-stage.ts";

/** The stages of a lead in order, from the form to the metrics. */
export class SmarketingStack extends Stack {
  constructor(scope: Construct) {
    const { environment, disposable, canary, alarmEmail, budget, front } = Deployment.of(scope);
    super(scope, stackNameOf(environment), {
      description: "Sales and marketing as one gear train",
      terminationProtection: !disposable,
      // The front's certificate and firewall are in another region, and CDK carries their names over.
      ...(front !== undefined && {
        env: { account: front.account, region: front.region },
        crossRegionReferences: true,
      }),
    });
    const table = new LeadTable(this, "Leads");
    const api = new PublicApi(this, "Api");
    const inForce = new InForceStage(this, "InForce", { table });
    const { bus } = new PublishStage(this, "Publish", { table });
    new CaptureStage(this, "Capture", { api, table });
    const source = new SourceStage(this, "Source", { api, table, bus });
    const { lists } = new ImportStage(this, "Import", { api, table, bus });
    const busIntake = new BusIntake(this, "BusIntake", { table, bus });
    const { stateMachine } = new Journey(this, "Journey", { table, publicUrl: api.publicUrl });
    const { outside } = new RestoreStage(this, "Restore", { bus });
    const wake = new WakeStage(this, "Wake", { table, outside, bus, journey: stateMachine });
    new InForceWork(this, "InForceWork", { table, bus, wakeQueue: wake.queue });
    new WaitingLine(this, "WaitingLine", { table, bus, wakeQueue: wake.queue });
    new NotifyTeams(this, "NotifyTeams", { table, bus, publicUrl: api.publicUrl });
    const mailFeedback = new MailFeedback(this, "MailFeedback", { table });
    new LinkPages(this, "LinkPages", { api, table });
    const secretsKey = new SecretsKey(this, "ApiKeySecrets", {
      purpose: "api-key",
      description: "Encrypts the secrets by which other systems sign their requests",
    });
    new TeamPages(this, "Team", { api, table, secretsKey });
    new SignedApi(this, "SignedApi", { api, table, secretsKey });
    new MetricsStage(this, "Metrics", { table });
    const meeting = new MeetingStage(this, "Meeting", { table, publicUrl: api.publicUrl });
    const board = new BoardStage(this, "Board", { api, table, lists });
    new OperationsDashboard(this, "Operations", { api, stateMachine, wakeQueue: wake.queue, board });

    const behind = this.putBehindFront(scope, api);
    if (canary) new Canary(this, "Canary", { table, publicUrl: api.publicUrl });
    if (budget !== undefined) new CostBudget(this, "Budget", { ...budget, environment });
    tagAll(this);

    this.outputs({
      ...(behind !== undefined && {
        FrontDomain: behind.distribution.distributionDomainName,
        OriginSecretArn: behind.secret.secretArn,
      }),
      Environment: environment,
      Agreement: inForce.says,
      ApiUrl: api.publicUrl,
      ApiId: api.apiId,
      BusName: bus.eventBusName,
      TableName: table.tableName,
      ApiKeySecretsKeyArn: secretsKey.keyArn,
      ImportsBucketName: lists.bucketName,
      SourceSecretsKeyArn: source.secretsKey.keyArn,
      OutsideTableName: outside.tableName,
      StateMachineArn: stateMachine.stateMachineArn,
      WakeQueueUrl: wake.queue.queueUrl,
      MailFeedbackQueueUrl: mailFeedback.queue.queueUrl,
      BusIntakeDeadLettersUrl: busIntake.deadLetters.queueUrl,
      BoardUrl: board.url,
      MeetingFunctionName: meeting.make.functionName,
      UserPoolId: board.users.userPoolId,
      UserPoolClientId: board.users.client.userPoolClientId,
      AlarmTopicArn: AlarmTopic.of(this).topicArn,
      AlarmsReach: alarmEmail === undefined ? "nobody" : `${alarmEmail}, once they confirm the mail from AWS`,
    });
  }

  /** Last: all that it stands before is there. */
  private putBehindFront(
    scope: Construct,
    api: PublicApi,
  ): { readonly distribution: Distribution; readonly secret: OriginSecret } | undefined {
    const { front: settings } = Deployment.of(this);
    const { originSecret: secret } = api;
    if (settings === undefined || secret === undefined) return undefined;
    Validations.of(this).acknowledge({
      id: "Annotation::@aws-cdk/core:crossStackReferencesDefaultStrong",
      reason: "Certificate and firewall are deployed before what uses them, and deleted after it.",
    });
    const edge = new EdgeStack(scope, `${this.stackName}-Front`, { of: this.stackName, front: settings });
    const { distribution } = new Front(this, "Front", { api, edge, secret, settings });
    return { distribution, secret };
  }

  private outputs(values: Record<string, string>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}
