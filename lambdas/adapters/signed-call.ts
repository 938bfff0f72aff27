import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";

/** A call of a service of AWS that we have no client of. */
export interface SignedCall {
  /** As its signature and its host name it, such as `kms` or `s3`. */
  readonly service: string;
  readonly method: "DELETE" | "GET" | "POST" | "PUT";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds. */
  readonly patience: number;
}

/**
 * Signed by hand and sent by the table's client, with its credentials, region and connection: a service's own client would
 * make a function two thirds larger for one call.
 */
export const callSigned = async (
  { config }: DynamoDBClient,
  { service, method, path, headers, body, patience }: SignedCall,
): Promise<{ readonly status: number; readonly body: Uint8Array }> => {
  const region = await config.region();
  const { protocol, hostname, port } = await endpointOf(config, service, region);
  const request = new HttpRequest({
    method,
    protocol,
    hostname,
    ...(port !== "" && { port: Number(port) }),
    path,
    headers: { host: port === "" ? hostname : `${hostname}:${port}`, ...headers },
    body,
  });
  const signer = new SignatureV4({
    service,
    region,
    credentials: config.credentials,
    sha256: config.sha256,
    // S3 takes a path as it stands, and wants the body's hash in a header.
    ...(service === "s3" && { uriEscapePath: false, applyChecksum: true }),
  });
  const signed = new HttpRequest(await signer.sign(request));
  const { response } = await config.requestHandler.handle(signed, { requestTimeout: patience });
  return { status: response.statusCode, body: await config.streamCollector(response.body) };
};

/** A client that was told its endpoint shares it with the others, as every service of a local cloud does. */
const endpointOf = async (config: DynamoDBClient["config"], service: string, region: string): Promise<URL> => {
  const { [`AWS_ENDPOINT_URL_${service.toUpperCase()}`]: ofService, AWS_ENDPOINT_URL: ofAll } = process.env;
  const told = await config.endpoint?.();
  const domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  return told === undefined
    ? new URL(ofService ?? ofAll ?? `https://${service}.${region}.${domain}`)
    : new URL(`${told.protocol}//${told.hostname}${told.port === undefined ? "" : `:${told.port}`}`);
};
