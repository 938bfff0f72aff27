import { useMemo } from "react";
import type { Figures } from "../../../../lambdas/contract/board.ts";
import { Chart } from "../../components/chart.tsx";
import { Panel } from "../../components/panel.tsx";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { Effects } from "./effects.tsx";
import { figureCharts } from "./figure-charts.ts";
import { figuresWords as words } from "./figures-words.ts";
import { FunnelTable } from "./funnel-table.tsx";
import type { Range } from "./range.ts";
import { RejectReasons } from "./reject-reasons.tsx";
import { Slices } from "./slices.tsx";

/** What these weeks show: trends, the funnel, reasons for rejection, and what leads to deals. */
export const FigureSections = ({ figures, range }: { readonly figures: Figures; readonly range: Range }) => {
  const { say } = useLanguage();
  const me = useMe();
  const charts = useMemo(() => figureCharts(figures, me), [figures, me]);
  const csvName = (what: string): string => `${what}-${figures.weeks.at(-1)?.week ?? ""}-${range}`;
  const content = figures.effects.filter(({ kind }) => kind === "content");
  const criteria = figures.effects.filter(({ kind }) => kind !== "content");
  return (
    <>
      <Panel title={say(words.trend)}>
        <div className="figures-trends">
          {charts.trends.map((chart) => (
            <Chart key={chart.id} chart={chart} />
          ))}
        </div>
      </Panel>
      <Panel title={say(words.funnel)}>
        <p className="figures-note">{say(words.funnelNote)}</p>
        <div className="figures-funnel">
          {charts.funnel.map((chart) => (
            <Chart key={chart.id} chart={chart} />
          ))}
          <FunnelTable figures={figures} csvName={csvName("stages")} />
        </div>
      </Panel>
      <Panel title={say(words.reasons)}>
        <p className="figures-note">{say(words.reasonsNote)}</p>
        <RejectReasons figures={figures} csvName={csvName("reasons")} />
      </Panel>
      <Panel title={say(words.effects)}>
        <p className="figures-note">{say(words.effectsNote)}</p>
        <Effects
          rowsAre={say(words.criterion)}
          effects={criteria}
          caption={say(words.ofCriteria)}
          csvName={csvName("criteria")}
        />
      </Panel>
      <Panel title={say(words.bySource)}>
        <div className="figures-sources">
          <Chart chart={charts.sources} />
          <Slices
            caption={say(words.ofSources)}
            rowsAre={say(words.source)}
            rows={figures.bySource}
            csvName={csvName("sources")}
          />
        </div>
      </Panel>
      <Panel title={say(words.content)}>
        <p className="figures-note">{say(words.contentNote)}</p>
        <Effects
          rowsAre={say(words.kinds.content)}
          effects={content}
          caption={say(words.ofContent)}
          csvName={csvName("content")}
        />
      </Panel>
      <Panel title={say(words.byPersona)}>
        <Slices
          caption={say(words.ofPersonas)}
          rowsAre={say(words.persona)}
          rows={figures.byPersona}
          csvName={csvName("personas")}
        />
      </Panel>
      <Panel title={say(words.byRep)}>
        <Slices
          areReps
          caption={say(words.ofReps)}
          rowsAre={say(words.rep)}
          rows={figures.byRep}
          csvName={csvName("reps")}
        />
      </Panel>
    </>
  );
};
