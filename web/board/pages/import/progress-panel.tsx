import { useState } from "react";
import type { ImportView } from "../../../../lambdas/contract/imports.ts";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { Dialog } from "../../components/dialog.tsx";
import { Panel } from "../../components/panel.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { importWords } from "./import-words.ts";
import { Facts } from "./trial-panel.tsx";
import type { Decide } from "./use-decide.ts";

interface ProgressPanelProps {
  readonly view: ImportView;
  readonly decide: Decide;
}

/** How far it is, at which pace, when it ends, and why it holds. */
export const ProgressPanel = ({ view, decide }: ProgressPanelProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { state, progress, counts, actions } = view;
  const [isStopping, setStopping] = useState(false);
  return (
    <Panel title={say(importWords.states[state])}>
      <div className="import-part">
        {progress === undefined ? (
          <progress aria-label={say(importWords.states[state])} />
        ) : (
          <>
            <progress
              max={Math.max(1, progress.of)}
              value={progress.done}
              aria-label={say(importWords.states[state])}
            />
            <p>
              {say(importWords.progress(format.number(progress.done), format.number(progress.of)))}
              {progress.endsAbout !== undefined && ` · ${say(importWords.ends(format.dateTime(progress.endsAbout)))}`}
            </p>
            {progress.perHour !== undefined && (
              <p className="import-soft">{say(importWords.pace(format.number(progress.perHour)))}</p>
            )}
            {progress.holds !== undefined && <p className="import-warning">{say(importWords.holds[progress.holds])}</p>}
          </>
        )}
        {counts !== undefined && state !== "trying" && <Facts counts={counts} />}
        <p className="import-soft">{say(importWords.leave)}</p>
        <div className="import-actions">
          {actions.includes("resume") && (
            <Button variant="primary" isPending={decide.pending} onPress={() => void decide.to("resume")}>
              {say(importWords.resume)}
            </Button>
          )}
          {actions.includes("pause") && (
            <Button isPending={decide.pending} onPress={() => void decide.to("pause")}>
              {say(importWords.pause)}
            </Button>
          )}
          {actions.includes("stop") && (
            <Button variant="danger" onPress={() => setStopping(true)}>
              {say(importWords.stop)}
            </Button>
          )}
        </div>
      </div>
      <Dialog
        title={say(importWords.stopTitle)}
        isOpen={isStopping}
        isAlert
        onClose={() => setStopping(false)}
        actions={
          <>
            <Button onPress={() => setStopping(false)}>{say(componentWords.cancel)}</Button>
            <Button
              variant="danger"
              isPending={decide.pending}
              onPress={() => void decide.to("stop").then(() => setStopping(false))}
            >
              {say(importWords.stop)}
            </Button>
          </>
        }
      >
        <p>{say(importWords.stopText)}</p>
      </Dialog>
    </Panel>
  );
};
