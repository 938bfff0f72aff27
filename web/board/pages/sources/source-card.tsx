import { Link } from "wouter";
import type { SourceCounts, SourceView } from "../../../../lambdas/contract/board-sources.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Panel } from "../../components/panel.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { CopyLine } from "./copy-line.tsx";
import { keyCommand, secretOf } from "./secrets.ts";
import { sourcesWords } from "./sources-words.ts";

interface SourceCardProps {
  readonly source: SourceView;
  readonly asOf: string;
  /** Missing for those who may not. */
  readonly onTry: (() => void) | undefined;
}

export const SourceCard = ({ source, asOf, onTry }: SourceCardProps) => {
  const { say } = useLanguage();
  const { label, tool, isUntried, proof, address, steps } = source;
  return (
    <Panel
      title={say(label)}
      actions={onTry !== undefined && <Button onPress={onTry}>{say(sourcesWords.tryIt)}</Button>}
    >
      <div className="source-card">
        <p className="source-facts">
          <Badge>{tool}</Badge>
          <span>{say(sourcesWords.proof[proof])}</span>
        </p>
        {isUntried && <p className="source-warning">{say(sourcesWords.untried)}</p>}
        <Secrets source={source} asOf={asOf} />
        <Figures source={source} />
        <div className="source-part">
          <h3>{say(sourcesWords.address)}</h3>
          <CopyLine text={address} />
          {proof === "address" && <p className="source-soft">{say(sourcesWords.addressEnds)}</p>}
        </div>
        <div className="source-part">
          <h3>{say(sourcesWords.steps)}</h3>
          <ol className="source-steps">
            {steps.map((step) => (
              <li key={step.en}>{say(step)}</li>
            ))}
          </ol>
        </div>
      </div>
    </Panel>
  );
};

/** What is missing, and what ends. */
const Secrets = ({ source, asOf }: Pick<SourceCardProps, "source" | "asOf">) => {
  const { say } = useLanguage();
  const format = useFormat();
  return source.needs.map((use) => {
    const secret = secretOf(source, use, asOf);
    if (secret === undefined)
      return (
        <div key={use} className="source-warning">
          <p>{say(sourcesWords.lacks[use])}</p>
          <CopyLine text={keyCommand(source, use)} />
        </div>
      );
    return secret.until === undefined ? null : (
      <p key={use} className="source-soft">
        {say(sourcesWords.ends[use](format.date(secret.until)))}
      </p>
    );
  });
};

const counted = [
  "received",
  "accepted",
  "aside",
  "tests",
  "engagements",
  "refused",
] as const satisfies (keyof SourceCounts)[];

const Figures = ({ source: { lastAt, today, week, unread } }: Pick<SourceCardProps, "source">) => {
  const { say } = useLanguage();
  const format = useFormat();
  // What most forms never have is left out where there is none of it.
  const shown = counted.filter((name) => week[name] > 0 || name === "received" || name === "accepted");
  return (
    <div className="source-part">
      <p className="source-last">
        {say(sourcesWords.last)}: <b>{lastAt === undefined ? say(sourcesWords.never) : format.dateTime(lastAt)}</b>
      </p>
      <table className="source-figures">
        <caption className="unseen">{say(sourcesWords.figures)}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{say(sourcesWords.today)}</th>
            <th scope="col">{say(sourcesWords.week)}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((name) => (
            <tr key={name}>
              <th scope="row">{say(sourcesWords.counts[name])}</th>
              <td>{format.number(today[name])}</td>
              <td>{format.number(week[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unread.count > 0 && (
        <p className="source-unread">
          <Link href="/attention">{say(sourcesWords.unread(unread.count))}</Link>
        </p>
      )}
    </div>
  );
};
