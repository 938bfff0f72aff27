import { Link } from "wouter";
import type { Trail, TrailStep } from "../../../../lambdas/contract/board.ts";
import { roleLabels } from "../../../../lambdas/views/board/role-labels.ts";
import { sayTrailFilters } from "../../../../lambdas/views/board/trail-filters.ts";
import { sayTrailStep } from "../../../../lambdas/views/board/trail-step.ts";
import { IgnoredNote } from "../../address/ignored-note.tsx";
import { dayUntil } from "../../address/read-address.ts";
import { useParam } from "../../address/use-address.ts";
import { type DataColumn, DataTable } from "../../components/data-table.tsx";
import { Empty } from "../../components/empty.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { TextField } from "../../components/field.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { trailWords } from "./trail-words.ts";

const today = (): string => new Date().toISOString().slice(0, 10);

/** Who did what on the board, day by day; for operations. */
export default () => {
  const { say } = useLanguage();
  const asked = useParam("day", dayUntil(today()));
  const day = asked.value ?? today();
  const read = useBoard(reading("trail", { day }));
  return (
    <div className="trail">
      <PageHead
        title={say(trailWords.title)}
        actions={
          <>
            <TextField
              type="date"
              label={say(trailWords.day)}
              value={day}
              max={today()}
              onChange={(chosen) => chosen !== "" && asked.set(chosen, "replace")}
            />
            <ExportMenu name={`trail-of-${day}`} list="trail" query={{ day }} />
          </>
        }
      >
        <p>{say(trailWords.intro)}</p>
      </PageHead>
      <IgnoredNote of={[asked.isIgnored && trailWords.day]} />
      <Loaded of={read} skeleton={<Loading as="rows" lines={8} />}>
        {(trail) => <Steps trail={trail} />}
      </Loaded>
    </div>
  );
};

const Steps = ({ trail }: { trail: Trail }) => {
  const { say } = useLanguage();
  const format = useFormat();
  const me = useMe();
  if (trail.steps.length === 0) return <Empty title={say(trailWords.none)} />;
  const columns: readonly DataColumn<TrailStep>[] = [
    {
      id: "when",
      label: say(trailWords.when),
      value: ({ firstAt, lastAt }) =>
        format.time(firstAt) === format.time(lastAt)
          ? format.time(lastAt)
          : `${format.time(firstAt)}–${format.time(lastAt)}`,
      csv: ({ lastAt }) => lastAt,
    },
    { id: "who", label: say(trailWords.who), value: ({ user }) => user },
    { id: "role", label: say(trailWords.role), value: ({ role }) => say(roleLabels[role]) },
    {
      id: "what",
      label: say(trailWords.what),
      value: (step) =>
        [
          say(sayTrailStep(step)),
          step.filters && say(sayTrailFilters(step.filters, me)),
          step.rows !== undefined && say(trailWords.rows(step.rows)),
        ]
          .filter(Boolean)
          .join(" · ") + (step.refused ? ` (${say(trailWords.refused)})` : ""),
    },
    {
      id: "lead",
      label: say(trailWords.lead),
      value: ({ leadId }) => leadId && <Link href={`/leads/${leadId}`}>{leadId.slice(0, 8)}</Link>,
      csv: ({ leadId = null }) => leadId,
    },
    { id: "times", label: say(trailWords.times), align: "end", value: ({ times }) => times },
  ];
  return (
    <>
      <p role="status">
        {say(trailWords.count(trail.steps.length))}
        {trail.more && ` ${say(trailWords.more)}`}
      </p>
      <DataTable caption={say(trailWords.title)} hidesCaption columns={columns} rows={trail.steps} />
    </>
  );
};
