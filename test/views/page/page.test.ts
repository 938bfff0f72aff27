import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html, page } from "../../../lambdas/views/page/index.ts";
import { preferredLanguage } from "../../../lambdas/views/page/preferred-language.ts";
import { attributesOf, flat, tagsOf, visibleOf } from "../mail/markup.ts";

describe("the html tag", () => {
  it("escapes what it is given and keeps markup", () => {
    const inner = html`<b>${`<script>"&'`}</b>`;
    expect(String(html`<p title="${'"x"'}">${inner}${[inner, inner]}${undefined}${false}${7}</p>`)).toBe(
      `<p title="&quot;x&quot;">${String(inner).repeat(3)}7</p>`,
    );
  });

  it("lets any text through as that text and nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const markup = String(html`<p title="${text}">${text}</p>`);
        expect(tagsOf(markup)).toEqual(["p", "/p"]);
        expect(attributesOf(markup, "title")).toEqual([text]);
        expect(visibleOf(`<body>${markup}`).join()).toBe(flat(text));
      }),
    );
  });
});

describe("the layout of the pages", () => {
  const shown = page({ language: "es", title: "Título <x>", company: "Engranaje & Cía", body: html`<p>Hola</p>` });

  it("has its language, its title and the company's name", () => {
    expect(attributesOf(shown, "lang")).toEqual(["es"]);
    expect(shown).toContain("<title>Título &lt;x&gt; · Engranaje &amp; Cía</title>");
    expect(visibleOf(shown)).toEqual(["Engranaje & Cía", "Título <x>", "Hola"]);
  });

  it("runs nothing and asks no one for anything", () => {
    expect(shown).not.toMatch(/<script|\son\w+=|https?:|\/\/[a-z]|url\(|@import/i);
    expect([...attributesOf(shown, "href"), ...attributesOf(shown, "src")]).toEqual(["data:,"]);
  });
});

describe("the language of a visitor whom we do not know", () => {
  it.each([
    ["es-ES,es;q=0.9,en;q=0.8", "es"],
    ["en-GB,es;q=0.5", "en"],
    ["fr-FR,es;q=0.2,en;q=0.7", "en"],
    ["es;q=0,en;q=0.1", "en"],
    ["fr, de;q=0.5", "en"],
    ["es;q=nonsense", "en"],
    ["", "en"],
    [undefined, "en"],
  ] as const)("%s", (header, language) => {
    expect(preferredLanguage(header, "en")).toBe(language);
  });
});
