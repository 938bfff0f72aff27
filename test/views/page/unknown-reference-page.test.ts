import { describe, expect, it } from "vitest";
import type { HttpRequest } from "../../../lambdas/domain/http/http.ts";
import { unknownReferencePage } from "../../../lambdas/views/page/unknown-reference-page.ts";
import { attributesOf, visibleOf } from "../mail/markup.ts";

const request = (headers: Record<string, string>): HttpRequest => ({
  method: "GET",
  path: "/answers/<script>",
  headers,
  query: new URLSearchParams("choose=<script>"),
  body: new Uint8Array(),
});

describe("the page of a link that opens nothing", () => {
  it.each([
    ["es-ES,es;q=0.9", "es", "Este enlace no es válido"],
    ["en-US", "en", "This link is not valid"],
    ["fr", "en", "This link is not valid"],
  ])("speaks the browser's language: %s", (header, language, title) => {
    const page = unknownReferencePage(request({ "accept-language": header }), "Engranaje");
    expect(attributesOf(page, "lang")).toEqual([language]);
    expect(visibleOf(page)).toContain(title);
  });

  it("says nothing of what was asked for", () => {
    expect(unknownReferencePage(request({}), "Engranaje")).not.toMatch(/script|answers|choose/);
  });
});
