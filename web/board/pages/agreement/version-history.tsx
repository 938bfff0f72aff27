import type { AgreementView } from "../../../../lambdas/contract/board.ts";
import type { Export } from "../../../../lambdas/contract/board-export.ts";
import { wallClock } from "../../../../lambdas/domain/list/table.ts";
import { Badge } from "../../components/badge.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { agreementWords } from "./agreement-words.ts";

/** Each version with what changed since the one before, newest first. */
export const VersionHistory = ({ version: inForce, versions }: Pick<AgreementView, "version" | "versions">) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { timeZone } = useMe();
  const table = (): Export => ({
    columns: [agreementWords.versionName, agreementWords.inForceSince, agreementWords.changes].map((label, i) => ({
      label: say(label),
      type: i === 1 ? "time" : "text",
    })),
    rows: versions.map(({ version, since, changes }) => [
      version,
      wallClock(timeZone)(since) ?? null,
      changes.map(say).join("\n"),
    ]),
    more: false,
  });
  return (
    <>
      {versions.length > 0 && <ExportMenu name="agreement-versions" table={table} />}
      <ol className="agreement-versions">
        {versions.map(({ version, since, changes }, at) => (
          <li key={`${version}${since}`} id={`version-${version}`} tabIndex={-1}>
            <h3>
              <code>{version}</code> {version === inForce && <Badge tone="good">{say(agreementWords.inForce)}</Badge>}
            </h3>
            <p className="agreement-soft">
              <time dateTime={since}>{say(agreementWords.from(format.date(since)))}</time>
            </p>
            {changes.length === 0 && (
              <p>{say(at === versions.length - 1 ? agreementWords.first : agreementWords.nothingChanged)}</p>
            )}
            <ul>
              {changes.map((change) => (
                <li key={change.en}>{say(change)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
};
