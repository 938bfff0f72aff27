import type { ImportCounts, ImportView } from "../../../../lambdas/contract/imports.ts";
import { Button } from "../../components/button.tsx";
import { Panel } from "../../components/panel.tsx";
import { useLanguage } from "../../language.tsx";
import { importWords } from "./import-words.ts";
import { RowsTable } from "./rows-table.tsx";
import type { Decide } from "./use-decide.ts";

interface TrialPanelProps {
  readonly view: ImportView;
  readonly decide: Decide;
  readonly onChange: () => void;
}

/** What would become of each row, before anything is stored. */
export const TrialPanel = ({ view, decide, onChange }: TrialPanelProps) => {
  const { say } = useLanguage();
  const { counts } = view;
  const taken = (counts?.new ?? 0) + (counts?.known ?? 0);
  return (
    <Panel title={say(importWords.result)}>
      <div className="import-part">
        {counts !== undefined && <Facts counts={counts} />}
        {taken === 0 && <p className="import-warning">{say(importWords.nothingToTake)}</p>}
        <div className="import-actions">
          {view.actions.includes("start") && taken > 0 && (
            <Button variant="primary" isPending={decide.pending} onPress={() => void decide.to("start")}>
              {say(importWords.start(taken))}
            </Button>
          )}
          {view.actions.includes("terms") && <Button onPress={onChange}>{say(importWords.change)}</Button>}
        </div>
        <RowsTable view={view} />
      </div>
    </Panel>
  );
};

const shown = [
  ["consentYes", "good"],
  ["consentNo", "plain"],
  ["consentNotUnderstood", "warn"],
  ["noMail", "warn"],
  ["filled", "plain"],
  ["differing", "plain"],
] as const;

/** What is to be known of the rows beside their verdicts. */
export const Facts = ({ counts }: { readonly counts: ImportCounts }) => {
  const { say } = useLanguage();
  return (
    <ul className="import-facts">
      {shown
        .filter(([name]) => counts[name] > 0)
        .map(([name, tone]) => (
          <li key={name} className={`import-fact-${tone}`}>
            {say(importWords.facts[name](counts[name]))}
          </li>
        ))}
    </ul>
  );
};
