import { useId, useMemo, useRef, useState } from "react";
import type { LeadStory } from "../../../../lambdas/contract/board.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { oneOf } from "../../address/read-address.ts";
import { useParam } from "../../address/use-address.ts";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Panel } from "../../components/panel.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { filterNames, leadWords } from "./lead-words.ts";
import { Entry } from "./story-entry.tsx";
import { countByFilter, filterStory, nameEntries, type StoryFilter, storyByCycle, storyFilters } from "./timeline.ts";

/** Entries shown at first, and added each time. */
const step = 40;

/** Everything that happened, newest first. */
export const LeadTimeline = ({ story: { entries, isCut } }: { story: LeadStory }) => {
  const { say } = useLanguage();
  const { timeZone } = useMe();
  const asked = useParam("show", oneOf(storyFilters));
  const filter = asked.value ?? "all";
  const [most, setMost] = useState(step);
  const named = useMemo(() => nameEntries(entries), [entries]);
  const chosen = filterStory(named, filter);
  const shown = chosen.slice(0, most);
  const newestDecision = named.find(({ kind }) => kind === "decision")?.id;
  return (
    <Panel title={say(leadWords.story)}>
      <IgnoredNote of={[asked.isIgnored && leadWords.show]} />
      <Filters
        entries={entries}
        isCut={isCut}
        filter={filter}
        onChange={(next) => {
          asked.set(next === "all" ? undefined : next);
          setMost(step);
        }}
      />
      {chosen.length === 0 && <Empty title={say(leadWords.nothingOfThat)} />}
      {storyByCycle(shown, timeZone).map(({ cycle, days }) => (
        <section key={cycle} className="lead-cycle">
          <h3>{say(leadWords.cycle(cycle))}</h3>
          {days.map(({ day, entries: ofDay }) => (
            <div key={day} className="lead-day">
              <h4>
                <Day at={ofDay[0]?.at ?? day} />
              </h4>
              <ol>
                {ofDay.map((entry) => (
                  <Entry key={entry.id} entry={entry} isOpen={entry.id === newestDecision} />
                ))}
              </ol>
            </div>
          ))}
        </section>
      ))}
      {chosen.length > step && <Earlier shown={shown.length} all={chosen.length} onMore={() => setMost(most + step)} />}
      {isCut && shown.length === chosen.length && <p className="lead-soft lead-cut">{say(leadWords.isCut)}</p>}
    </Panel>
  );
};

interface EarlierProps {
  readonly shown: number;
  readonly all: number;
  readonly onMore: () => void;
}

const Earlier = ({ shown, all, onMore }: EarlierProps) => {
  const { say } = useLanguage();
  const note = useRef<HTMLParagraphElement>(null);
  const showMore = (): void => {
    // The button disappears with the last entries: the focus moves to this note.
    if (shown + step >= all) note.current?.focus();
    onMore();
  };
  return (
    <div className="lead-earlier">
      {shown < all && <Button onPress={showMore}>{say(leadWords.earlier)}</Button>}
      <p role="status" ref={note} tabIndex={-1}>
        {say(leadWords.shown(shown, all))}
      </p>
    </div>
  );
};

const Day = ({ at }: { at: string }) => <>{useFormat().date(at)}</>;

interface FiltersProps {
  readonly entries: LeadStory["entries"];
  /** There are more than these. */
  readonly isCut: boolean;
  readonly filter: StoryFilter;
  readonly onChange: (filter: StoryFilter) => void;
}

const Filters = ({ entries, isCut, filter, onChange }: FiltersProps) => {
  const { say } = useLanguage();
  const name = useId();
  const counts = countByFilter(entries);
  return (
    <fieldset className="lead-filters">
      <legend className="unseen">{say(leadWords.show)}</legend>
      {storyFilters.map((each) => (
        <label key={each} className="lead-filter">
          <input type="radio" name={name} checked={each === filter} onChange={() => onChange(each)} />
          {say(filterNames[each])} <span className="lead-filter-count">{`${counts[each]}${isCut ? "+" : ""}`}</span>
        </label>
      ))}
    </fieldset>
  );
};
