import { JsonPath } from "aws-cdk-lib/aws-stepfunctions";

/** The key of the lead's item, by the same function that names it in the code. */
export const itemKey = (keyOf: (leadId: string) => { pk: string; sk: string }) => {
  const { pk, sk } = keyOf("{}");
  return { pk: { S: JsonPath.format(pk, JsonPath.stringAt("$.leadId")) }, sk: { S: sk } };
};

/** DynamoDB takes numbers as text. */
export const numberAt = (path: string): string => JsonPath.format("{}", JsonPath.stringAt(path));
