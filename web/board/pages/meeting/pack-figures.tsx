import type { MeetingPack } from "../../../../lambdas/contract/board.ts";
import { Chart } from "../../components/chart.tsx";
import { useLanguage } from "../../language.tsx";
import { AtAGlance } from "../figures/at-a-glance.tsx";
import { meetingWords as words } from "./meeting-words.ts";
import { Part } from "./part.tsx";
import { Sentences } from "./sentences.tsx";

/** The week under review against both promises, in numbers, words and charts. */
export const PackFigures = ({ pack: { about, figures, charts, madeAt } }: { readonly pack: MeetingPack }) => {
  const { say } = useLanguage();
  const week = figures.weeks.find((each) => each.week === about);
  return (
    <Part title={say(words.how)}>
      {week && <AtAGlance week={week} goal={figures.goal} now={madeAt} />}
      <Sentences of={figures.sentences} />
      <div className="meeting-charts">
        {charts.map((chart) => (
          <Chart key={chart.id} chart={chart} />
        ))}
      </div>
    </Part>
  );
};
