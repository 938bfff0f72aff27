import type { LeadStory } from "../../../../lambdas/contract/board.ts";
import { Panel } from "../../components/panel.tsx";
import { useLanguage } from "../../language.tsx";
import { leadWords } from "./lead-words.ts";

/** Forms with the lead's address that nobody has confirmed, with what they ask for. */
export const LeadUnconfirmed = ({ story: { unconfirmed = [] } }: { readonly story: LeadStory }) => {
  const { say } = useLanguage();
  if (unconfirmed.length === 0) return null;
  return (
    <Panel title={say(leadWords.unconfirmed)}>
      <p className="lead-soft">{say(leadWords.unconfirmedWhat)}</p>
      <ul className="lead-claims">
        {unconfirmed.map(({ submissionId, text }) => (
          <li key={submissionId}>
            <p>{say(text)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** What the lead asked for, when no mail may answer it: a colleague can. */
export const LeadHeldWish = ({ story: { heldWish } }: { readonly story: LeadStory }) => {
  const { say } = useLanguage();
  if (heldWish === undefined) return null;
  return (
    <Panel title={say(leadWords.heldWish)}>
      <p className="lead-soft">{say(leadWords.heldWishWhat)}</p>
      <p>{say(heldWish)}</p>
    </Panel>
  );
};
