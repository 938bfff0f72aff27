import type { AgreementView } from "../../../../lambdas/contract/board.ts";

type Term = AgreementView["glossary"][number];

/** Terms whose name or meaning has each of these words, in either language; case and accents do not matter. */
export const findTerms = (glossary: readonly Term[], query: string): Term[] => {
  const wanted = plain(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  return glossary.filter(({ term, meaning }) => {
    const text = plain([term.es, term.en, meaning.es, meaning.en].join(" "));
    return wanted.every((word) => text.includes(word));
  });
};

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
