import { credentials, type Endpoints, region } from "./local-environment.ts";

/**
 * The emulator drops the CORS configuration of a template: it is set again by the API. `cors` is as in CloudFormation;
 * the API's own calls write its keys in lower case.
 */
export const restoreCors = async ({ awsEndpoint }: Endpoints, apiId: string, cors: unknown): Promise<void> => {
  const corsConfiguration = Object.fromEntries(
    Object.entries(Object(cors)).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
  const scope = `${credentials.accessKeyId}/20260101/${region}/apigateway/aws4_request`;
  const response = await fetch(`${awsEndpoint}/v2/apis/${apiId}`, {
    method: "PATCH",
    headers: {
      "content-type": "application/json",
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
    },
    body: JSON.stringify({ corsConfiguration }),
  });
  if (!response.ok) throw new Error(`UpdateApi answered ${response.status}: ${await response.text()}`);
};
