import { mayDecideAside, seesAllLeads } from "../../../../lambdas/contract/board.ts";
import type { SourceView, UnreadDecision } from "../../../../lambdas/contract/board-sources.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { anyId } from "../../address/read-address.ts";
import { useDialog } from "../../address/use-address.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Confirmation } from "../../components/confirmation.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { FailedNote, StaleNote } from "../../components/loaded.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useAct, useBoard } from "../../data/api.ts";
import { posting, reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { unreadWords } from "../sources/sources-words.ts";
import { TryDialog } from "../sources/try-dialog.tsx";
import { unreadIn } from "./attention-count.ts";
import { AttentionSection } from "./attention-section.tsx";
import { usePortions } from "./use-portions.ts";

type Unread = SourceView["unread"]["entries"][number];
type Which = { readonly ids: string[] } | { readonly sourceId: string; readonly until: string };

/** What form tools have sent and could not be read, by source. */
export const UnreadSources = ({ every }: { readonly every: number }) => {
  const { say } = useLanguage();
  const { role } = useMe();
  const read = useBoard(seesAllLeads(role) ? reading("sources") : undefined, { every });
  const { data, problem } = read;
  const { decide, pending, said, failed } = useDecisions();
  const [looking, dropping] = [useDialog("look", anyId), useDialog("drop", anyId)];
  if (data === undefined) return problem === undefined ? null : <FailedNote problem={problem} of={read} />;
  const count = data.sources.reduce((sum, source) => sum + unreadIn(source), 0);
  const mayDecide = mayDecideAside(role);
  const looked = mayDecide
    ? data.sources.find(({ unread }) => unread.entries.some(({ id }) => id === looking.value))
    : undefined;
  const dropped = mayDecide ? data.sources.find(({ id }) => id === dropping.value) : undefined;
  const isUnknown = [
    looking.isIgnored || (looking.value !== undefined && looked === undefined),
    dropping.isIgnored || (dropping.value !== undefined && dropped === undefined),
  ].includes(true);
  return (
    <>
      <IgnoredNote of={[isUnknown && unreadWords.request]} />
      <StaleNote of={read} />
      <AttentionSection title={unreadWords.title} count={count} none={unreadWords.none}>
        <li className="unread-intro">
          <p className="attention-soft">{say(unreadWords.intro)}</p>
          <ExportMenu name="sources-unread" list="unread" />
        </li>
        {data.sources
          .filter((source) => unreadIn(source) > 0)
          .map((source) => (
            <li key={source.id} className="unread-source">
              <h3>
                {say(source.label)} <Badge>{source.tool}</Badge>
              </h3>
              {source.today.refused > 0 && <p>{say(unreadWords.refused(source.today.refused))}</p>}
              {mayDecide && source.unread.count > 1 && (
                <p className="aside-all">
                  <Button
                    isPending={pending}
                    onPress={() => decide("again", { sourceId: source.id, until: data.asOf })}
                  >
                    {say(unreadWords.againAll(source.unread.count))}
                  </Button>
                  <Button isPending={pending} variant="danger" onPress={() => dropping.open(source.id)}>
                    {say(unreadWords.dropAll(source.unread.count))}
                  </Button>
                </p>
              )}
              <ul className="unread-list">
                {source.unread.entries.map((entry) => (
                  <Entry
                    key={entry.id}
                    entry={entry}
                    isPending={pending}
                    onDecide={mayDecide ? (decision) => decide(decision, { ids: [entry.id] }) : undefined}
                    onLook={() => looking.open(entry.id)}
                  />
                ))}
              </ul>
              {source.unread.count > source.unread.entries.length && (
                <p className="attention-soft">{say(unreadWords.more)}</p>
              )}
            </li>
          ))}
      </AttentionSection>
      <Confirmation said={said} />
      {failed !== undefined && <ProblemNote problem={failed} />}
      {looked !== undefined && looking.value !== undefined && (
        <TryDialog key={looking.value} source={looked} arrivalId={looking.value} onClose={looking.close} />
      )}
      {dropped !== undefined && (
        <Sure
          source={dropped}
          onClose={dropping.close}
          onSure={() => {
            dropping.close();
            decide("drop", { sourceId: dropped.id, until: data.asOf });
          }}
        />
      )}
    </>
  );
};

interface EntryProps {
  readonly entry: Unread;
  readonly isPending: boolean;
  /** Missing for those who may only look at the list. */
  readonly onDecide: ((decision: UnreadDecision) => void) | undefined;
  readonly onLook: () => void;
}

const Entry = ({ entry: { at, reason }, isPending, onDecide, onLook }: EntryProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  const when = format.dateTime(at);
  return (
    <li className="unread-item">
      <p>
        <time className="attention-soft" dateTime={at}>
          {when}
        </time>
        <span>{say(reason)}</span>
      </p>
      {onDecide !== undefined && (
        <p className="aside-decide">
          <Button aria-label={`${say(unreadWords.look)}: ${when}`} onPress={onLook}>
            {say(unreadWords.look)}
          </Button>
          <Button
            isPending={isPending}
            aria-label={`${say(unreadWords.again)}: ${when}`}
            onPress={() => onDecide("again")}
          >
            {say(unreadWords.again)}
          </Button>
          <Button
            isPending={isPending}
            aria-label={`${say(unreadWords.drop)}: ${when}`}
            onPress={() => onDecide("drop")}
          >
            {say(unreadWords.drop)}
          </Button>
        </p>
      )}
    </li>
  );
};

interface SureProps {
  readonly source: SourceView;
  readonly onClose: () => void;
  readonly onSure: () => void;
}

/** Before all of one source are dropped at once. */
const Sure = ({ source, onClose, onSure }: SureProps) => {
  const { say } = useLanguage();
  const words = unreadWords.dropAll(source.unread.count);
  return (
    <Dialog
      title={say(words)}
      isOpen
      isAlert
      onClose={onClose}
      actions={
        <Button variant="danger" onPress={onSure}>
          {say(words)}
        </Button>
      }
    >
      <p>
        <b>{say(source.label)}</b>
      </p>
      <p>{say(unreadWords.dropping)}</p>
    </Dialog>
  );
};

const useDecisions = () => {
  const act = useAct();
  const { decide, ...shown } = usePortions();
  return {
    ...shown,
    decide: (decision: UnreadDecision, which: Which) =>
      decide(
        () => act(posting(`sources/${decision}`, {}, which)),
        decision === "again" ? unreadWords.readAgain : unreadWords.dropped,
      ),
  };
};
