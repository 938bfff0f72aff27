import "./my-leads.css";
import { useState } from "react";
import { type ActionDone, type Me, seesAllLeads, type Worklist } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { anyId, oneOf } from "../../address/read-address.ts";
import { useDialog, useParam } from "../../address/use-address.ts";
import { AnswerDialog } from "../../components/answer-dialog.tsx";
import { Confirmation } from "../../components/confirmation.tsx";
import { Empty } from "../../components/empty.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { SelectField } from "../../components/field.tsx";
import { Loaded, type Reading } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
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
  const choosesOwner = seesAllLeads(role);
  const first = people.find(({ post }) => post === "rep")?.id;
  const owners = choosesOwner ? ownersIn(people).map(({ id }) => id) : [colleagueId ?? ""];
  const chosen = useParam("owner", oneOf(owners));
  const owner = choosesOwner ? (chosen.value ?? first) : colleagueId;
  const read = useBoard(owner === undefined ? undefined : reading("worklist", { owner }), { every });
  const { data } = read;
  const answering = useDialog("answer", anyId);
  const card = data?.cards.find(({ leadId }) => leadId === answering.value);
  const [said, setSaid] = useState<ActionDone>();

  const isUnknownLead = answering.isIgnored || (answering.value !== undefined && data !== undefined && !card);

  const done = (answer?: ActionDone): void => {
    answering.close();
    setSaid(answer);
  };

  return (
    <div className="my-leads">
      <PageHead
        title={say(choosesOwner ? myLeadsWords.by : myLeadsWords.mine)}
        actions={owner !== undefined && <ExportMenu name="leads" list="worklist" query={{ owner }} />}
      >
        <p>{say(sayCount(read))}</p>
      </PageHead>
      {choosesOwner && <OwnerSwitch chosen={owner} onChoose={chosen.set} />}
      <IgnoredNote of={[chosen.isIgnored && myLeadsWords.owner, isUnknownLead && myLeadsWords.lead]} />
      <Confirmation said={said?.said} />
      <Loaded of={read} skeleton={<Loading as="rows" lines={6} />}>
        {({ cards }) =>
          cards.length === 0 ? (
            <Empty title={say(myLeadsWords.none)}>{say(myLeadsWords.noneText)}</Empty>
          ) : (
            <Groups cards={cards} onAnswer={({ leadId }) => answering.open(leadId)} />
          )
        }
      </Loaded>
      {card !== undefined && <AnswerDialog key={card.leadId} card={card} onDone={done} />}
    </div>
  );
}

const sayCount = ({ data, problem }: Reading<Worklist>): Bilingual => {
  if (data !== undefined && problem?.isFinal !== true) return myLeadsWords.count(data.cards.length, data.more);
  return problem === undefined ? myLeadsWords.counting : myLeadsWords.notCounted;
};

const ownersIn = (people: Me["people"]): Me["people"] => people.filter(({ post }) => post !== "marketing");

interface OwnerSwitchProps {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Managers are listed, too: they own the leads that no rep could take. */
const OwnerSwitch = ({ chosen = "", onChoose }: OwnerSwitchProps) => {
  const { say } = useLanguage();
  const { people } = useMe();
  const owners = ownersIn(people);
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
