import type { Effect, Me } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { hasFewCases, leastCasesToCompare } from "../../../../lambdas/domain/metrics/effects.ts";
import { DataTable } from "../../components/data-table.tsx";
import { Empty } from "../../components/empty.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { figuresWords as words } from "./figures-words.ts";

interface Props {
  /** Heading of the column with the names. */
  readonly rowsAre: string;
  readonly effects: readonly Effect[];
  readonly caption: string;
  readonly csvName: string;
}

/** Columns of the file only: the number of cases, and what the page shows in other ways. */
const inFile: readonly {
  readonly id: string;
  readonly label: Bilingual;
  readonly value: (row: EffectRow, say: (text: Bilingual) => string) => string | number;
}[] = [
  { id: "wonWith", label: words.wonWith, value: (row) => row.with.won },
  { id: "endedWith", label: words.endedWith, value: (row) => row.with.ended },
  { id: "wonWithout", label: words.wonWithout, value: (row) => row.without.won },
  { id: "endedWithout", label: words.endedWithout, value: (row) => row.without.ended },
  { id: "kind", label: words.kind, value: (row, say) => say(words.kinds[row.kind]) },
  { id: "persona", label: words.persona, value: (row) => row.persona ?? "" },
];

/**
 * Won rate with and without each criterion. What too few cases say is folded away and has no rates: three of three is
 * no 100 %.
 */
export const Effects = ({ rowsAre, effects, caption, csvName }: Props) => {
  const { say } = useLanguage();
  if (effects.length === 0) return <Empty title={say(words.noEffects)}>{say(words.noEffectsNote)}</Empty>;
  const rows = effectRows(effects);
  const [enough, few] = [rows.filter((row) => !row.fewCases), rows.filter((row) => row.fewCases)];
  const least = leastCasesToCompare;
  return (
    <>
      {enough.length === 0 ? (
        <p className="figures-note">{say(words.noneToCompare(least))}</p>
      ) : (
        <Compared rowsAre={rowsAre} rows={enough} caption={caption} csvName={csvName} />
      )}
      {few.length > 0 && (
        <details className="figures-few">
          <summary>{say(words.fewCases(few.length, least))}</summary>
          <Counted rowsAre={rowsAre} rows={few} caption={caption} csvName={`${csvName}-few`} />
        </details>
      )}
    </>
  );
};

interface TableProps extends Omit<Props, "effects"> {
  readonly rows: readonly EffectRow[];
}

const useNameColumn = (rowsAre: string) => {
  const { say } = useLanguage();
  const { personas } = useMe();
  return {
    id: "criterion",
    label: rowsAre,
    value: (row: EffectRow) => <Name row={row} personas={personas} />,
    csv: (row: EffectRow) => say(row.label),
  };
};

const useFileColumns = () => {
  const { say } = useLanguage();
  return inFile.map(({ id, label, value }) => ({
    id,
    label: say(label),
    value: (row: EffectRow) => value(row, say),
    onlyInFile: true as const,
  }));
};

const Compared = ({ rowsAre, rows, caption, csvName }: TableProps) => {
  const { say } = useLanguage();
  const [name, further] = [useNameColumn(rowsAre), useFileColumns()];
  return (
    <DataTable
      caption={caption}
      csvName={csvName}
      rows={rows}
      columns={[
        name,
        ...(["with", "without"] as const).map((id) => ({
          id,
          label: say(words[id]),
          align: "end" as const,
          value: (row: EffectRow) => <Rate of={row[id]} />,
          csv: (row: EffectRow) => row[id].rate,
        })),
        {
          id: "difference",
          label: say(words.difference),
          value: (row) => <Difference row={row} />,
          csv: (row) => row.difference,
        },
        ...further,
      ]}
    />
  );
};

const Counted = ({ rowsAre, rows, caption, csvName }: TableProps) => {
  const { say } = useLanguage();
  const format = useFormat();
  const [name, further] = [useNameColumn(rowsAre), useFileColumns()];
  const wonOf = ({ won, ended }: Effect["with"]) => say(words.wonOf(format.number(won), format.number(ended)));
  return (
    <DataTable
      caption={caption}
      csvName={csvName}
      rows={rows}
      columns={[
        name,
        { id: "with", label: say(words.with), align: "end", value: (row) => wonOf(row.with) },
        { id: "without", label: say(words.without), align: "end", value: (row) => wonOf(row.without) },
        ...further,
      ]}
    />
  );
};

const Name = ({ row, personas }: { readonly row: EffectRow; readonly personas: Me["personas"] }) => {
  const { say } = useLanguage();
  const persona = personas.find(({ id }) => id === row.persona);
  return (
    <span className="figures-effect-name">
      {say(row.label)}
      {row.kind !== "content" && (
        <small>
          {say(words.kinds[row.kind])}
          {persona && `: ${say(persona.name)}`}
        </small>
      )}
    </span>
  );
};

const Rate = ({ of: { rate, won, ended } }: { readonly of: Effect["with"] }) => {
  const { say } = useLanguage();
  const format = useFormat();
  return (
    <span className="figures-effect-rate">
      {format.share(rate)}
      <small>{say(words.wonOf(format.number(won), format.number(ended)))}</small>
    </span>
  );
};

const Difference = ({ row: { difference } }: { readonly row: EffectRow }) => {
  const { say } = useLanguage();
  if (difference === null) return "–";
  const points = Math.round(difference * 100);
  return (
    <span className="figures-effect-difference" data-sign={Math.sign(points)}>
      <span className="figures-effect-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(50, Math.abs(points))}%` }} />
      </span>
      {points > 0 ? "+" : points < 0 ? "−" : ""}
      {say(words.points(Math.abs(points)))}
    </span>
  );
};

interface EffectRow extends Effect {
  /** Won rate with the criterion minus the rate without it; from -1 to 1. */
  readonly difference: number | null;
  readonly fewCases: boolean;
}

/** Rows with enough cases first, the largest differences on top; rows with too few cases last. */
export const effectRows = (effects: readonly Effect[]): EffectRow[] =>
  effects
    .map((effect) => ({ ...effect, difference: differenceOf(effect), fewCases: hasFewCases(effect) }))
    .sort((one, other) => Number(one.fewCases) - Number(other.fewCases) || sizeOf(other) - sizeOf(one));

const differenceOf = ({ with: having, without }: Effect): number | null =>
  having.rate === null || without.rate === null ? null : having.rate - without.rate;

const sizeOf = ({ difference }: EffectRow): number => Math.abs(difference ?? 0);
