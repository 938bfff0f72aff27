import type { SliceRow } from "../../../../lambdas/contract/board.ts";
import { DataTable } from "../../components/data-table.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { figuresWords as words } from "./figures-words.ts";

interface Props {
  readonly caption: string;
  readonly rowsAre: string;
  readonly rows: readonly SliceRow[];
  readonly csvName: string;
}

const counts = ["leads", "mqls", "accepted", "rejected", "inTime", "breached", "won", "lost"] as const;

/** Results by source, buyer persona or rep. */
export const Slices = ({ caption, rowsAre, rows, csvName }: Props) => {
  const { say } = useLanguage();
  const format = useFormat();
  return (
    <DataTable
      caption={caption}
      csvName={csvName}
      rows={rows}
      columns={[
        { id: "label", label: rowsAre, value: (row) => say(row.label) },
        ...counts.map((id) => ({
          id,
          label: say(words[id]),
          align: "end" as const,
          value: (row: SliceRow) => format.number(row[id]),
          csv: (row: SliceRow) => row[id],
        })),
        {
          id: "amount",
          label: say(words.amount),
          align: "end",
          value: (row) => format.money(row.amount),
          csv: (row) => row.amount,
        },
      ]}
    />
  );
};
