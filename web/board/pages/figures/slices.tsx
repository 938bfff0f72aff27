import type { SliceRow } from "../../../../lambdas/contract/board.ts";
import { defaultCurrency } from "../../../../lambdas/contract/money.ts";
import { DataTable } from "../../components/data-table.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { currenciesIn, wonIn } from "./amounts.ts";
import { figuresWords as words } from "./figures-words.ts";

interface Props {
  readonly caption: string;
  readonly rowsAre: string;
  readonly rows: readonly SliceRow[];
  readonly csvName: string;
  /** Of a rep, the leads that were assigned to them, of whatever week they are: they bring in none. */
  readonly areReps?: boolean;
}

const ofSales = ["accepted", "rejected", "inTime", "breached", "won", "lost"] as const;

/** Results by source, buyer persona or rep. */
export const Slices = ({ caption, rowsAre, rows, csvName, areReps = false }: Props) => {
  const { say } = useLanguage();
  const format = useFormat();
  const [own = defaultCurrency] = useMe().currencies;
  return (
    <DataTable
      caption={caption}
      csvName={csvName}
      rows={rows}
      columns={[
        { id: "label", label: rowsAre, value: (row) => say(row.label) },
        ...[...(areReps ? (["mqls"] as const) : (["leads", "mqls"] as const)), ...ofSales].map((id) => ({
          id,
          label: say(areReps && id === "mqls" ? words.given : words[id]),
          align: "end" as const,
          value: (row: SliceRow) => format.number(row[id]),
          csv: (row: SliceRow) => row[id],
        })),
        ...currenciesIn(rows, own).map((currency) => ({
          id: `amount-${currency}`,
          label: say(words.amount),
          labelInFile: `${say(words.amount)} (${currency})`,
          align: "end" as const,
          value: (row: SliceRow) => format.money(wonIn(row, currency), currency),
          csv: (row: SliceRow) => wonIn(row, currency),
        })),
      ]}
    />
  );
};
