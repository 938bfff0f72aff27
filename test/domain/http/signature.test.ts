import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isSignatureOf,
  parseSignature,
  type Signed,
  signatureOf,
  signedHeaders,
} from "../../../lambdas/domain/http/signature.ts";
import { now } from "../../builders/now.ts";

const seconds = Date.parse(now) / 1000;
const signed: Signed = {
  timestamp: "1774000000",
  method: "POST",
  path: "/answers",
  body: Buffer.from('{"leadId":"lead-0001"}'),
};

describe("a signature", () => {
  it("matches the documentation: any HMAC tool computes the same", () => {
    // hash=$(printf '%s' '{"leadId":"lead-0001"}' | openssl dgst -sha256 -r | cut -d' ' -f1)
    // printf '1774000000\nPOST\n/answers\n%s' "$hash" | openssl dgst -sha256 -hmac secret
    expect(signatureOf("secret", signed)).toBe("v2=21cdf6b18ef3155a7e2a4021f09c2a5fbd1b9c22a1276077b090443bc31ea84c");
    // printf '%s' '1774000000.POST./answers.{"leadId":"lead-0001"}' | openssl dgst -sha256 -hmac secret
    const first = "v1=dd82cfb3d40ea522cdf3a0fd625a8c6959726ad777b3c4109249bc9b8abc21da";
    expect(signatureOf("secret", signed, "v1")).toBe(first);
    expect(isSignatureOf(first, "secret", signed)).toBe(true);
  });

  it("vouches for every part, and needs the very secret", () => {
    const signature = signatureOf("secret", signed);
    expect(isSignatureOf(signature, "secret", signed)).toBe(true);
    const others: Partial<Signed>[] = [
      { timestamp: "1774000001" },
      { method: "GET" },
      { path: "/answers?x=1" },
      { body: Buffer.from('{"leadId":"lead-0002"}') },
    ];
    for (const other of others) expect(isSignatureOf(signature, "secret", { ...signed, ...other })).toBe(false);
    expect(isSignatureOf(signature, "Secret", signed)).toBe(false);
    fc.assert(fc.property(fc.string(), (text) => !isSignatureOf(text, "secret", signed)));
  });
});

describe("parsing a signature", () => {
  const request = (over: Record<string, string> = {}) => ({
    method: "POST",
    path: "/answers",
    query: new URLSearchParams(),
    body: new Uint8Array(),
    headers: {
      [signedHeaders.key]: "key-1",
      [signedHeaders.timestamp]: String(seconds),
      [signedHeaders.signature]: "v1=00",
      ...over,
    },
  });
  const problemOf = (over: Record<string, string>) => {
    const read = parseSignature(request(over), now);
    return read.ok ? undefined : read.problem;
  };

  it("takes what was sent up to five minutes before or after our clock", () => {
    for (const off of [0, -300, 300])
      expect(problemOf({ [signedHeaders.timestamp]: String(seconds + off) })).toBeUndefined();
    for (const off of [-301, 301])
      expect(problemOf({ [signedHeaders.timestamp]: String(seconds + off) })).toBe("out-of-window");
  });

  it("says what is missing or cannot be read", () => {
    for (const header of Object.values(signedHeaders)) expect(problemOf({ [header]: "" })).toBe("headers-missing");
    for (const text of ["1774", now, "1774000000.5", "-774000000"])
      expect(problemOf({ [signedHeaders.timestamp]: text })).toBe("timestamp-unreadable");
    expect(problemOf({ [signedHeaders.key]: "k".repeat(101) })).toBe("key-unknown");
  });
});
