import type { AgreementView } from "../../../../lambdas/contract/board.ts";
import { useTypedSearch } from "../../address/use-typed-search.ts";
import { Empty } from "../../components/empty.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { TextField } from "../../components/field.tsx";
import { useLanguage } from "../../language.tsx";
import { agreementWords } from "./agreement-words.ts";

/** The terms that both teams use in the same sense. */
export const Glossary = ({ glossary }: Pick<AgreementView, "glossary">) => {
  const { say, language } = useLanguage();
  const [query, setQuery] = useTypedSearch("term");
  const found = findTerms(glossary, query).toSorted((a, b) =>
    a.term[language].localeCompare(b.term[language], language),
  );
  return (
    <>
      <div className="agreement-search">
        <TextField label={say(agreementWords.search)} value={query} onChange={setQuery} autoComplete="off" />
        <p role="status">{say(agreementWords.found(found.length))}</p>
        {found.length > 0 && (
          <ExportMenu
            name="glossary"
            table={() => ({
              columns: [agreementWords.term, agreementWords.meaning].map((label) => ({
                label: say(label),
                type: "text",
              })),
              rows: found.map(({ term, meaning }) => [say(term), say(meaning)]),
              more: false,
            })}
          />
        )}
      </div>
      {found.length === 0 && <Empty title={say(agreementWords.noTerm)}>{say(agreementWords.noTermText)}</Empty>}
      <dl className="agreement-glossary">
        {found.map(({ id, term, meaning }) => (
          <div key={id} id={`term-${id}`}>
            <dt>{say(term)}</dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};

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
