import "./figures.css";
import type { Figures } from "../../../../lambdas/contract/board.ts";
import { weekName } from "../../../../lambdas/domain/meeting/meeting-week.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { oneOf } from "../../address/read-address.ts";
import { useParam } from "../../address/use-address.ts";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { FigureSections } from "./figure-sections.tsx";
import { figuresWords as words } from "./figures-words.ts";
import { rangeOf, ranges } from "./range.ts";
import { RangePicker } from "./range-picker.tsx";
import { ThisWeek } from "./this-week.tsx";
import { useFigures } from "./use-figures.ts";

/** What both teams promised each other, and how it is going; visible to every role. */
export default function FiguresPage() {
  const { say } = useLanguage();
  const format = useFormat();
  const asked = useParam("weeks", oneOf(ranges.map(String)));
  const range = rangeOf(asked.value ?? null);
  const read = useFigures(range);
  const { data: figures, isOld } = read;

  return (
    <div className="figures">
      <PageHead
        title={say(words.title)}
        actions={<RangePicker range={range} onChoose={(weeks) => asked.set(String(weeks))} />}
      >
        <p>{say(words.intro)}</p>
        {figures && <p className="figures-as-of">{say(words.asOf(format.time(figures.asOf)))}</p>}
      </PageHead>
      <IgnoredNote of={[asked.isIgnored && words.weeks]} />
      <Loaded of={read} skeleton={<Loading as="panels" lines={3} />}>
        {(figures) => (
          <div className="figures-body" aria-busy={isOld} data-old={isOld}>
            <ThisWeek figures={figures} />
            <Start figures={figures} range={range} />
            {figures.weeks.length === 0 ? (
              <Empty title={say(words.nothingYet)}>{say(words.nothingYetNote)}</Empty>
            ) : (
              <FigureSections figures={figures} range={range} />
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
}

/** Weeks before the start are not shown: they would be zeros under a promise that nobody had made. */
const Start = ({ figures: { weeks }, range }: { readonly figures: Figures; readonly range: number }) => {
  const { say } = useLanguage();
  const [first] = weeks;
  if (first === undefined || weeks.length >= range) return null;
  return <p className="figures-note">{say(words.before(weekName(first.week)))}</p>;
};
