import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { callSigned } from "./signed-call.ts";

/** A bucket, and the client that reaches it. */
export interface Bucket {
  readonly client: DynamoDBClient;
  readonly bucket: string;
}

export interface ObjectCall {
  readonly method: "DELETE" | "GET" | "PUT";
  readonly name: string;
  readonly body?: Uint8Array;
  /** Milliseconds. */
  readonly patience: number;
}

/** @returns a status of 404 only for a GET or DELETE of something that is not there */
export const callBucket = async (
  { client, bucket }: Bucket,
  { method, name, body, patience }: ObjectCall,
): Promise<{ readonly status: number; readonly body: Uint8Array }> => {
  const headers: Record<string, string> = body === undefined ? {} : { "content-type": "application/octet-stream" };
  const response = await callSigned(client, {
    service: "s3",
    method,
    path: `/${bucket}/${name}`,
    headers,
    ...(body !== undefined && { body }),
    patience,
  });
  if (response.status < 300 || (response.status === 404 && method !== "PUT")) return response;
  throw Object.assign(new Error(`S3 refused ${method} with ${response.status}`), {
    name: "BodyStoreError",
    $metadata: { httpStatusCode: response.status },
  });
};
