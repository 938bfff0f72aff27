import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { SourceKindId } from "../../../lambdas/contract/sources.ts";
import type { ToolRequest } from "../../../lambdas/domain/source/kind.ts";
import { sampleOf } from "../../sources/sample.ts";
import { type Sign, signing } from "../../sources/signing.ts";
import { kindOf } from "./kinds.ts";

const now = "2026-11-18T12:00:00.000Z";
const minutesAgo = (minutes: number): number => Date.parse(now) - minutes * 60_000;

const proved = (kind: SourceKindId, request: ToolRequest, secret: string): string => {
  const { proof } = kindOf(kind);
  return proof.by === "signed" ? proof.check(request, secret, now) : proof.by;
};

const signers = signing.filter(([kind]) =>
  ["typeform", "tally", "meta-lead-ads", "linkedin-lead-gen", "hubspot", "webflow", "calendly"].includes(kind),
);

const signedAt = (kind: SourceKindId, sign: Sign, minutes: number, by = "the secret", request = sampleOf(kind)) => ({
  ...request,
  headers: { ...request.headers, ...sign(request, by, minutesAgo(minutes)) },
});

describe.each(signers)("a signature of %s", (kind, _minutes, sign) => {
  const sample = sampleOf(kind);

  it("is right by the secret that both share, whatever bytes are signed", () => {
    expect(proved(kind, signedAt(kind, sign, 0), "the secret")).toBe("right");
    const odd = { ...sample, body: new Uint8Array([0xff, 0xfe, 0, 0x0a, 0xc3]) };
    expect(proved(kind, signedAt(kind, sign, 0, "the secret", odd), "the secret")).toBe("right");
  });

  it("is wrong by another secret, for another body and in another form", () => {
    const signed = signedAt(kind, sign, 0);
    expect(proved(kind, signedAt(kind, sign, 0, "another"), "the secret")).toBe("wrong");
    const longer = Buffer.concat([sample.body, Buffer.from(" ")]);
    expect(proved(kind, { ...signed, body: longer }, "the secret")).toBe("wrong");
    const garbled = Object.fromEntries(
      Object.entries(signed.headers).map(([name, value]) => [name, name.includes("signature") ? `${value}ñ` : value]),
    );
    expect(proved(kind, { ...sample, headers: garbled }, "the secret")).toBe("wrong");
  });

  it("is missing when there is none", () => {
    expect(proved(kind, sample, "the secret")).toBe("missing");
  });
});

describe.each(signers.filter(([, minutes]) => minutes !== undefined))("the time of a signature of %s", (...signer) => {
  const [kind, most = 0, sign] = signer;

  it("is near ours, on both sides", () => {
    expect(proved(kind, signedAt(kind, sign, most), "the secret")).toBe("right");
    expect(proved(kind, signedAt(kind, sign, -most), "the secret")).toBe("right");
    expect(proved(kind, signedAt(kind, sign, most + 0.1), "the secret")).toBe("old");
    expect(proved(kind, signedAt(kind, sign, -most - 0.1), "the secret")).toBe("old");
  });

  it("is signed, too", () => {
    const [old, renewed] = [signedAt(kind, sign, 60), signedAt(kind, sign, 0).headers];
    const headers = Object.fromEntries(
      Object.entries(old.headers).map(([name, value]) => [
        name,
        name.endsWith("timestamp") ? (renewed[name] ?? "") : value.replace(/^t=\d+/, `t=${minutesAgo(0) / 1000}`),
      ]),
    );
    expect(proved(kind, old, "the secret")).toBe("old");
    expect(proved(kind, { ...old, headers }, "the secret")).toBe("wrong");
  });
});

describe("HubSpot's own examples", () => {
  const secret = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";

  it("of the first version is right", () => {
    expect(proved("hubspot", sampleOf("hubspot-events"), secret)).toBe("right");
    expect(proved("hubspot", sampleOf("hubspot-events"), `${secret}y`)).toBe("wrong");
  });

  it("of the second version is right", () => {
    const request = {
      url: "https://www.example.com/webhook_uri",
      headers: {
        "x-hubspot-signature-version": "v2",
        "x-hubspot-signature": "9569219f8ba981ffa6f6f16aa0f48637d35d728c7e4d93d0d52efaa512af7900",
      },
      body: Buffer.from('{"example_field":"example_value"}'),
    };
    expect(proved("hubspot", request, secret)).toBe("right");
    expect(proved("hubspot", { ...request, url: `${request.url}?a=1` }, secret)).toBe("wrong");
  });
});

describe("a request of HubSpot", () => {
  const sample = sampleOf("hubspot");

  it("proves itself by a header of the workflow, too", () => {
    const withHeader = (authorization: string) => ({ ...sample, headers: { ...sample.headers, authorization } });
    expect(proved("hubspot", withHeader("Bearer the secret"), "the secret")).toBe("right");
    expect(proved("hubspot", withHeader("Bearer another"), "the secret")).toBe("wrong");
    expect(proved("hubspot", withHeader("the secret"), "the secret")).toBe("wrong");
  });

  it("is signed with its address as it was before encoding", () => {
    const url = "https://leads.example.com/sources/hubspot?to=a%40b%2Fc&ñ=%C3%B1";
    const signed = `POSThttps://leads.example.com/sources/hubspot?to=a@b/c&ñ=%C3%B1{}${minutesAgo(0)}`;
    const headers = {
      "x-hubspot-request-timestamp": String(minutesAgo(0)),
      "x-hubspot-signature-v3": createHmac("sha256", "the secret").update(signed).digest("base64"),
    };
    expect(proved("hubspot", { url, headers, body: Buffer.from("{}") }, "the secret")).toBe("right");
  });

  it("is held to the newest of its signatures", () => {
    const v1 = createHash("sha256").update("the secret").update(sample.body).digest("hex");
    const headers = { ...sample.headers, "x-hubspot-signature": v1 };
    expect(proved("hubspot", { ...sample, headers }, "the secret")).toBe("right");
    const both = { ...headers, "x-hubspot-signature-v3": "x", "x-hubspot-request-timestamp": String(minutesAgo(0)) };
    expect(proved("hubspot", { ...sample, headers: both }, "the secret")).toBe("wrong");
  });
});

describe("a signature of LinkedIn's", () => {
  it("may have the prefix of what is signed", () => {
    const sample = sampleOf("linkedin-lead-gen");
    const hash = createHmac("sha256", "the secret").update("hmacsha256=").update(sample.body).digest("hex");
    const signed = (signature: string) => ({ ...sample, headers: { ...sample.headers, "x-li-signature": signature } });
    expect(proved("linkedin-lead-gen", signed(`hmacsha256=${hash}`), "the secret")).toBe("right");
    expect(proved("linkedin-lead-gen", signed(`sha256=${hash}`), "the secret")).toBe("wrong");
    const bodyOnly = createHmac("sha256", "the secret").update(sample.body).digest("hex");
    expect(proved("linkedin-lead-gen", signed(bodyOnly), "the secret")).toBe("wrong");
  });
});

describe("a key of Google Ads", () => {
  const sample = sampleOf("google-ads");

  it("is in the body", () => {
    expect(proved("google-ads", sample, "una-clave-de-prueba")).toBe("right");
    expect(proved("google-ads", sample, "otra-clave-de-prueba")).toBe("wrong");
    expect(proved("google-ads", { ...sample, body: Buffer.from("{}") }, "una-clave-de-prueba")).toBe("missing");
    expect(proved("google-ads", { ...sample, body: Buffer.from('{"google_key":1}') }, "1")).toBe("missing");
    expect(proved("google-ads", { ...sample, body: Buffer.from("no JSON") }, "una-clave-de-prueba")).toBe("missing");
  });
});

describe("tools that cannot sign", () => {
  it("prove themselves by a header, or by the address", () => {
    expect(kindOf("google-forms").proof).toEqual({ by: "header" });
    expect(kindOf("jotform").proof).toEqual({ by: "address" });
  });
});

const asked = (kind: SourceKindId, query: string, method = "GET") =>
  kindOf(kind).challenge?.({ query: new URLSearchParams(query), method }, "the secret");

describe("a challenge", () => {
  it("of Meta is given back to whoever knows the token", () => {
    const query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    expect(asked("meta-lead-ads", `${query}the+secret`)).toEqual({ type: "text/plain", body: "1158201444" });
    expect(asked("meta-lead-ads", `${query}another`)).toBe("refused");
    expect(asked("meta-lead-ads", query)).toBe("refused");
    expect(asked("meta-lead-ads", "hub.mode=subscribe&hub.challenge=<b>&hub.verify_token=the+secret")).toBe("refused");
    expect(asked("meta-lead-ads", "a=1")).toBeUndefined();
    expect(asked("meta-lead-ads", `${query}the+secret`, "POST")).toBeUndefined();
  });

  it("of LinkedIn is signed", () => {
    const challengeCode = "890e4665-4dfe-4ab1-b689-ed553bceeed0";
    const challengeResponse = createHmac("sha256", "the secret").update(challengeCode).digest("hex");
    expect(asked("linkedin-lead-gen", `challengeCode=${challengeCode}&applicationId=7`)).toEqual({
      type: "application/json",
      body: JSON.stringify({ challengeCode, challengeResponse }),
    });
    expect(asked("linkedin-lead-gen", "")).toBeUndefined();
  });

  it("of LinkedIn never signs what could be a notice", () => {
    for (const code of ["hmacsha256={}", "", "890e4665-4dfe-4ab1-b689-ed553bceeed0\n", "hmacsha256=890e4665"])
      expect(asked("linkedin-lead-gen", `challengeCode=${encodeURIComponent(code)}`)).toBe("refused");
  });
});
