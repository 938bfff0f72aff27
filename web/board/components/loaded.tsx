import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";
import type { Language } from "../../../lambdas/contract/stages.ts";
import { locales } from "../../../lambdas/domain/text/say-number.ts";
import type { BoardProblem } from "../data/board-problem.ts";
import { useFormat } from "../format.ts";
import { useLanguage } from "../language.tsx";
import { NoticesContext } from "../shell/notices.ts";
import { Button } from "./button.tsx";
import { componentWords } from "./component-words.ts";
import { useNow } from "./now.ts";
import { ProblemNote, wordsOf } from "./problem-note.tsx";
import "./loaded.css";

/** What has been read, as far as that went; `useBoard` gives it. */
export interface Reading<Data> {
  readonly data: Data | undefined;
  /** Why it could not be read, or not again. */
  readonly problem: BoardProblem | undefined;
  /** Milliseconds: when `data` came. */
  readonly readAt: number;
  readonly isReading: boolean;
  readonly refetch: () => Promise<unknown>;
}

interface LoadedProps<Data> {
  readonly of: Reading<Data>;
  /** Of about the size of what comes, so that nothing jumps. */
  readonly skeleton: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/**
 * Shows what has been read, in one of three states: not there yet, there, or failed. What could not be read again stays,
 * with its age; what could not be read at all says so: it is never shown as nothing.
 */
export const Loaded = <Data,>({ of, skeleton, children }: LoadedProps<Data>) => {
  const { data, problem } = of;
  if (data !== undefined && problem?.isFinal !== true)
    return (
      <>
        <StaleNote of={of} />
        {children(data)}
      </>
    );
  return problem === undefined ? skeleton : <FailedNote problem={problem} of={of} />;
};

type Again = Pick<Reading<unknown>, "isReading" | "refetch">;

/** In place of what could not be read. */
export const FailedNote = ({ problem, of }: { readonly problem: BoardProblem; readonly of: Again }) => (
  <div className="failed-note">
    <ProblemNote problem={problem} />
    {!problem.isFinal && <TryAgain of={of} />}
  </div>
);

/**
 * Over values that could not be read again: how old they are, and why. Among the shell's notices, so that nothing moves; of
 * several, the first is shown, and all are read again with it.
 */
export const StaleNote = ({ of }: { readonly of: Reading<unknown> }) => {
  const { say, language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const notices = useContext(NoticesContext);
  const client = useQueryClient();
  const { data, problem, readAt, isReading } = of;
  if (notices === null || data === undefined || problem === undefined || problem.isFinal) return null;
  const refetch = () =>
    client.refetchQueries({ type: "active", predicate: ({ state }) => state.fetchFailureCount > 0 });
  return createPortal(
    <div className="shell-note stale-note">
      <p>
        {say(componentWords.stale(timeOf(readAt, now, format), ageOf(readAt, now, language)))}{" "}
        {/* Announced once: the age changes all the time. */}
        <span role="alert">{say(wordsOf(problem))}</span>
      </p>
      <TryAgain of={{ isReading, refetch }} />
    </div>,
    notices,
  );
};

const TryAgain = ({ of: { isReading, refetch } }: { readonly of: Again }) => {
  const { say } = useLanguage();
  return (
    <Button isPending={isReading} onPress={() => void refetch()}>
      {say(componentWords.retry)}
    </Button>
  );
};

type Format = ReturnType<typeof useFormat>;
const dayMillis = 86_400_000;

/** With its day once it is not of today. */
const timeOf = (at: number, now: number, { time, dateTime }: Format): string => {
  const iso = new Date(at).toISOString();
  return now - at < dayMillis / 2 ? time(iso) : dateTime(iso);
};

const ages = [
  { unit: "day", millis: dayMillis },
  { unit: "hour", millis: 3_600_000 },
  { unit: "minute", millis: 60_000 },
] as const;

/** In its largest unit: `3 minutes ago`. */
const ageOf = (at: number, now: number, language: Language): string => {
  const age = now - at;
  const found = ages.find((each) => age >= each.millis);
  if (found === undefined) return componentWords.justNow[language];
  const { unit, millis } = found;
  return new Intl.RelativeTimeFormat(locales[language]).format(-Math.floor(age / millis), unit);
};
