import "./my-leads.css";
import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { type ActionDone, type Card, seesAllLeads } from "../../../../lambdas/contract/board.ts";
import { AnswerDialog } from "../../components/answer-dialog.tsx";
import { Confirmation } from "../../components/confirmation.tsx";
import { Empty } from "../../components/empty.tsx";
import { SelectField } from "../../components/field.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { Groups } from "./group-list.tsx";
import { myLeadsWords } from "./my-leads-words.ts";

/** Milliseconds between two requests: an answer given through a mail soon shows here. */
const every = 5000;

export default function MyLeadsPage() {
  const { say } = useLanguage();
  const { role, colleagueId, people } = useMe();
  const [, goTo] = useLocation();
  const search = useSearch();
  const choosesOwner = seesAllLeads(role);
  const first = people.find(({ post }) => post === "rep")?.id;
  const owner = choosesOwner ? (new URLSearchParams(search).get("owner") ?? first) : colleagueId;
  const request = owner === undefined ? undefined : reading("worklist", { owner });
  const { data, problem, isLoading } = useBoard(request, { every });
  const [answering, setAnswering] = useState<Card>();
  const [said, setSaid] = useState<ActionDone>();

  const done = (answer?: ActionDone): void => {
    setAnswering(undefined);
    setSaid(answer);
  };

  return (
    <div className="my-leads">
      <PageHead title={say(choosesOwner ? myLeadsWords.by : myLeadsWords.mine)}>
        {data !== undefined && <p>{say(myLeadsWords.count(data.cards.length))}</p>}
      </PageHead>
      {choosesOwner && (
        <OwnerSwitch chosen={owner} onChoose={(id) => goTo(`/my-leads?owner=${id}`, { replace: true })} />
      )}
      <Confirmation said={said?.said} />
      {problem !== undefined && <ProblemNote problem={problem} />}
      {isLoading && <Loading lines={6} />}
      {data?.cards.length === 0 && <Empty title={say(myLeadsWords.none)}>{say(myLeadsWords.noneText)}</Empty>}
      {data !== undefined && <Groups cards={data.cards} onAnswer={setAnswering} />}
      {answering !== undefined && <AnswerDialog key={answering.leadId} card={answering} onDone={done} />}
    </div>
  );
}

interface OwnerSwitchProps {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Managers are listed, too: they own the leads that no rep could take. */
const OwnerSwitch = ({ chosen = "", onChoose }: OwnerSwitchProps) => {
  const { say } = useLanguage();
  const { people } = useMe();
  const owners = people.filter(({ post }) => post !== "marketing");
  return (
    <div className="my-leads-owner">
      <SelectField
        label={say(myLeadsWords.owner)}
        value={chosen}
        onChange={(id) => id !== "" && onChoose(id)}
        options={owners.map(({ id, name }) => ({ id, label: name }))}
      />
    </div>
  );
};
