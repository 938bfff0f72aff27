import { describe, expect, it } from "vitest";
import { contentReadBy } from "../../../lambdas/domain/score/content-read.ts";
import { sumsOf } from "../../../lambdas/domain/score/familiarity-sums.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { anEngagement } from "../../builders/lead.ts";

const piece = (id: string, es: string, en: string) => ({
  id,
  phase: "awareness" as const,
  title: { es: id, en: id },
  text: { es: id, en: id },
  url: { es, en },
});
const { terms } = anAgreement({
  nurture: {
    content: [
      piece("guide", "https://www.engranaje.example/es/guía/", "https://www.engranaje.example/en/guide?from=mail"),
      piece("twin", "https://www.engranaje.example/es/mellizo", "https://www.engranaje.example/en/guide"),
    ],
  },
});
const readBy = (kind: string, subject?: string) => contentReadBy(terms)(anEngagement({ kind, subject }));

describe("the content that a lead has read", () => {
  it.each([
    ["its id", "content-read", "guide", ["guide"]],
    ["its page in Spanish", "page-viewed", "https://www.engranaje.example/es/guía", ["guide"]],
    ["the address as browsers write it", "page-viewed", "https://www.engranaje.example/es/gu%C3%ADa/", ["guide"]],
    ["the path alone, with query and fragment", "content-downloaded", "/es/gu%C3%ADa/?utm_source=x#top", ["guide"]],
    ["another host of the site", "page-viewed", "https://engranaje.example/es/mellizo", ["twin"]],
    ["a page of two pieces", "content-read", "https://www.engranaje.example/en/guide", ["guide", "twin"]],
  ])("is told by %s", (_, kind, subject, read) => expect(readBy(kind, subject)).toEqual(read));

  it.each([
    ["another page", "page-viewed", "https://www.engranaje.example/es/"],
    ["a page below it", "page-viewed", "/en/guide/two"],
    ["no subject", "page-viewed", undefined],
    ["what is no address", "page-viewed", "https://["],
    ["a click in a mail", "mail-clicked", "guide"],
  ])("is not told by %s", (_, kind, subject) => expect(readBy(kind, subject)).toEqual([]));

  it("is listed once, however often it was read", () => {
    const did = ["twin", "guide", "twin"].map((subject) => anEngagement({ kind: "content-read", subject }));
    expect(sumsOf(did, terms).read).toEqual(["guide", "twin"]);
  });
});
