/** A judged row: its outcome is 1 or 0, and it counts as much as its weight. */
export interface Judged {
  readonly outcomes: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** How often a score puts a lead that was won above one that was not: 0.5 is chance, 1 is always. */
export const aucOf = (scores: ArrayLike<number>, judged: Judged): number =>
  meanOf(placements(scores, judged), judged, 1);

export interface AucDifference {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Standard errors, of the difference and of `after`; DeLong, DeLong and Clarke-Pearson 1988, with weights. */
  readonly error: number;
  readonly errorOfAfter: number;
}

/** How much better one score tells the won from the others than another, on the same leads. */
export const compareAuc = (before: ArrayLike<number>, after: ArrayLike<number>, judged: Judged): AucDifference => {
  const [old, fresh] = [placements(before, judged), placements(after, judged)];
  const change = Float64Array.from(fresh, (each, i) => each - (old[i] ?? 0));
  const [aucBefore, aucAfter] = [meanOf(old, judged, 1), meanOf(fresh, judged, 1)];
  return {
    before: aucBefore,
    after: aucAfter,
    difference: aucAfter - aucBefore,
    error: Math.sqrt(varianceOf(change, judged, 1) + varianceOf(change, judged, 0)),
    errorOfAfter: Math.sqrt(varianceOf(fresh, judged, 1) + varianceOf(fresh, judged, 0)),
  };
};

/** Of each row, the share of rows of the other outcome that it is on the right side of. */
const placements = (scores: ArrayLike<number>, { outcomes, weights }: Judged): Float64Array => {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((i, j) => (scores[i] ?? 0) - (scores[j] ?? 0));
  const total = [0, 0];
  for (const i of order) total[outcomes[i] ?? 0] = (total[outcomes[i] ?? 0] ?? 0) + (weights[i] ?? 0);
  const placed = new Float64Array(scores.length);
  const below = [0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    const tied = [0, 0];
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) {
      const row = order[to] ?? 0;
      const outcome = outcomes[row] ?? 0;
      tied[outcome] = (tied[outcome] ?? 0) + (weights[row] ?? 0);
      to++;
    }
    for (; from < to; from++) {
      const row = order[from] ?? 0;
      const other = outcomes[row] === 1 ? 0 : 1;
      const all = total[other] ?? 0;
      const under = (below[other] ?? 0) + (tied[other] ?? 0) / 2;
      placed[row] = all === 0 ? 0.5 : (other === 0 ? under : all - under) / all;
    }
    below[0] = (below[0] ?? 0) + (tied[0] ?? 0);
    below[1] = (below[1] ?? 0) + (tied[1] ?? 0);
  }
  return placed;
};

const meanOf = (placed: Float64Array, { outcomes, weights }: Judged, outcome: 0 | 1): number => {
  let [sum, weight] = [0, 0];
  for (let i = 0; i < placed.length; i++) {
    if (outcomes[i] !== outcome) continue;
    sum += (weights[i] ?? 0) * (placed[i] ?? 0);
    weight += weights[i] ?? 0;
  }
  return weight === 0 ? 0.5 : sum / weight;
};

const varianceOf = (placed: Float64Array, judged: Judged, outcome: 0 | 1): number => {
  const { outcomes, weights } = judged;
  const mean = meanOf(placed, judged, outcome);
  let [sum, weight, count] = [0, 0, 0];
  for (let i = 0; i < placed.length; i++) {
    if (outcomes[i] !== outcome) continue;
    sum += ((weights[i] ?? 0) * ((placed[i] ?? 0) - mean)) ** 2;
    weight += weights[i] ?? 0;
    count++;
  }
  return weight === 0 ? 0 : ((sum / weight / weight) * count) / Math.max(1, count - 1);
};
