import type { Effect, Me } from "../../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
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

/** Won rate with and without each criterion; a rate from too few cases is greyed and marked. */
export const Effects = ({ rowsAre, effects, caption, csvName }: Props) => {
  const { say } = useLanguage();
  const { personas } = useMe();
  if (effects.length === 0) return <Empty title={say(words.noEffects)}>{say(words.noEffectsNote)}</Empty>;
  return (
    <DataTable
      caption={caption}
      csvName={csvName}
      rows={effectRows(effects)}
      columns={[
        {
          id: "criterion",
          label: rowsAre,
          value: (row) => <Name row={row} personas={personas} />,
          csv: (row) => say(row.label),
        },
        {
          id: "with",
          label: say(words.with),
          align: "end",
          value: (row) => <Rate row={row} of={row.with} />,
          csv: (row) => row.with.rate,
        },
        {
          id: "without",
          label: say(words.without),
          align: "end",
          value: (row) => <Rate row={row} of={row.without} />,
          csv: (row) => row.without.rate,
        },
        {
          id: "difference",
          label: say(words.difference),
          value: (row) => <Difference row={row} />,
          csv: (row) => row.difference,
        },
        ...inFile.map(({ id, label, value }) => ({
          id,
          label: say(label),
          value: (row: EffectRow) => value(row, say),
          onlyInFile: true as const,
        })),
      ]}
    />
  );
};

const Name = ({ row, personas }: { readonly row: EffectRow; readonly personas: Me["personas"] }) => {
  const { say } = useLanguage();
  const persona = personas.find(({ id }) => id === row.persona);
  return (
    <span className="figures-effect-name" data-few={row.fewCases}>
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

const Rate = ({ row, of: { rate, won, ended } }: { readonly row: EffectRow; readonly of: Effect["with"] }) => {
  const format = useFormat();
  return (
    <span className="figures-effect-rate" data-few={row.fewCases}>
      {format.share(rate)}
      <small>
        {format.number(won)}/{format.number(ended)}
      </small>
    </span>
  );
};

const Difference = ({ row: { difference, fewCases } }: { readonly row: EffectRow }) => {
  const { say } = useLanguage();
  if (fewCases) return <span className="figures-effect-few">{say(words.few)}</span>;
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

/** With fewer closed leads than this on either side, a rate says next to nothing. */
const enoughCases = 10;

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

const hasFewCases = ({ with: having, without }: Effect): boolean => Math.min(having.ended, without.ended) < enoughCases;

const sizeOf = ({ difference }: EffectRow): number => Math.abs(difference ?? 0);
