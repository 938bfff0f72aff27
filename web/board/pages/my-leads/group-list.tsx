import { useId } from "react";
import type { Card } from "../../../../lambdas/contract/board.ts";
import { useNow } from "../../components/now.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { type GroupName, groupNames, groupsOf } from "./groups.ts";
import { LeadRow } from "./lead-row.tsx";
import { myLeadsWords } from "./my-leads-words.ts";

interface GroupsProps {
  readonly cards: readonly Card[];
  readonly onAnswer: (card: Card) => void;
}

export const Groups = ({ cards, onAnswer }: GroupsProps) => {
  const { timeZone } = useMe();
  const groups = groupsOf(cards, useNow(), timeZone);
  return groupNames
    .filter((name) => groups[name].length > 0)
    .map((name) => <Group key={name} name={name} cards={groups[name]} onAnswer={onAnswer} />);
};

const Group = ({ name, cards, onAnswer }: GroupsProps & { name: GroupName }) => {
  const { say } = useLanguage();
  const id = useId();
  return (
    <section className={`my-leads-group my-leads-${name}`} aria-labelledby={id}>
      <h2 id={id}>
        {say(myLeadsWords.groups[name])} <span>{cards.length}</span>
      </h2>
      <ul>
        {cards.map((card) => (
          <LeadRow key={card.leadId} card={card} onAnswer={onAnswer} />
        ))}
      </ul>
    </section>
  );
};
