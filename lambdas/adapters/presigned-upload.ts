import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";

/** The one upload that is allowed. */
export interface Upload {
  readonly bucket: string;
  readonly name: string;
  readonly bytes: number;
  readonly seconds: number;
  readonly at: string;
  /** Stands before the bucket's name, on a local cloud; else the bucket has its own. */
  readonly origin?: string | undefined;
}

/**
 * The request by which a browser uploads one file of exactly so many bytes, once: the signature holds for no other length,
 * and not for an object that is there.
 */
export const presignUpload = async (
  { config }: DynamoDBClient,
  { bucket, name, bytes, seconds, at, origin }: Upload,
): Promise<{ readonly url: string; readonly headers: Record<string, string> }> => {
  const region = await config.region();
  const domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  const base = new URL(origin ?? `https://${bucket}.s3.${region}.${domain}`);
  const request = new HttpRequest({
    method: "PUT",
    protocol: base.protocol,
    hostname: base.hostname,
    ...(base.port !== "" && { port: Number(base.port) }),
    path: origin === undefined ? `/${name}` : `/${bucket}/${name}`,
    headers: {
      host: base.host,
      "content-length": String(bytes),
      ...sent,
      "x-amz-content-sha256": "UNSIGNED-PAYLOAD",
    },
  });
  const signer = new SignatureV4({
    service: "s3",
    region,
    credentials: config.credentials,
    sha256: config.sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
  const signed = await signer.presign(request, { expiresIn: seconds, signingDate: new Date(at) });
  const query = new URLSearchParams(
    Object.entries(signed.query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
  );
  return { url: `${base.origin}${signed.path}?${query}`, headers: { ...sent } };
};

/** What a browser must send as it is signed, beside the length, which it sends by itself. */
const sent = { "if-none-match": "*" } as const;
