import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rawRequest } from "../../../lambdas/domain/source/raw-request.ts";
import { sampleOf } from "../../sources/sample.ts";
import { bytes, textOf } from "./kinds.ts";

describe("a request as it was saved", () => {
  it.each(["typeform", "html", "html-multipart", "unbounce"])("is read as its tool sent it: %s", (name) => {
    const { url, headers, body } = rawRequest(readFileSync(`test/sources/${name}.http`));
    const sample = sampleOf(name);
    expect([url, headers, Buffer.from(body).toString()]).toEqual([
      sample.path,
      sample.headers,
      Buffer.from(sample.body).toString(),
    ]);
  });

  it.each([
    ['{"email": "a@b.example"}', "application/json"],
    ['\ufeff[{"email": "a@b.example"}]', "application/json"],
    ["email=a%40b.example", "application/x-www-form-urlencoded"],
    ["", "application/x-www-form-urlencoded"],
  ])("may be its body alone: %j", (text, type) => {
    const { headers, body } = rawRequest(bytes(text));
    expect([headers["content-type"], Buffer.from(body).toString()]).toEqual([type, text]);
  });

  it("may have CRLF, an HTTP version, letters beyond ASCII and no type", () => {
    const request = rawRequest(bytes('POST /a?b=1 HTTP/1.1\r\nX-Made-Up:  yes \r\n\r\n{"name":"Iñaki"}\r\n'));
    expect(request).toMatchObject({
      url: "/a?b=1",
      headers: { "x-made-up": "yes", "content-type": "application/json" },
    });
    expect(textOf(request)).toBe('{"name":"Iñaki"}');
  });

  it("may have no body", () => {
    expect(rawRequest(bytes("POST /a\ncontent-type: application/json\n")).body).toHaveLength(0);
  });
});
