import type { StageFigures } from "../../../../lambdas/contract/board.ts";
import { DataTable } from "../../components/data-table.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { figuresWords as words } from "./figures-words.ts";

/** How many leads move forward from each stage, and how long they stay in it. */
export const FunnelTable = ({
  stages,
  csvName,
}: {
  readonly stages: readonly StageFigures[];
  readonly csvName: string;
}) => {
  const { say } = useLanguage();
  const format = useFormat();
  const me = useMe();
  const labelOf = ({ stage }: StageFigures): string => {
    const known = me.stages.find(({ id }) => id === stage);
    return known ? say(known.label) : stage;
  };
  return (
    <DataTable
      caption={say(words.ofStages)}
      csvName={csvName}
      rows={stages}
      columns={[
        { id: "stage", label: say(words.stage), value: labelOf },
        ...(["entered", "left", "forward"] as const).map((id) => ({
          id,
          label: say(words[id]),
          align: "end" as const,
          value: (row: StageFigures) => format.number(row[id]),
          csv: (row: StageFigures) => row[id],
        })),
        {
          id: "conversion",
          label: say(words.conversion),
          align: "end",
          value: (row) => format.share(row.conversion),
          csv: (row) => row.conversion,
        },
        {
          id: "median",
          label: say(words.median),
          labelInFile: say(words.medianSeconds),
          align: "end",
          value: (row) => (row.medianSeconds === null ? "–" : format.duration(row.medianSeconds)),
          csv: (row) => row.medianSeconds,
        },
      ]}
    />
  );
};
