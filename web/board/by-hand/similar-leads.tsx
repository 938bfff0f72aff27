import type { ReactNode } from "react";
import { boardPaths } from "../../../lambdas/contract/board.ts";
import type { SimilarLead } from "../../../lambdas/contract/board-by-hand.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { useLanguage } from "../language.tsx";
import { useMe } from "../me.tsx";
import { byHandWords } from "./by-hand-words.ts";

const reasons: Record<SimilarLead["by"][number], Bilingual> = {
  email: byHandWords.sameEmail,
  phone: byHandWords.samePhone,
  person: byHandWords.samePerson,
};

interface SimilarLeadsProps {
  readonly leads: readonly SimilarLead[];
  /** What can be done about one of them. */
  readonly action?: (lead: SimilarLead) => ReactNode;
}

/** Leads who may be the same person, each with what is the same. */
export const SimilarLeads = ({ leads, action }: SimilarLeadsProps) => (
  <ul className="by-hand-similar">
    {leads.map((lead) => (
      <li key={`${lead.leadId} ${lead.ownerId} ${lead.by.join(" ")}`}>
        <Similar lead={lead} />
        {action?.(lead)}
      </li>
    ))}
  </ul>
);

const Similar = ({ lead }: { lead: SimilarLead }) => {
  const { say, language } = useLanguage();
  const { people, stages } = useMe();
  const owner = people.find(({ id }) => id === lead.ownerId)?.name ?? lead.ownerId;
  const same = new Intl.ListFormat(language).format(lead.by.map((by) => say(reasons[by])));
  if (lead.leadId === undefined)
    return (
      <p>
        {`${say(byHandWords.hidden)}: ${same}. `}
        {say(owner === undefined ? byHandWords.hiddenNobody : byHandWords.hiddenOwner(owner))}
      </p>
    );
  const name = lead.name ?? lead.email ?? "";
  const stage = stages.find(({ id }) => id === lead.stage);
  return (
    <p>
      <a
        href={`${boardPaths.board}/leads/${lead.leadId}`}
        target="_blank"
        rel="noreferrer"
        aria-label={say(byHandWords.openOther(name))}
      >
        {name}
      </a>
      {` · ${[lead.company, stage && say(stage.label), owner, same].filter(Boolean).join(" · ")}`}
    </p>
  );
};
