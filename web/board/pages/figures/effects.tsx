import type { Effect, Me } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import {
  type JudgedEffect,
  judgeEffect,
  leastCasesToCompare,
} from "../../../../lambdas/domain/metrics/judge-effect.ts";
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
  { id: "cases", label: words.cases, value: (row) => row.cases },
  { id: "least", label: words.leastDifference, value: (row) => row.interval?.from ?? "" },
  { id: "most", label: words.mostDifference, value: (row) => row.interval?.to ?? "" },
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
  const isFew = ({ verdict }: EffectRow): boolean => verdict === "too-few";
  const [enough, few] = [rows.filter((row) => !isFew(row)), rows.filter(isFew)];
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
        { id: "interval", label: say(words.difference), align: "end", value: (row) => <IntervalOf row={row} /> },
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

const Difference = ({ row }: { readonly row: EffectRow }) => {
  const { say } = useLanguage();
  const { difference, verdict } = row;
  if (difference === null) return "–";
  const points = Math.round(difference * 100);
  return (
    <span className="figures-effect-difference" data-sign={Math.sign(points)} data-chance={verdict === "by-chance"}>
      <span className="figures-effect-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(50, Math.abs(points))}%` }} />
      </span>
      <span className="figures-effect-rate">
        {signOf(points)}
        {say(words.points(Math.abs(points)))}
        <IntervalOf row={row} />
      </span>
    </span>
  );
};

/** Where the difference lies with 95%, of how many cases, and that it may be chance where it may. */
const IntervalOf = ({ row: { interval, cases, verdict } }: { readonly row: EffectRow }) => {
  const { say } = useLanguage();
  const format = useFormat();
  if (interval === null) return "–";
  const [least, most] = [interval.from, interval.to].map((edge) => signed(Math.round(edge * 100)));
  return (
    <small>
      {say(words.interval(least ?? "", most ?? "", format.number(cases)))}
      {verdict === "by-chance" && ` ${say(words.byChance)}`}
    </small>
  );
};

const signOf = (points: number): string => (points > 0 ? "+" : points < 0 ? "−" : "");
const signed = (points: number): string => `${signOf(points)}${Math.abs(points)}`;

type EffectRow = Effect & JudgedEffect;

/** Rows with enough cases first, the largest differences on top; rows with too few cases last. */
export const effectRows = (effects: readonly Effect[]): EffectRow[] =>
  effects
    .map((effect) => ({ ...effect, ...judgeEffect(effect) }))
    .sort(
      (one, other) =>
        Number(one.verdict === "too-few") - Number(other.verdict === "too-few") || sizeOf(other) - sizeOf(one),
    );

const sizeOf = ({ difference }: EffectRow): number => Math.abs(difference ?? 0);
