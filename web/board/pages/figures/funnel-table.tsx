import type { Figures, StageFigures } from "../../../../lambdas/contract/board.ts";
import { DataTable } from "../../components/data-table.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { figuresWords as words } from "./figures-words.ts";

/** How many leads move forward from each stage, and how long they stay in it. */
export const FunnelTable = ({
  figures: { stages, weeks },
  csvName,
}: {
  readonly figures: Pick<Figures, "stages" | "weeks">;
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
    <div>
      <p className="figures-note">{say(words.conversionNote)}</p>
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
            // Nothing leaves a won deal behind.
            value: (row: StageFigures) => (row.stage === "won" && id !== "entered" ? "–" : format.number(row[id])),
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
      <Entries stages={stages} leads={weeks.reduce((sum, { leads }) => sum + leads, 0)} />
    </div>
  );
};

/** Why more leads entered the first stage than are new. */
const Entries = ({ stages, leads }: { readonly stages: readonly StageFigures[]; readonly leads: number }) => {
  const { say } = useLanguage();
  const format = useFormat();
  const me = useMe();
  const first = stages.find(({ stage }) => stage === "captured");
  const label = me.stages.find(({ id }) => id === "captured")?.label;
  if (first === undefined || label === undefined || first.entered <= leads) return null;
  const [entered, fresh, again] = [first.entered, leads, first.entered - leads].map(format.number);
  return <p className="figures-note">{say(words.entries(say(label), entered ?? "", fresh ?? "", again ?? ""))}</p>;
};
