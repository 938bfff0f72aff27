import { Link } from "wouter";
import type { MeetingPack } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { weekName } from "../../../../lambdas/domain/meeting/meeting-week.ts";
import { spanOfWeek } from "../../../../lambdas/domain/metrics/week.ts";
import { sayVersion } from "../../../../lambdas/domain/text/say-version.ts";
import { Chart } from "../../components/chart.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { AtAGlance } from "../figures/at-a-glance.tsx";
import { Changes } from "./changes.tsx";
import { Decisions } from "./decisions.tsx";
import { meetingWords as words } from "./meeting-words.ts";
import { Part } from "./part.tsx";
import { Proposals } from "./proposals.tsx";
import { Stories } from "./stories.tsx";

/** The agenda of one meeting: how we are doing, what to discuss, what to decide. */
export const PackOfWeek = ({ week, isNewest }: { readonly week: string; readonly isNewest: boolean }) => (
  <Loaded of={useBoard(reading("meetings/{week}", { week }))} skeleton={<Loading as="panels" lines={3} />}>
    {(pack) => <Pack pack={pack} isNewest={isNewest} />}
  </Loaded>
);

const Pack = ({ pack, isNewest }: { readonly pack: MeetingPack; readonly isNewest: boolean }) => {
  const { say } = useLanguage();
  const format = useFormat();
  const week = weekName(pack.about);
  return (
    <article className="meeting-pack">
      <PackWhen pack={pack} />
      <PackFigures pack={pack} />
      {pack.worked.length > 0 && (
        <Part title={say(words.worked(week))}>
          <Sentences of={pack.worked} />
        </Part>
      )}
      <div className="meeting-pair">
        <Stories
          title={say(words.breaches(week))}
          name={`breaches-${pack.week}`}
          stories={pack.breaches}
          hasMore={pack.more?.includes("breaches")}
          none={say(words.noBreaches)}
        />
        <Stories
          title={say(words.rejected(week))}
          name={`rejected-${pack.week}`}
          stories={pack.rejected}
          hasMore={pack.more?.includes("rejected")}
          none={say(words.noRejected)}
        />
      </div>
      <Stories
        title={say(words.stuck(format.date(pack.madeAt)))}
        name={`stuck-${pack.week}`}
        stories={pack.stuck}
        hasMore={pack.more?.includes("stuck")}
        none={say(words.noStuck)}
      />
      <Proposals pack={pack} isNewest={isNewest} />
      <Changes pack={pack} isNewest={isNewest} />
      {pack.wins.length > 0 && (
        <Stories
          title={say(words.wins(week))}
          name={`wins-${pack.week}`}
          stories={pack.wins}
          hasMore={pack.more?.includes("wins")}
          tone="good"
        />
      )}
      <Decisions pack={pack} isNewest={isNewest} />
    </article>
  );
};

/** When the meeting is, and the one week that all of its page is about. */
const PackWhen = ({ pack: { about, heldAt, madeAt, agreement } }: { readonly pack: MeetingPack }) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { timeZone } = useMe();
  const { from, to } = spanOfWeek(about, timeZone);
  const [first, last] = [from, to - 1].map((at) => format.shortDate(new Date(at).toISOString()));
  return (
    <p className="meeting-when">
      {say(words.when(format.dateTime(heldAt), weekName(about), `${first} – ${last}`))}
      {agreement !== undefined && (
        <>
          {" "}
          <Link href={`/agreement#version-${agreement.number}`}>
            {say(words.agreement(sayVersion(agreement, timeZone, madeAt)))}
          </Link>{" "}
          <code>{agreement.version}</code>
        </>
      )}
    </p>
  );
};

/** The week under review against both promises, in numbers, words and charts. */
const PackFigures = ({ pack: { about, figures, charts, madeAt } }: { readonly pack: MeetingPack }) => {
  const { say } = useLanguage();
  const week = figures.weeks.find((each) => each.week === about);
  // Packs of earlier versions had sentences about the week in which they were made.
  const isOfOneWeek = (figures.weeks.at(-1)?.week ?? about) === about;
  return (
    <Part title={say(words.how(weekName(about)))}>
      {week && <AtAGlance week={week} goal={figures.goal} now={week.to < madeAt ? week.to : madeAt} />}
      {isOfOneWeek && <Sentences of={figures.sentences} />}
      <div className="meeting-charts">
        {charts.map((chart) => (
          <Chart key={chart.id} chart={chart} />
        ))}
      </div>
    </Part>
  );
};

const Sentences = ({ of }: { readonly of: readonly Bilingual[] }) => {
  const { say } = useLanguage();
  return (
    <ul className="meeting-sentences">
      {of.map((sentence) => (
        <li key={sentence.en}>{say(sentence)}</li>
      ))}
    </ul>
  );
};
