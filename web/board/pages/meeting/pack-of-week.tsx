import { weekLabel } from "../../../../lambdas/domain/meeting/meeting-week.ts";
import { Loading } from "../../components/loading.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { Decisions } from "./decisions.tsx";
import { meetingWords as words } from "./meeting-words.ts";
import { PackFigures } from "./pack-figures.tsx";
import { Part } from "./part.tsx";
import { Sentences } from "./sentences.tsx";
import { Stories } from "./stories.tsx";

/** The agenda of one meeting: how we are doing, what to discuss, what to decide. */
export const PackOfWeek = ({ week, isNewest }: { readonly week: string; readonly isNewest: boolean }) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { data: pack, problem } = useBoard(reading("meetings/{week}", { week }));
  if (problem && pack === undefined) return <ProblemNote problem={problem} />;
  if (pack === undefined) return <Loading lines={8} />;
  return (
    <article className="meeting-pack">
      <p className="meeting-when">
        {say(words.heldAt)} {format.dateTime(pack.heldAt)}, {say(words.about)} {say(weekLabel(pack.about))}
      </p>
      <PackFigures pack={pack} />
      {pack.worked.length > 0 && (
        <Part title={say(words.worked)}>
          <Sentences of={pack.worked} />
        </Part>
      )}
      <div className="meeting-pair">
        <Stories title={say(words.breaches)} stories={pack.breaches} none={say(words.noBreaches)} />
        <Stories title={say(words.rejected)} stories={pack.rejected} none={say(words.noRejected)} />
      </div>
      <Stories title={say(words.stuck)} stories={pack.stuck} none={say(words.noStuck)} />
      {pack.proposals.length > 0 && (
        <Part title={say(words.proposals)}>
          <Sentences of={pack.proposals} areNumbered />
        </Part>
      )}
      {pack.wins.length > 0 && <Stories title={say(words.wins)} stories={pack.wins} tone="good" />}
      <Decisions pack={pack} isNewest={isNewest} />
    </article>
  );
};
