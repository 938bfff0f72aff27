import { Link } from "wouter";
import type { Meetings } from "../../../../lambdas/contract/board.ts";
import { weekBefore, weekLabel } from "../../../../lambdas/domain/meeting/meeting-week.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { meetingWords as words } from "./meeting-words.ts";

interface Props {
  readonly packs: Meetings["packs"];
  readonly shown: string | undefined;
}

/** All meetings, newest first, each by the week that it reviews. */
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
              <strong>{say(weekLabel(weekBefore(week)))}</strong> <span>{format.date(madeAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
