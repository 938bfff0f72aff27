import type { Figures } from "../../../../lambdas/contract/board.ts";
import { weekCalled } from "../../../../lambdas/views/meeting/charts.ts";
import { DataTable } from "../../components/data-table.tsx";
import { Empty } from "../../components/empty.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { figuresWords as words } from "./figures-words.ts";

type Reason = Figures["rejectReasons"][number];

const totalOf = ({ counts }: Reason): number => counts.reduce((all, one) => all + one, 0);

/** Rejections by reason and week: a table shaded like a heat map. */
export const RejectReasons = ({
  figures: { weeks, rejectReasons },
  csvName,
}: {
  readonly figures: Pick<Figures, "weeks" | "rejectReasons">;
  readonly csvName: string;
}) => {
  const { say } = useLanguage();
  const format = useFormat();
  const given = rejectReasons
    .filter((reason) => totalOf(reason) > 0)
    .sort((one, other) => totalOf(other) - totalOf(one));
  if (given.length === 0) return <Empty title={say(words.noReasons)}>{say(words.noReasonsNote)}</Empty>;
  const most = Math.max(...given.flatMap(({ counts }) => counts));
  return (
    <DataTable
      caption={say(words.ofReasons)}
      csvName={csvName}
      rows={given}
      columns={[
        { id: "reason", label: say(words.reason), value: (row) => say(row.label) },
        ...weeks.map((week, i) => ({
          id: week.week,
          label: say(weekCalled(week)),
          align: "end" as const,
          value: (row: Reason) => <Shade count={row.counts[i] ?? 0} most={most} />,
          csv: (row: Reason) => row.counts[i] ?? 0,
        })),
        {
          id: "total",
          label: say(words.total),
          align: "end",
          value: (row) => <strong>{format.number(totalOf(row))}</strong>,
          csv: totalOf,
        },
      ]}
    />
  );
};

const shades = 4;

const Shade = ({ count, most }: { readonly count: number; readonly most: number }) => (
  <span className="figures-shade" data-shade={Math.ceil((count / most) * shades)}>
    {count}
  </span>
);
