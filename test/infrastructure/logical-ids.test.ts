import { describe, expect, it } from "vitest";
import { propertiesOf, synthesise } from "./synthesise.ts";

/**
 * The logical ids of what holds something that a customer would miss: leads, users, waiting messages, open journeys,
 * addresses that mails and forms have. CloudFormation takes a changed id for another resource: it makes a new, empty one
 * and leaves or deletes the old one. So an id in this list is never changed and never reused; a new resource of these
 * types is added to it. When this fails because a construct was moved or renamed, the construct's id must stay.
 */
const pinned = {
  "AWS::DynamoDB::Table": ["Leads391D8FFF", "RestoreOutsideF2305895"],
  "AWS::Cognito::UserPool": ["BoardUsers777D6A90"],
  "AWS::Cognito::UserPoolClient": ["BoardUsersBoard5E417459"],
  "AWS::StepFunctions::StateMachine": ["JourneyStateMachine79E50E5D"],
  "AWS::Events::EventBus": ["PublishBus7463DF0B"],
  "AWS::SES::ConfigurationSet": ["Mails0DC70ADE"],
  "AWS::SNS::Topic": ["Alarms04B5A0BF"],
  "AWS::ApiGatewayV2::Api": ["ApiF70053CD"],
  "AWS::SQS::Queue": [
    "BusIntakeFromBusDeadLetters2C1D19BA",
    "BusIntakeFromBusQueueC0E79AB8",
    "ImportFromBusDeadLetters775C58F0",
    "ImportFromBusQueueDABBAABC",
    "InForceWorkFromBusDeadLetters95C316BF",
    "InForceWorkFromBusQueue990AA0B0",
    "MailFeedbackFromSesDeadLetters7791054C",
    "MailFeedbackFromSesQueue15993269",
    "MeetingDeadLetters22ADE4CA",
    "MetricsDeadLettersE307B8A0",
    "NotifyTeamsFromBusDeadLetters34559F45",
    "NotifyTeamsFromBusQueue8A32C047",
    "PublishDeadLettersEEA12E7E",
    "RestoreFromBusDeadLettersCF27C884",
    "RestoreFromBusQueue368CBB3D",
    "SourceFromBusDeadLetters25B2BBB6",
    "SourceFromBusQueue18DC4565",
    "WaitingLineFromBusDeadLetters7D2A48E0",
    "WaitingLineFromBusQueue78FA7D2C",
    "WakeFromBusDeadLettersFB206825",
    "WakeFromBusQueue8DF1FB65",
    "WakeSweepDeadLetters8E690CC9",
  ],
  "AWS::S3::Bucket": ["ImportLists41085DC0", "SourceArrivals885D1BC9"],
  "AWS::KMS::Key": ["ApiKeySecretsB0D95B59", "SourceSecrets2FB53F08"],
} as const;

describe.each(["production", "staging"])("an upgrade of %s replaces nothing that holds data:", (environment) => {
  const { template } = synthesise(environment === "production" ? {} : { environment });

  it.each(Object.entries(pinned))("%s", (type, ids) => {
    const now = propertiesOf(template, type).map(({ id }) => id);
    expect(now.sort()).toEqual([...ids]);
  });
});

describe("what cannot be changed without a replacement", () => {
  const { template } = synthesise();

  it("is, of the table, its keys and that we do not name it", () => {
    template.hasResourceProperties("AWS::DynamoDB::Table", {
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
    });
    const [table] = propertiesOf(template, "AWS::DynamoDB::Table");
    expect(table?.properties.TableName).toBeUndefined();
  });

  it("is, of the bus, its name", () =>
    template.hasResourceProperties("AWS::Events::EventBus", { Name: "SmarketingPublishBus6F4ED8A1" }));

  it("is, of the users, how they sign in", () =>
    template.hasResourceProperties("AWS::Cognito::UserPool", {
      AliasAttributes: ["email"],
      UsernameConfiguration: { CaseSensitive: false },
    }));

  it("is, of the journeys, their kind", () => {
    const [journeys] = propertiesOf(template, "AWS::StepFunctions::StateMachine");
    expect(journeys?.properties).not.toHaveProperty("StateMachineName");
    expect(journeys?.properties.StateMachineType ?? "STANDARD").toBe("STANDARD");
  });

  it("is, of queues, that we do not name them", () => {
    for (const { id, properties } of propertiesOf(template, "AWS::SQS::Queue"))
      expect({ id, name: properties.QueueName, fifo: properties.FifoQueue }).toEqual({ id });
  });
});
