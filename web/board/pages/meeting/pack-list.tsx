import { Link } from "wouter";
import type { Meetings } from "../../../../lambdas/contract/board.ts";
import { weekLabel } from "../../../../lambdas/domain/meeting/meeting-week.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { meetingWords as words } from "./meeting-words.ts";

interface Props {
  readonly packs: Meetings["packs"];
  readonly shown: string | undefined;
}

/** All meetings, newest first. */
export const PackList = ({ packs, shown }: Props) => {
  const { say } = useLanguage();
  const format = useFormat();
  if (packs.length < 2) return null;
  return (
    <nav className="meeting-packs" aria-label={say(words.packs)}>
      <ul>
        {packs.map(({ week, madeAt }) => (
          <li key={week}>
            <Link href={`/meeting/${week}`} aria-current={week === shown ? "page" : undefined}>
              <strong>{say(weekLabel(week))}</strong> <span>{format.date(madeAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
