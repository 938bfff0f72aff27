import { Link } from "wouter";
import { type MeetingPack, mayRecordDecisions, packProposalPath } from "../../../../lambdas/contract/board.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { meetingWords as words } from "./meeting-words.ts";
import { Part } from "./part.tsx";

interface Props {
  readonly pack: Pick<MeetingPack, "week" | "proposals">;
  /** What the figures of an earlier meeting spoke for is no longer opened. */
  readonly isNewest: boolean;
}

/** What the figures speak for, numbered so that people can refer to "the second one". */
export const Proposals = ({ pack: { week, proposals }, isNewest }: Props) => {
  const { say } = useLanguage();
  const { role } = useMe();
  const mayOpen = isNewest && mayRecordDecisions(role);
  return (
    <Part title={say(words.proposals)}>
      {proposals.length === 0 && <p className="meeting-none">{say(words.noProposals)}</p>}
      <ol className="meeting-sentences">
        {proposals.map(({ says, change }, at) => (
          <li key={says.en}>
            <p>{say(says)}</p>
            {mayOpen && change !== undefined && (
              <Link
                className="button meeting-open-proposal"
                href={packProposalPath(week, at + 1)}
                aria-label={say(words.openProposalNumber(at + 1))}
              >
                {say(words.openProposal)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
};
