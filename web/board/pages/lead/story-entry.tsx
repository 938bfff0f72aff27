import { Link } from "wouter";
import { Badge } from "../../components/badge.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { leadWords, toneNames } from "./lead-words.ts";
import { StoryIcon } from "./story-icon.tsx";
import type { NamedEntry } from "./timeline.ts";

interface EntryProps {
  readonly entry: NamedEntry;
  /** Its details are expanded from the start. */
  readonly isOpen: boolean;
}

/** One thing that happened: what, when, by whom, under which agreement, and the details on demand. */
export const Entry = ({ entry, isOpen }: EntryProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { kind, title, tone, at, by, agreementVersion, details } = entry;
  return (
    <li className={`lead-entry lead-entry-${tone}`}>
      <span className="lead-entry-mark">
        <StoryIcon kind={kind} />
      </span>
      <div className="lead-entry-body">
        <p className="lead-entry-title">
          {say(title)} {tone !== "plain" && <Badge tone={tone}>{say(toneNames[tone])}</Badge>}
        </p>
        {by !== undefined && <p className="lead-entry-by">{say(leadWords.by(by))}</p>}
        {details.length === 0 && <AgreedIn entry={entry} />}
        {details.length > 0 && (
          <details className="lead-entry-details" open={isOpen}>
            <summary>{say(leadWords.details(details.length))}</summary>
            <ul>
              {details.map((detail) => (
                <li key={detail.en}>{say(detail)}</li>
              ))}
              {agreementVersion !== undefined && (
                <li>
                  <AgreedIn entry={entry} />
                </li>
              )}
            </ul>
          </details>
        )}
      </div>
      <time className="lead-entry-time" dateTime={at}>
        {format.time(at)}
      </time>
    </li>
  );
};

/** A link to the version of the agreement that applied; the hash of its terms says which they were, beyond doubt. */
const AgreedIn = ({ entry: { agreementVersion, agreement } }: Pick<EntryProps, "entry">) => {
  const { say } = useLanguage();
  if (agreementVersion === undefined) return null;
  const hash = agreementVersion.slice(0, shortVersion);
  if (agreement === undefined) return <span className="lead-entry-agreement">{say(leadWords.agreement(hash))}</span>;
  return (
    <Link className="lead-entry-agreement" href={`/agreement#version-${agreement.number}`}>
      {say(leadWords.byVersion(agreement.number))} <code>{hash}</code>
    </Link>
  );
};

/** Characters of a version that are enough to tell it from others. */
const shortVersion = 7;
