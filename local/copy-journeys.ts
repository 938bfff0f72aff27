import { CreateStateMachineCommand, DescribeStateMachineCommand, SFNClient } from "@aws-sdk/client-sfn";
import { credentials, type Endpoints, region } from "./local-environment.ts";

/** Brings the deployed state machine to the interpreter, under the same ARN. */
export const copyJourneys = async (
  { awsEndpoint, stepFunctionsEndpoint }: Endpoints,
  stateMachineArn: string,
): Promise<void> => {
  const deployed = new SFNClient({ endpoint: awsEndpoint, region, credentials });
  const interpreter = new SFNClient({ endpoint: stepFunctionsEndpoint, region, credentials });
  const { name, definition, roleArn } = await deployed.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const copy = await interpreter.send(new CreateStateMachineCommand({ name, definition, roleArn, type: "STANDARD" }));
  if (copy.stateMachineArn !== stateMachineArn) {
    throw new Error(`the copy of the state machine is ${copy.stateMachineArn}, not ${stateMachineArn}`);
  }
};
