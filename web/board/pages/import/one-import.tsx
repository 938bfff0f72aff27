import { useLocation } from "wouter";
import type { ImportView } from "../../../../lambdas/contract/imports.ts";
import { oneOf } from "../../address/read-address.ts";
import { useChangeAddress, useParam } from "../../address/use-address.ts";
import { Button } from "../../components/button.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useLanguage } from "../../language.tsx";
import { DropZone } from "./drop-zone.tsx";
import { EndPanel } from "./end-panel.tsx";
import { FilePanel } from "./file-panel.tsx";
import { importWords } from "./import-words.ts";
import { ProgressPanel } from "./progress-panel.tsx";
import { TermsForm } from "./terms-form.tsx";
import { TrialPanel } from "./trial-panel.tsx";
import { useDecide } from "./use-decide.ts";

interface OneImportProps {
  readonly view: ImportView;
  /** It has changed since: what is shown is to be read again. */
  readonly onStale: () => void;
}

/** One import by its state: what has to be done now, and nothing else. */
export const OneImport = ({ view, onStale }: OneImportProps) => {
  const { say } = useLanguage();
  const decide = useDecide(view, onStale);
  const isChanging = useParam("step", oneOf(["columns"])).value !== undefined;
  const changeAddress = useChangeAddress();
  // The other rows of other terms.
  const change = (is: boolean): void =>
    changeAddress({ step: is ? "columns" : undefined, rows: undefined, from: undefined }, "push");
  const note = decide.failed !== undefined && <ProblemNote problem={decide.failed} />;
  const discard = view.actions.includes("stop") && <Discard onDiscard={() => void decide.to("stop")} />;
  switch (view.state) {
    case "awaiting-file":
      return (
        <>
          <p className="import-warning">{say(importWords.notUploaded)}</p>
          <DropZone />
          {note}
        </>
      );
    case "unreadable":
      return (
        <>
          {note}
          <FilePanel view={view} decide={decide} />
          <DropZone />
          {discard}
        </>
      );
    case "reading":
    case "trying":
    case "running":
    case "paused":
    case "undoing":
      return (
        <>
          {note}
          <ProgressPanel view={view} decide={decide} />
        </>
      );
    case "mapping":
      return (
        <>
          <FilePanel view={view} decide={decide} />
          <TermsForm view={view} decide={decide} />
          {note}
          {discard}
        </>
      );
    case "tried":
      return isChanging ? (
        <>
          <FilePanel view={view} decide={decide} />
          <TermsForm view={view} decide={decide} onCancel={() => change(false)} />
          {note}
        </>
      ) : (
        <>
          {note}
          <TrialPanel view={view} decide={decide} onChange={() => change(true)} />
          {discard}
        </>
      );
    case "done":
    case "stopped":
    case "undone":
      return (
        <>
          {note}
          <EndPanel view={view} decide={decide} />
        </>
      );
  }
};

const Discard = ({ onDiscard }: { readonly onDiscard: () => void }) => {
  const { say } = useLanguage();
  const [, goTo] = useLocation();
  return (
    <p>
      <Button
        onPress={() => {
          onDiscard();
          goTo("/import");
        }}
      >
        {say(importWords.discard)}
      </Button>
    </p>
  );
};
