import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { Link } from "wouter";
import type { LeadAdded, TypedField } from "../../../lambdas/contract/board-by-hand.ts";
import { waysByHand } from "../../../lambdas/contract/by-hand.ts";
import { limits } from "../../../lambdas/contract/limits.ts";
import { Button } from "../components/button.tsx";
import { componentWords } from "../components/component-words.ts";
import { Dialog } from "../components/dialog.tsx";
import { CheckField, SelectField, TextArea, TextField } from "../components/field.tsx";
import { ProblemNote } from "../components/problem-note.tsx";
import { useAct } from "../data/api.ts";
import { asProblem, type BoardProblem } from "../data/board-problem.ts";
import { posting } from "../data/board-request.ts";
import { keptTyping } from "../data/kept-typing.ts";
import { useLanguage } from "../language.tsx";
import { useMe } from "../me.tsx";
import { bodyOf, missingIn, nothingTyped, type TypedLead, textOf } from "./added-lead.ts";
import { byHandWords } from "./by-hand-words.ts";
import { ConsentFields } from "./consent-fields.tsx";
import { SimilarLeads } from "./similar-leads.tsx";
import { TypedFieldInput } from "./typed-field.tsx";
import { useSimilar } from "./use-similar.ts";

/** What is asked at once; the rest is folded away. */
const asked = ["phone", "name", "company", "jobTitle", "companySize", "country", "language", "interest"];

const useAdded = keptTyping<TypedLead>();

/** The form for somebody who called, whom one met at a fair or who was recommended. */
export default function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useLanguage();
  const { timeZone } = useMe();
  const id = useId();
  const act = useAct();
  const [typed, setTyped] = useAdded("", nothingTyped(timeZone));
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<BoardProblem>();
  const [isPending, setPending] = useState(false);
  const [added, setAdded] = useState<LeadAdded>();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (isPending || missingIn(typed).length > 0) return;
    setPending(true);
    setProblem(undefined);
    try {
      setAdded(await act(posting("leads", {}, bodyOf(typed))));
    } catch (fault) {
      setProblem(asProblem(fault));
    }
    setPending(false);
  };

  const errorOf = (field: string): string | undefined => {
    if (isTried && missingIn(typed).includes(field)) return say(byHandWords.missing);
    const error = problem?.errors.find((each) => each.field === field || each.field === `values.${field}`);
    return error && say(error.said ?? componentWords.fieldUnfit);
  };

  const again = (): void => {
    setAdded(undefined);
    setTried(false);
    setTyped(({ way, campaign }) => ({ ...nothingTyped(timeZone), way, campaign }));
  };

  return (
    <Dialog
      title={say(byHandWords.title)}
      isOpen
      isTypedIn={added === undefined}
      onClose={onClose}
      actions={
        added === undefined ? (
          <>
            <Button onPress={onClose}>{say(componentWords.cancel)}</Button>
            <Button type="submit" form={id} variant="primary" isPending={isPending}>
              {say(byHandWords.send)}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={again}>{say(byHandWords.another)}</Button>
            <Button variant="primary" onPress={onClose}>
              {say(componentWords.close)}
            </Button>
          </>
        )
      }
    >
      {added === undefined ? (
        <form id={id} className="by-hand-form" onSubmit={(event) => void submit(event)} noValidate>
          <p className="field-hint">{say(byHandWords.what)}</p>
          {problem !== undefined && <ProblemNote problem={problem} />}
          <Fields typed={typed} onType={(change) => setTyped((now) => ({ ...now, ...change }))} errorOf={errorOf} />
        </form>
      ) : (
        <Added added={added} />
      )}
    </Dialog>
  );
}

const Added = ({ added: { said, leadId } }: { added: LeadAdded }) => {
  const { say } = useLanguage();
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <>
      <p ref={note} tabIndex={-1} role="status">
        {say(said)}
      </p>
      {leadId !== undefined && (
        <p>
          <Link href={`/leads/${leadId}`} replace>
            {say(byHandWords.open)}
          </Link>
        </p>
      )}
    </>
  );
};

interface FieldsProps {
  readonly typed: TypedLead;
  readonly onType: (change: Partial<TypedLead>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

const Fields = ({ typed, onType, errorOf }: FieldsProps) => {
  const { say } = useLanguage();
  const { addable = [], role } = useMe();
  const { email, way, campaign, values } = typed;
  const type = (id: string, value: string | readonly string[]) => onType({ values: { ...values, [id]: value } });
  const inputOf = (field: TypedField) => (
    <TypedFieldInput
      key={field.id}
      field={field}
      value={values[field.id] ?? ""}
      onChange={(value) => type(field.id, value)}
      error={errorOf(field.id)}
    />
  );
  return (
    <>
      <div className="by-hand-grid">
        <TextField
          label={say(byHandWords.email)}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(next) => onType({ email: next })}
          error={errorOf("email")}
          isRequired
        />
        {asked.slice(0, 3).flatMap((id) => addable.filter((field) => field.id === id).map(inputOf))}
      </div>
      <Found typed={typed} />
      <div className="by-hand-grid">
        <SelectField
          label={say(byHandWords.way)}
          value={way}
          onChange={(next) => onType({ way: next })}
          options={waysByHand.map((each) => ({ id: each, label: say(byHandWords.ways[each]) }))}
          error={errorOf("way")}
          isRequired
        />
        <TextField
          label={say(byHandWords.campaign)}
          value={campaign}
          maxLength={limits.fieldCharacters.utmCampaign}
          autoComplete="off"
          onChange={(next) => onType({ campaign: next })}
          error={errorOf("campaign")}
        />
        {asked.slice(3).flatMap((id) => addable.filter((field) => field.id === id).map(inputOf))}
      </div>
      <TextArea
        label={say(byHandWords.note)}
        hint={say(byHandWords.noteHint)}
        value={textOf(values.message)}
        maxLength={limits.fieldCharacters.message}
        onChange={(next) => type("message", next)}
        error={errorOf("message")}
      />
      <details>
        <summary>{say(byHandWords.more)}</summary>
        <div className="by-hand-grid">{addable.filter(({ id }) => !asked.includes(id)).map(inputOf)}</div>
      </details>
      {role === "rep" && (
        <CheckField label={say(byHandWords.wants)} isChecked={typed.wants} onChange={(wants) => onType({ wants })} />
      )}
      <ConsentFields typed={typed} onType={onType} errorOf={errorOf} />
    </>
  );
};

/** Shown while typing, before anything is sent. */
const Found = ({ typed: { email, values } }: Pick<FieldsProps, "typed">) => {
  const { say } = useLanguage();
  const { people, colleagueId } = useMe();
  const found = useSimilar({
    email,
    phone: textOf(values.phone),
    name: textOf(values.name),
    company: textOf(values.company),
    country: textOf(values.country),
  });
  const { leads = [], companyOwnerId } = found ?? {};
  const owner = people.find(({ id }) => id === companyOwnerId && id !== colleagueId);
  return (
    <div className="by-hand-found" role="status">
      {leads.length > 0 && (
        <>
          <strong>{say(byHandWords.similar)}</strong>
          <SimilarLeads leads={leads} />
          {leads.some(({ by }) => by.includes("email")) && <p>{say(byHandWords.addsTo)}</p>}
        </>
      )}
      {owner !== undefined && <p>{say(byHandWords.companyOf(owner.name))}</p>}
    </div>
  );
};
