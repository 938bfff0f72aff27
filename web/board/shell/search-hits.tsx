import type { Card } from "../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { componentWords } from "../components/component-words.ts";
import { wordsOf } from "../components/problem-note.tsx";
import { formats } from "../components/save-list.ts";
import { noteOnExport, useExport } from "../components/use-export.ts";
import { ask } from "../data/api.ts";
import { exportingFound } from "../data/board-request.ts";
import { useLanguage } from "../language.tsx";
import { useStage } from "../me.tsx";
import { shellWords } from "./shell-words.ts";
import type { Found } from "./use-found.ts";

interface SearchHitsProps {
  /** The list is `{id}-list`, its entries `{id}-0` and so on. */
  readonly id: string;
  readonly found: Found;
  readonly at: number;
  readonly isShown: boolean;
  readonly onChoose: (leadId: string) => void;
}

export const SearchHits = ({ id, found, at, isShown, onChoose }: SearchHitsProps) => {
  const { say } = useLanguage();
  const cards = isShown ? (found.cards ?? []) : [];
  return (
    <div className="search-box-popover" hidden={!isShown}>
      <div className="search-box-list" id={`${id}-list`} role="listbox" aria-label={say(shellWords.search)}>
        {cards.map((card, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
          <div
            key={card.leadId}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className="search-box-item"
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(card.leadId)}
          >
            <SearchHit card={card} />
          </div>
        ))}
      </div>
      <div className="search-box-foot">
        <p className="search-box-note" role="status">
          {isShown && say(noteOn(found))}
        </p>
        {cards.length > 0 && <ExportFound key={found.asked} q={found.asked} />}
      </div>
    </div>
  );
};

/** All that is found, whatever of it is listed. */
const ExportFound = ({ q }: { readonly q: string }) => {
  const { say, language } = useLanguage();
  const { state, save } = useExport("search", () => ask(exportingFound(q, language)));
  return (
    <div className="search-box-export">
      <span aria-hidden="true">{say(componentWords.export)}:</span>
      {formats.map((format) => (
        <Button
          key={format}
          aria-label={`${say(componentWords.export)}: ${say(componentWords.format[format])}`}
          isPending={state === "busy"}
          onPress={() => void save(format)}
        >
          {say(componentWords.format[format])}
        </Button>
      ))}
      <span role="status">{state !== undefined && say(noteOnExport(state))}</span>
    </div>
  );
};

const noteOn = ({ cards, more, isSearching, problem }: Found): Bilingual => {
  if (isSearching) return shellWords.searching;
  if (cards === undefined && problem !== undefined) return wordsOf(problem);
  if (cards?.length === 0) return shellWords.searchNone;
  return more ? shellWords.searchMore : shellWords.searchCount(cards?.length ?? 0);
};

const SearchHit = ({ card }: { card: Card }) => {
  const { say } = useLanguage();
  const stage = useStage(card.stage);
  const names = [card.name, card.company].filter(Boolean);
  return (
    <>
      <span className="search-box-names">
        <span>{names.join(" · ") || card.email}</span>
        {names.length > 0 && <small>{card.email}</small>}
      </span>
      {stage !== undefined && <Badge>{say(stage.label)}</Badge>}
    </>
  );
};
