import { describe, expect, it } from "vitest";
import { splitLabel } from "../../web/board/pages/agreement/agreement-page.tsx";
import { findTerms } from "../../web/board/pages/agreement/glossary.tsx";

const orphan = {
  id: "orphan",
  term: { es: "huérfano", en: "orphan" },
  meaning: { es: "Lead sin nadie que responda de él.", en: "A lead that nobody answers for." },
};
const territory = {
  id: "territory",
  term: { es: "zona", en: "territory" },
  meaning: { es: "Los países cuyos leads puede llevar alguien.", en: "The countries whose leads a rep may take." },
};
const glossary = [orphan, territory];

describe("the search of the glossary", () => {
  it("shows all of it without a search", () => {
    expect(findTerms(glossary, "  ")).toEqual(glossary);
  });

  it("finds a term without its accents, in capitals, and in the other language", () => {
    expect(findTerms(glossary, "HUERFANO")).toEqual([orphan]);
    expect(findTerms(glossary, "territory")).toEqual([territory]);
  });

  it("finds what a term means, by several words in any order", () => {
    expect(findTerms(glossary, "leads países")).toEqual([territory]);
    expect(findTerms(glossary, "leads planetas")).toEqual([]);
  });
});

describe("a line of the contract", () => {
  it("begins with its label, and loses no character", () => {
    expect(splitLabel("Vía rápida: durante 7 días")).toEqual({ label: "Vía rápida:", text: " durante 7 días" });
    expect(splitLabel("Cada criterio suma o resta puntos.")).toEqual({
      label: "",
      text: "Cada criterio suma o resta puntos.",
    });
  });

  it("takes a clock's time or a late colon for no label", () => {
    expect(splitLabel("cada lunes a las 09:30.").label).toBe("");
    expect(splitLabel(`${"palabra ".repeat(20)}fin: y más`).label).toBe("");
  });
});
