import { useState } from "react";
import type { ImportView } from "../../../../lambdas/contract/imports.ts";
import { limits } from "../../../../lambdas/contract/limits.ts";
import { originOf } from "../../../../lambdas/domain/import/origin-id.ts";
import { Button } from "../../components/button.tsx";
import { RadioGroup, SelectField, TextArea, TextField } from "../../components/field.tsx";
import { Panel } from "../../components/panel.tsx";
import { useLanguage } from "../../language.tsx";
import { ColumnsTable } from "./columns-table.tsx";
import { type Draft, type Lacks, lacksOf, termsOf } from "./draft.ts";
import { importWords } from "./import-words.ts";
import type { Decide } from "./use-decide.ts";
import { useDraft } from "./use-draft.ts";
import { ValuesFields } from "./values-fields.tsx";

interface TermsFormProps {
  readonly view: ImportView;
  readonly decide: Decide;
  /** Of a list that was checked already: back to that. */
  readonly onCancel?: () => void;
}

/** What the columns are, where the leads come from and what they agreed to; then each row is checked. */
export const TermsForm = ({ view, decide, onCancel }: TermsFormProps) => {
  const { say } = useLanguage();
  const [draft, change] = useDraft(view);
  const [isMarked, mark] = useState(false);
  const all = lacksOf(draft, view);
  const lacks = isMarked ? all : {};
  const check = (): void => {
    mark(true);
    if (Object.keys(all).length === 0) void decide.terms(termsOf(draft));
  };
  return (
    <>
      <Panel title={say(importWords.columns)}>
        <p className="import-soft">{say(importWords.columnsText)}</p>
        <ColumnsTable {...{ view, draft }} onChange={change} error={lacks.columns && say(lacks.columns)} />
        <ValuesFields {...{ view, draft }} onChange={change} />
      </Panel>
      <Panel title={say(importWords.terms)}>
        <Provenance {...{ view, draft, lacks }} onChange={change} />
        <Basis {...{ draft, lacks }} onChange={change} />
      </Panel>
      <div className="import-actions">
        <Button variant="primary" isPending={decide.pending} onPress={check}>
          {say(importWords.check)}
        </Button>
        {onCancel !== undefined && <Button onPress={onCancel}>{say(importWords.cancelChange)}</Button>}
        <span role="status" className={Object.keys(lacks).length > 0 ? "import-bad" : "import-soft"}>
          {say(Object.keys(lacks).length > 0 ? importWords.incomplete : importWords.checkText)}
        </span>
      </div>
    </>
  );
};

interface PartProps {
  readonly draft: Draft;
  readonly lacks: Lacks;
  readonly onChange: (draft: Draft) => void;
}

const Provenance = ({ view, draft, lacks, onChange }: PartProps & Pick<TermsFormProps, "view">) => {
  const { say } = useLanguage();
  const { origin, campaign, engagement, engagementDay, language } = draft;
  const id = originOf(origin);
  return (
    <div className="import-fields">
      <TextField
        label={say(importWords.origin)}
        hint={say(id === "" ? importWords.originEmpty : importWords.originHint(id))}
        value={origin}
        isRequired
        maxLength={80}
        error={lacks.origin && say(lacks.origin)}
        onChange={(text) => onChange({ ...draft, origin: text })}
      />
      <TextField
        label={say(importWords.campaign)}
        value={campaign}
        maxLength={100}
        onChange={(text) => onChange({ ...draft, campaign: text })}
      />
      {view.engagements.length > 0 && (
        <SelectField
          label={say(importWords.engagement)}
          value={engagement}
          none={say(importWords.engagementNone)}
          options={view.engagements.map((each) => ({ id: each.id, label: say(each.label) }))}
          onChange={(kind) => onChange({ ...draft, engagement: kind })}
        />
      )}
      {engagement !== "" && (
        <TextField
          label={say(importWords.engagementDay)}
          type="date"
          value={engagementDay}
          isRequired
          error={lacks.engagementDay && say(lacks.engagementDay)}
          onChange={(day) => onChange({ ...draft, engagementDay: day })}
        />
      )}
      <SelectField
        label={say(importWords.language)}
        value={language}
        none={say(importWords.guessed)}
        options={(["es", "en"] as const).map((each) => ({ id: each, label: say(importWords.languages[each]) }))}
        onChange={(chosen) => onChange({ ...draft, language: chosen === "es" || chosen === "en" ? chosen : "" })}
      />
    </div>
  );
};

const bases = ["none", "consented", "per-row"] as const;

const Basis = ({ draft, lacks, onChange }: PartProps) => {
  const { say } = useLanguage();
  const { basis, proof, consentDay, targets } = draft;
  const hasColumn = targets.includes("consent");
  const words = importWords.bases;
  const hints = {
    none: words.noneHint,
    consented: words.consentedHint,
    "per-row": hasColumn ? words.perRowHint : words.perRowLacks,
  };
  return (
    <div className="import-part">
      <RadioGroup
        label={say(importWords.basis)}
        value={basis}
        isRequired
        error={lacks.basis && say(lacks.basis)}
        options={bases.map((id) => ({
          id,
          label: say(words[id]),
          hint: say(hints[id]),
          // A column that says so is asked; leaving it out is a choice above.
          isDisabled: (id === "per-row") !== hasColumn,
        }))}
        onChange={(chosen) => onChange({ ...draft, basis: bases.find((each) => each === chosen) ?? "" })}
      />
      {basis !== "" && basis !== "none" && (
        <>
          <TextArea
            label={say(importWords.proof)}
            hint={say(importWords.proofHint)}
            value={proof}
            isRequired
            maxLength={limits.importProof}
            error={lacks.proof && say(lacks.proof)}
            onChange={(text) => onChange({ ...draft, proof: text })}
          />
          <div className="import-fields">
            <TextField
              label={say(importWords.consentDay)}
              type="date"
              value={consentDay}
              onChange={(day) => onChange({ ...draft, consentDay: day })}
            />
          </div>
        </>
      )}
    </div>
  );
};
