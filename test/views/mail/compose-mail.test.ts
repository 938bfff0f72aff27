import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../lambdas/views/mail/block.ts";
import { composeMail, type Draft } from "../../../lambdas/views/mail/compose-mail.ts";
import { attributesOf, flat, tagsOf, visibleOf } from "./markup.ts";

const hostile = fc.string({
  unit: fc.constantFrom(
    ..."<>&\"'/=;:-aZ é😀\r\n\t\0\u2028\u202e".split(/(?:)/u),
    "<script>",
    "</div>",
    "<!--",
    "&amp;",
    "javascript:",
    "\r\nBcc: x@y.example",
  ),
  maxLength: 60,
});

const url = fc.webUrl({ withQueryParameters: true });

const fact = fc.record({
  label: hostile,
  value: hostile,
  href: fc.option(fc.constantFrom("tel:+34910000000", "mailto:a@b.example", "javascript:alert(1)"), { nil: undefined }),
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ is: fc.constantFrom("heading", "paragraph", "notice", "quote"), text: hostile }),
  fc.record({ is: fc.constant("facts" as const), facts: fc.array(fact, { maxLength: 4 }) }),
  fc.record({ is: fc.constant("list" as const), items: fc.array(hostile, { maxLength: 4 }) }),
  fc.record({ is: fc.constantFrom("button", "second-button", "link"), label: hostile, url }),
);

const draft: fc.Arbitrary<Draft> = fc.record({
  to: fc.record({ name: hostile, email: fc.constant("ana@engranaje.example") }),
  language: fc.constantFrom("es", "en"),
  company: hostile,
  subject: hostile,
  title: hostile,
  blocks: fc.array(block, { maxLength: 8 }),
  footer: fc.array(block, { maxLength: 3 }),
});

/** A text without the mark that quotes have in the plain part. */
const readable = (text: string) => flat(text.replaceAll(">", ""));

describe("a mail in both its parts", () => {
  it("says in its text, in the same order, all that its HTML says", () => {
    fc.assert(
      fc.property(draft, (given) => {
        const { text, html } = composeMail(given);
        let rest = readable(text);
        for (const piece of visibleOf(html).map(readable)) {
          expect(rest).toContain(piece);
          rest = rest.slice(rest.indexOf(piece) + piece.length);
        }
      }),
    );
  });

  it("gives in its text every address that its HTML links to, but for the calls and mails that stand there as values", () => {
    fc.assert(
      fc.property(draft, (given) => {
        const { text, html } = composeMail(given);
        for (const href of attributesOf(html, "href")) {
          if (/^(tel|mailto):/.test(href)) continue;
          expect(href).toMatch(/^https?:/);
          expect(text).toContain(href);
        }
      }),
    );
  });

  it("has no markup but ours, whatever its content", () => {
    const tagsWith = (value: string) =>
      tagsOf(
        composeMail({
          to: { name: value, email: "ana@engranaje.example" },
          language: "es",
          company: value,
          subject: value,
          title: value,
          blocks: [
            { is: "heading", text: value },
            { is: "notice", text: value },
            { is: "facts", facts: [{ label: value, value, href: "tel:+34910000000" }] },
            { is: "list", items: [value] },
            { is: "button", label: value, url: "https://www.example.com/" },
          ],
          footer: [{ is: "link", label: value, url: "https://www.example.com/" }],
        }).html,
      );
    fc.assert(
      fc.property(hostile, (value) => {
        expect(tagsWith(value)).toEqual(tagsWith("x"));
      }),
    );
  });

  it("has no line break or control character in anything that becomes a header", () => {
    fc.assert(
      fc.property(draft, hostile, (given, value) => {
        const { subject, to, headers = [] } = composeMail({ ...given, headers: [{ name: "X-Any", value }] });
        for (const text of [subject, to.name, ...headers.map((header) => header.value)])
          expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
        expect([...subject].length).toBeLessThanOrEqual(150);
      }),
    );
  });

  it("loads nothing and runs nothing", () => {
    fc.assert(
      fc.property(draft, (given) => {
        const { html } = composeMail(given);
        expect(tagsOf(html)).not.toEqual(expect.arrayContaining(["script"]));
        expect(html).not.toMatch(/<(img|link|iframe|form|object)\b/i);
        expect(attributesOf(html, "src")).toEqual([]);
      }),
    );
  });

  it("keeps an unsafe link as plain text", () => {
    const { html, text } = composeMail({
      to: { name: "Ana", email: "ana@engranaje.example" },
      language: "en",
      company: "Engranaje",
      subject: "s",
      title: "t",
      blocks: [{ is: "button", label: "Read more", url: "javascript:alert(1)" }],
      footer: [],
    });
    expect(html).toContain("Read more");
    expect(html + text).not.toContain("javascript:");
  });

  it("shows beside the subject what its first piece says", () => {
    const { html } = composeMail({
      to: { name: "Ana", email: "ana@engranaje.example" },
      language: "en",
      company: "Engranaje",
      subject: "s",
      title: "t",
      blocks: [{ is: "notice", text: "Answer before noon" }],
      footer: [],
    });
    expect(html).toMatch(/<div style="display:none[^"]*">Answer before noon/);
  });
});
