import { Link } from "wouter";
import { asideKinds } from "../../../../lambdas/contract/agreed-limits.ts";
import {
  type AsideDecision,
  type AsideEntry,
  type AsideView,
  mayDecideAside,
} from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { oneOf } from "../../address/read-address.ts";
import { useDialog, useParam } from "../../address/use-address.ts";
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
import { AttentionSection } from "./attention-section.tsx";
import { asideWords } from "./kept-aside-words.ts";
import { usePortions } from "./use-portions.ts";

type Kind = AsideView["kind"];
/** Some by name, or all of one reason that were there when the list was read. */
type Which = { readonly ids: string[] } | { readonly kind: Kind; readonly until: string };

/** Forms and leads that are kept aside: for those who may release or drop them. */
export const KeptAside = ({ every }: { readonly every: number }) => {
  const { role } = useMe();
  return mayDecideAside(role) ? <List every={every} /> : null;
};

const List = ({ every }: { readonly every: number }) => {
  const { say } = useLanguage();
  const { value: asked, isIgnored, set: setAsked } = useParam("kind", oneOf(asideKinds));
  const read = useBoard(reading("aside", asked === undefined ? {} : { kind: asked }), { every });
  const { data, problem } = read;
  const { decide, pending, said, failed } = useDecisions();
  const { value: all, open: setAll, close } = useDialog("all", oneOf(["release", "drop"]));
  if (data === undefined) return problem === undefined ? null : <FailedNote problem={problem} of={read} />;
  const count = data.kinds.reduce((sum, each) => sum + each.count, 0);
  const shown = data.kinds.find(({ kind }) => kind === data.kind);
  return (
    <>
      <IgnoredNote of={[isIgnored && asideWords.kind]} />
      <StaleNote of={read} />
      <AttentionSection title={asideWords.title} count={count} none={asideWords.none}>
        <li className="aside-kinds">
          <p className="attention-soft">{say(asideWords.intro)}</p>
          <ul>
            {data.kinds.map(({ kind, label, count }) => (
              <li key={kind}>
                <button type="button" aria-pressed={kind === data.kind} onClick={() => setAsked(kind)}>
                  {say(label)} <span className="attention-count">{count}</span>
                </button>
              </li>
            ))}
          </ul>
          {shown !== undefined && (
            <ExportMenu name={`kept-aside-${data.kind}`} list="aside" query={{ kind: data.kind }} />
          )}
          {shown !== undefined && shown.count > 1 && (
            <p className="aside-all">
              <Button isPending={pending} onPress={() => setAll("release")}>
                {say(asideWords.releaseAll(shown.count))}
              </Button>
              <Button isPending={pending} onPress={() => setAll("drop")} variant="danger">
                {say(asideWords.dropAll(shown.count))}
              </Button>
            </p>
          )}
        </li>
        {data.entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            isPending={pending}
            onDecide={(decision) => decide(decision, { ids: [entry.id] })}
          />
        ))}
        {shown !== undefined && shown.count > data.entries.length && (
          <li className="attention-soft">{say(asideWords.more)}</li>
        )}
      </AttentionSection>
      <Confirmation said={said} />
      {failed !== undefined && <ProblemNote problem={failed} />}
      {all !== undefined && shown !== undefined && (
        <Sure
          decision={all}
          label={shown.label}
          count={shown.count}
          onClose={close}
          onSure={() => {
            close();
            decide(all, { kind: shown.kind, until: data.asOf });
          }}
        />
      )}
    </>
  );
};

interface EntryProps {
  readonly entry: AsideEntry;
  readonly isPending: boolean;
  readonly onDecide: (decision: AsideDecision) => void;
}

const Entry = ({ entry: { at, email, name, company, message, reasons, leadId }, isPending, onDecide }: EntryProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  const who = name ?? email;
  return (
    <li className="attention-item aside-item">
      <div className="attention-what">
        <h3>{leadId === undefined ? who : <Link href={`/leads/${leadId}`}>{who}</Link>}</h3>
        <p className="attention-facts">
          {company !== undefined && <span>{company}</span>}
          {name !== undefined && <span>{email}</span>}
          <time dateTime={at}>{format.dateTime(at)}</time>
          {reasons.map((reason) => (
            <Badge key={reason.en}>{say(reason)}</Badge>
          ))}
        </p>
        {message !== undefined && <p className="aside-message">{message}</p>}
      </div>
      <p className="aside-decide">
        <Button
          isPending={isPending}
          aria-label={`${say(asideWords.release)}: ${who}`}
          onPress={() => onDecide("release")}
        >
          {say(asideWords.release)}
        </Button>
        <Button isPending={isPending} aria-label={`${say(asideWords.drop)}: ${who}`} onPress={() => onDecide("drop")}>
          {say(asideWords.drop)}
        </Button>
      </p>
    </li>
  );
};

interface SureProps {
  readonly decision: AsideDecision;
  readonly label: Bilingual;
  readonly count: number;
  readonly onClose: () => void;
  readonly onSure: () => void;
}

/** Before all of one reason are decided on at once. */
const Sure = ({ decision, label, count, onClose, onSure }: SureProps) => {
  const { say } = useLanguage();
  const words = decision === "release" ? asideWords.releaseAll(count) : asideWords.dropAll(count);
  return (
    <Dialog
      title={say(words)}
      isOpen
      onClose={onClose}
      actions={
        <Button variant={decision === "release" ? "primary" : "danger"} onPress={onSure}>
          {say(words)}
        </Button>
      }
    >
      <p>
        <b>{say(label)}</b>
      </p>
      <p>{say(decision === "release" ? asideWords.releasing : asideWords.dropping)}</p>
    </Dialog>
  );
};

const useDecisions = () => {
  const act = useAct();
  const { decide, ...shown } = usePortions();
  return {
    ...shown,
    decide: (decision: AsideDecision, which: Which) =>
      decide(
        () => act(posting(`aside/${decision}`, {}, which)),
        decision === "release" ? asideWords.released : asideWords.dropped,
      ),
  };
};
