const clientNames: Readonly<Record<string, string>> = {
  "client-dynamodb": "DynamoDBClient",
  "client-eventbridge": "EventBridgeClient",
  "client-sesv2": "SESv2Client",
  "client-sfn": "SFNClient",
  "client-sqs": "SQSClient",
};

/** The clients of AWS that are in a bundle, by what it was made of. */
export const clientsIn = (inputs: readonly string[]): string[] =>
  Object.keys(clientNames).filter((client) => inputs.some((input) => input.includes(`@aws-sdk/${client}/`)));

/** A function that makes these clients and does nothing else. */
export const bareEntry = (clients: readonly string[]): string =>
  clients
    .flatMap((client, i) => [
      `import { ${clientNames[client]} as C${i} } from "@aws-sdk/${client}";`,
      `export const client${i} = new C${i}({});`,
    ])
    .join("\n");
