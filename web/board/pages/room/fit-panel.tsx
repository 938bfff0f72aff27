import { useId, useState } from "react";
import type { Chart as ChartData } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Chart } from "../../components/chart.tsx";
import { Loading } from "../../components/loading.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import type { FitFigures, FitKnobs } from "./fit.ts";
import { roomWords as words } from "./room-words.ts";
import { type FitSeen, useFit } from "./use-fit.ts";

/** Whether the team can keep up with what is proposed; sliders say what would be otherwise. */
export const FitPanel = ({ text }: { readonly text: string }) => {
  const { say } = useLanguage();
  const [turned, setTurned] = useState<FitKnobs>();
  const seen = useFit(text, turned);
  const { usual, figures } = seen;
  if (seen.is === "bad" || seen.is === "trial")
    return <p className="room-soft">{say(seen.is === "bad" ? words.fitBad : words.fitTrial)}</p>;
  if (usual === undefined || figures === undefined) return <Loading lines={4} />;
  const knobs = turned ?? usual;
  return (
    <div className="room-fit">
      <div className="room-fit-asked">
        <Slider
          label={words.fitArrivals}
          value={knobs.arrivals}
          most={Math.max(usual.arrivals, usual.capacity) * 2}
          onChange={(arrivals) => setTurned({ ...knobs, arrivals })}
        />
        <Slider
          label={words.fitCapacity}
          value={knobs.capacity}
          most={usual.capacity * 2}
          onChange={(capacity) => setTurned({ ...knobs, capacity })}
        />
        <Slider
          label={words.fitMinutes}
          value={knobs.minutes}
          most={Math.max(60, usual.minutes * 3)}
          onChange={(minutes) => setTurned({ ...knobs, minutes })}
        />
        {turned !== undefined && <Button onPress={() => setTurned(undefined)}>{say(words.fitReset)}</Button>}
      </div>
      <Said figures={figures} most={seen.most} />
      <Pictures seen={seen} />
      <p className="room-soft room-fit-wide">{say(words.fitText)}</p>
    </div>
  );
};

interface SliderProps {
  readonly label: Bilingual;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

const Slider = ({ label, value, most, onChange }: SliderProps) => {
  const { say } = useLanguage();
  const { number } = useFormat();
  const id = useId();
  return (
    <div className="room-slider">
      <label htmlFor={id}>{say(label)}</label>
      <output htmlFor={id}>{number(value)}</output>
      <input
        id={id}
        type="range"
        min={1}
        max={Math.ceil(most)}
        step={1}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
};

const Said = ({ figures, most }: { readonly figures: FitFigures; readonly most: number | undefined }) => {
  const { say } = useLanguage();
  const { number, duration, share } = useFormat();
  return (
    <div className="room-fit-said" aria-live="polite">
      <p>
        <Badge tone={figures.isSufficient ? "good" : "bad"}>
          {say(figures.isSufficient ? words.fitYes : words.fitNo)}
        </Badge>
      </p>
      <ul className="room-changes">
        <li>{say(words.fitHours(number(Math.round(figures.needed)), number(Math.round(figures.has))))}</li>
        <li>
          {say(
            figures.waitP90 < 60 ? words.fitNoWait : words.fitWait(duration(figures.wait), duration(figures.waitP90)),
          )}
        </li>
        <li>{say(words.fitBroken(share(figures.broken)))}</li>
        {figures.overflow > 0.005 && <li>{say(words.fitOverflow(share(figures.overflow)))}</li>}
      </ul>
      {most !== undefined && (
        <p className="room-fit-pace">{say(most === 0 ? words.fitPaceNone : words.fitPace(most))}</p>
      )}
    </div>
  );
};

const tolerated = 0.05;

const Pictures = ({ seen: { curve, most } }: { readonly seen: FitSeen }) => {
  if (curve === undefined) return <Loading lines={6} />;
  const categories = curve.map(({ arrivals }) => ({ es: String(arrivals), en: String(arrivals) }));
  const hours: ChartData = {
    id: "fit-hours",
    title: words.fitHoursChart,
    alt: words.fitHoursAlt,
    kind: "bars",
    categories,
    series: [
      { name: words.fitNeeded, values: curve.map(({ needed }) => Math.round(needed)) },
      { name: words.fitHas, values: curve.map(({ has }) => Math.round(has)), as: "promise" },
    ],
  };
  const missed: ChartData = {
    id: "fit-missed",
    title: words.fitChart,
    alt: most === undefined ? words.fitChart : words.fitChartAlt(most),
    kind: "lines",
    unit: "share",
    categories,
    series: [
      { name: words.fitMissed, values: curve.map(({ broken }) => broken) },
      { name: words.capacityOverflow, values: curve.map(({ overflow }) => overflow) },
      { name: words.fitTolerated, values: curve.map(() => tolerated), as: "promise" },
    ],
  };
  return (
    <>
      <Chart chart={hours} />
      <Chart chart={missed} />
    </>
  );
};
