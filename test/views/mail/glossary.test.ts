import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termsUsed, wordsOf } from "../../../lambdas/views/mail/glossary.ts";

const entry = (id: string, es: string, en: string) => ({
  id,
  term: { es, en },
  meaning: { es: `Lo que es ${id}.`, en: `What ${id} is.` },
});

const glossary = [
  entry("lead", "lead", "lead"),
  entry("persona", "cliente ideal", "buyer persona"),
  entry("mql", "MQL", "MQL"),
  entry("sal", "SAL", "SAL"),
  entry("opportunity", "oportunidad", "opportunity"),
  entry("recycled", "reciclado", "recycled"),
];

const used = (language: "es" | "en", ...texts: string[]) => termsUsed(glossary, language, texts).map(({ id }) => id);

describe("the words of the glossary in a text", () => {
  it.each<["es" | "en", string, string[]]>([
    ["en", "This lead is an MQL.", ["lead", "mql"]],
    ["en", "MQL: an MQL, not a lead", ["lead", "mql"]],
    ["en", "Leads become opportunities (or are Recycled).", ["lead", "opportunity", "recycled"]],
    ["en", "12 MQLs", ["mql"]],
    ["en", "Match with the Buyer Persona", ["persona"]],
    ["en", "misleading, leading, mql-like; the salary", []],
    ["en", "", []],
    ["es", "Encaje con el cliente ideal: 80", ["persona"]],
    ["es", "Dos oportunidades, tres leads y un reciclado", ["lead", "opportunity", "recycled"]],
    ["es", "Sal a la calle y habla con él: no le eches sal", []],
    ["es", "Ya es un SAL", ["sal"]],
    ["es", "liderazgo, oportunidádes, MQLÁ", []],
  ])("%s: %s", (language, text, ids) => expect(used(language, text)).toEqual(ids));

  it("are found in any of several texts, and each is explained once", () => {
    expect(used("es", "El lead", "Un MQL es un lead", "MQL")).toEqual(["lead", "mql"]);
  });

  it("are found as whole words only, whatever they are and wherever they are", () => {
    const word = fc.string({ unit: fc.constantFrom(..."aZñé.+*()[]\\-/ 9"), minLength: 1, maxLength: 8 });
    const before = fc.constantFrom("", " ", ", ", "(", "¿");
    const after = fc.constantFrom("", " ", ".", ")", "?");
    fc.assert(
      fc.property(word, before, after, (term, left, right) => {
        fc.pre(term.trim() !== "");
        const one = [entry("one", term, term)];
        expect(termsUsed(one, "es", [`Hoy ${left}${term.trim()}${right}`])).toEqual(one);
        expect(termsUsed(one, "es", [`x${term.trim()}q`])).toEqual([]);
      }),
    );
  });
});

describe("what is ours in a mail", () => {
  it("is all but what the lead wrote, and the facts about it", () => {
    const url = "https://www.example.com/";
    const texts = wordsOf([
      { is: "notice", text: "a notice" },
      { is: "heading", text: "a heading" },
      { is: "paragraph", text: "a paragraph" },
      { is: "quote", text: "an SQL, said the lead" },
      { is: "list", items: ["an item", "another"] },
      { is: "facts", facts: [{ label: "Company", value: "SAL Logistics" }] },
      { is: "button", label: "a button", url },
      { is: "second-button", label: "another button", url },
      { is: "link", label: "a link", url },
    ]);
    expect(texts).toEqual([
      "a notice",
      "a heading",
      "a paragraph",
      "an item",
      "another",
      "Company",
      "a button",
      "another button",
      "a link",
    ]);
  });
});
