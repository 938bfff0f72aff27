import { useState } from "react";
import { Link } from "wouter";
import { type ImportUndone, type ImportView, keptBecause } from "../../../../lambdas/contract/imports.ts";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { Dialog } from "../../components/dialog.tsx";
import { Panel } from "../../components/panel.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { saveFile } from "../../components/save-file.ts";
import { ask } from "../../data/api.ts";
import { asProblem, type BoardProblem } from "../../data/board-problem.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { importWords } from "./import-words.ts";
import { RowsTable } from "./rows-table.tsx";
import { Facts } from "./trial-panel.tsx";
import type { Decide } from "./use-decide.ts";

interface EndPanelProps {
  readonly view: ImportView;
  readonly decide: Decide;
}

/** What has become of the list: its rows, the refused ones as a file, and the way back. */
export const EndPanel = ({ view, decide }: EndPanelProps) => {
  const { say } = useLanguage();
  const { counts, actions, undone } = view;
  // What is undone is neither kept row by row nor true of anybody any more.
  const isThere = counts !== undefined && undone === undefined;
  return (
    <>
      <Panel title={say(importWords.states[view.state])}>
        <div className="import-part">
          {undone !== undefined && <Undone undone={undone} />}
          {counts === undefined && <p>{say(importWords.discarded)}</p>}
          {isThere && <Facts counts={counts} />}
          {actions.includes("refused") && <RefusedFile importId={view.importId} />}
          {actions.includes("undo") && <Undo view={view} decide={decide} />}
          <p>
            <Link href="/import">{say(importWords.another)}</Link>
          </p>
        </div>
      </Panel>
      {isThere && (
        <Panel title={say(importWords.became)}>
          <RowsTable view={view} />
        </Panel>
      )}
    </>
  );
};

const Undone = ({ undone: { erased, kept, leads } }: { readonly undone: ImportUndone }) => {
  const { say } = useLanguage();
  return (
    <>
      <ul className="import-facts">
        <li className="import-fact-good">{say(importWords.undone(erased))}</li>
        {keptBecause.map((because) => {
          const count = kept[because] ?? 0;
          return count === 0 ? null : (
            <li key={because} className="import-fact-plain">
              {say(importWords.kept[because](count))}
            </li>
          );
        })}
      </ul>
      {leads.length > 0 && (
        <ul className="import-leads">
          {leads.map(({ leadId, because }) => (
            <li key={leadId}>
              <Link href={`/leads/${leadId}`}>{say(importWords.toLead)}</Link> {say(importWords.kept[because](1))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const RefusedFile = ({ importId }: { readonly importId: string }) => {
  const { say, language } = useLanguage();
  const [failed, setFailed] = useState<BoardProblem>();
  const [isMore, setMore] = useState(false);
  const save = (): void => {
    setFailed(undefined);
    ask(reading("imports/{importId}/refused", { importId, language })).then(
      ({ fileName, csv, more }) => {
        saveFile(fileName, csv, "text/csv");
        setMore(more);
      },
      (fault: unknown) => setFailed(asProblem(fault)),
    );
  };
  return (
    <div className="import-part">
      <div className="import-actions">
        <Button onPress={save}>{say(importWords.refusedFile)}</Button>
        <span className="import-soft">{say(importWords.refusedText)}</span>
      </div>
      {isMore && <p className="import-warning">{say(importWords.refusedMore)}</p>}
      {failed !== undefined && <ProblemNote problem={failed} />}
    </div>
  );
};

const Undo = ({ view: { counts, undoUntil }, decide }: EndPanelProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="import-actions">
      <Button variant="danger" onPress={() => setOpen(true)}>
        {say(importWords.undo)}
      </Button>
      {undoUntil !== undefined && (
        <span className="import-soft">{say(importWords.undoUntil(format.date(undoUntil)))}</span>
      )}
      <Dialog
        title={say(importWords.undo)}
        isOpen={isOpen}
        isAlert
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{say(componentWords.cancel)}</Button>
            <Button
              variant="danger"
              isPending={decide.pending}
              onPress={() => void decide.to("undo").then(() => setOpen(false))}
            >
              {say(importWords.undoDo)}
            </Button>
          </>
        }
      >
        <p>{say(importWords.undoGoes(counts?.new ?? 0))}</p>
        <p>{say(importWords.undoStays)}</p>
      </Dialog>
    </div>
  );
};
