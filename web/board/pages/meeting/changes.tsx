import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { type MeetingPack, mayRecordDecisions } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { sayVersion } from "../../../../lambdas/domain/text/say-version.ts";
import { Button } from "../../components/button.tsx";
import { TextArea } from "../../components/field.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { Repeating } from "../../components/repeating.tsx";
import { useAct } from "../../data/api.ts";
import { asProblem, BoardProblem } from "../../data/board-problem.ts";
import { posting } from "../../data/board-request.ts";
import { keptTyping } from "../../data/kept-typing.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe, usePerson } from "../../me.tsx";
import { meetingWords as words } from "./meeting-words.ts";
import { Part } from "./part.tsx";

interface Props {
  readonly pack: Pick<MeetingPack, "week" | "madeAt" | "changes">;
  /** Only the newest meeting closes changes. */
  readonly isNewest: boolean;
}

type Change = NonNullable<MeetingPack["changes"]>[number];

/** Did it pay? What was expected of each change of the agreement, and what came, until the meeting closes it. */
export const Changes = ({ pack: { week, madeAt, changes = [] }, isNewest }: Props) => {
  const { say } = useLanguage();
  if (changes.length === 0) return null;
  return (
    <Part title={say(words.changes)} count={changes.length}>
      <ul className="meeting-stories">
        {changes.map((change) => (
          <li key={change.number}>
            <Card change={change} week={week} madeAt={madeAt} isNewest={isNewest} />
          </li>
        ))}
      </ul>
    </Part>
  );
};

interface CardProps extends Omit<Props, "pack"> {
  readonly change: Change;
  readonly week: string;
  readonly madeAt: string;
}

const Card = ({ change, week, madeAt, isNewest }: CardProps) => {
  const { say } = useLanguage();
  const { role, timeZone } = useMe();
  const { number, title, changes, expected, came, closed } = change;
  return (
    <>
      <h3>
        {say(title)} <Link href={`/agreement#version-${number}`}>{say(sayVersion(change, timeZone, madeAt))}</Link>
      </h3>
      <div className="meeting-change">
        {changes.length > 0 && <Lines title={say(words.changed)} lines={changes} />}
        <Lines title={say(words.expected)} lines={expected} />
        <Lines title={say(words.came)} lines={came} />
      </div>
      {closed !== undefined && <Closed closed={closed} />}
      {closed === undefined && isNewest && mayRecordDecisions(role) && <CloseChange week={week} number={number} />}
    </>
  );
};

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly Bilingual[] }) => {
  const { say } = useLanguage();
  return (
    <section>
      <h4>{title}</h4>
      {lines.map((line) => (
        <p key={line.en}>{say(line)}</p>
      ))}
    </section>
  );
};

const Closed = ({ closed: { closedBy, closedAt, verdict } }: { readonly closed: NonNullable<Change["closed"]> }) => {
  const { say } = useLanguage();
  const format = useFormat();
  const by = usePerson(closedBy);
  return (
    <p>
      {say(words.closed(by?.name ?? closedBy, format.date(closedAt)))} {verdict}
    </p>
  );
};

const longestVerdict = 500;
const useVerdict = keptTyping<string>();

/** What the meeting says of it; afterwards the card is gone from later meetings. */
const CloseChange = ({ week, number }: { readonly week: string; readonly number: number }) => {
  const { say } = useLanguage();
  const act = useAct();
  const [verdict, setVerdict] = useVerdict(`change-${number}`, "");
  const [state, setState] = useState<"idle" | "incomplete" | "sending" | BoardProblem>("idle");
  const close = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (verdict.trim() === "") return setState("incomplete");
    setState("sending");
    try {
      const path = { week, number: String(number) };
      await act(posting("meetings/{week}/changes/{number}", path, { closed: true, verdict: verdict.trim() }));
      setVerdict("");
    } catch (fault) {
      setState(asProblem(fault));
    }
  };
  return (
    <form className="meeting-note" onSubmit={(event) => void close(event)} noValidate>
      <TextArea
        label={say(words.verdict)}
        hint={say(words.verdictHint)}
        value={verdict}
        onChange={setVerdict}
        maxLength={longestVerdict}
        rows={2}
        isRequired
        error={state === "incomplete" && verdict.trim() === "" ? say(words.verdictMissing) : undefined}
      />
      <Button type="submit" isPending={state === "sending"}>
        {say(words.close)}
      </Button>
      <Repeating />
      {state instanceof BoardProblem && <ProblemNote problem={state} />}
    </form>
  );
};
