import type { AgreementView } from "../../../../lambdas/contract/board.ts";
import type { Export } from "../../../../lambdas/contract/board-export.ts";
import { wallClock } from "../../../../lambdas/domain/list/table.ts";
import { Badge } from "../../components/badge.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { agreementWords } from "./agreement-words.ts";

type Version = AgreementView["versions"][number];

/** Each version with what changed since the one before, who proposed it, why, and who signed; newest first. */
export const VersionHistory = ({ number: inForce, versions }: Pick<AgreementView, "number" | "versions">) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { timeZone } = useMe();
  const { versionName, hash, inForceSince, changes: changed, proposal, signatures } = agreementWords;
  const table = (): Export => ({
    columns: [versionName, inForceSince, changed, proposal, signatures, hash].map((label, i) => ({
      label: say(label),
      type: i === 1 ? "time" : i === 0 ? "number" : "text",
    })),
    rows: versions.map(({ number, version, since, changes, agreed }) => [
      number,
      wallClock(timeZone)(since) ?? null,
      changes.map(say).join("\n"),
      agreed === undefined ? "" : `${say(agreementWords.proposedBy(agreed.byName))} ${agreed.title}. ${agreed.why}`,
      (agreed?.signatures ?? [])
        .map(({ department, name, at }) =>
          say(agreementWords.signedBy(say(agreementWords.departments[department]), name, format.date(at))),
        )
        .join("\n"),
      version,
    ]),
    more: false,
  });
  return (
    <>
      {versions.length > 0 && <ExportMenu name="agreement-versions" table={table} />}
      <ol className="agreement-versions">
        {versions.map((version, at) => (
          <li key={version.since} id={`version-${version.number}`} tabIndex={-1}>
            <h3>
              {say(agreementWords.numbered(version.number))}{" "}
              {version.number === inForce && <Badge tone="good">{say(agreementWords.inForce)}</Badge>}
            </h3>
            <p className="agreement-soft">
              <time dateTime={version.since}>{say(agreementWords.from(format.date(version.since)))}</time>{" "}
              <code className="agreement-hash" title={say(agreementWords.hash)}>
                {version.version}
              </code>
            </p>
            <Agreed version={version} />
            {version.changes.length === 0 && (
              <p>{say(at === versions.length - 1 ? agreementWords.first : agreementWords.nothingChanged)}</p>
            )}
            <ul>
              {version.changes.map((change) => (
                <li key={change.en}>{say(change)}</li>
              ))}
            </ul>
            {version.closed !== undefined && (
              <p>
                {say(agreementWords.closed)} {version.closed.verdict}{" "}
                <span className="agreement-soft">
                  {say(agreementWords.closedBy(version.closed.by, format.date(version.closed.at)))}
                </span>
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};

/** Who proposed it and why, and who signed it. */
const Agreed = ({ version: { agreed } }: { readonly version: Version }) => {
  const { say } = useLanguage();
  const format = useFormat();
  if (agreed === undefined) return <p className="agreement-soft">{say(agreementWords.byDeployment)}</p>;
  return (
    <>
      <p>
        {say(agreementWords.proposedBy(agreed.byName))} <b>{agreed.title}</b>. {agreed.why}
      </p>
      {agreed.signatures.map(({ department, name, at }) => (
        <p key={department} className="agreement-soft">
          {say(agreementWords.signedBy(say(agreementWords.departments[department]), name, format.date(at)))}
        </p>
      ))}
    </>
  );
};
