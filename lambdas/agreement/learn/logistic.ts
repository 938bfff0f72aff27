/** A logistic regression whose coefficients are drawn to what was believed before, as much as each one's penalty says. */
export interface Regression {
  readonly columns: readonly Float64Array[];
  /** 1 / variance of what was believed of a coefficient; 0 draws to nothing. */
  readonly penalties: readonly number[];
  /** Of each coefficient, what was believed; 0 when left out. */
  readonly beliefs?: readonly number[];
  readonly outcomes: Float64Array;
  readonly weights: Float64Array;
}

export interface Fitted {
  readonly coefficients: readonly number[];
  /** Of each coefficient, its standard error. */
  readonly errors: readonly number[];
  /** Of each row, the probability. */
  readonly probabilities: Float64Array;
}

const mostSteps = 40;

/** Newton's method with steps halved until they help: the penalised likelihood has one maximum. */
export const fitLogistic = (regression: Regression, start: readonly number[] = []): Fitted => {
  const { columns } = regression;
  let coefficients = columns.map((_, i) => start[i] ?? regression.beliefs?.[i] ?? 0);
  let state = stateAt(regression, coefficients);
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, hessian } = slopesAt(regression, coefficients, state.probabilities);
    const direction = solve(cholesky(hessian), gradient);
    let [share, next, moved] = [1, state, coefficients];
    do {
      moved = coefficients.map((each, i) => each + share * (direction[i] ?? 0));
      next = stateAt(regression, moved);
      share /= 2;
    } while (next.likelihood < state.likelihood && share > 1e-6);
    const gained = next.likelihood - state.likelihood;
    if (gained <= 0) break;
    coefficients = moved;
    state = next;
    if (gained < 1e-9 * (1 + Math.abs(state.likelihood))) break;
  }
  const factor = cholesky(slopesAt(regression, coefficients, state.probabilities).hessian);
  const errors = columns.map((_, i) =>
    Math.sqrt(
      solve(
        factor,
        columns.map((__, j) => (i === j ? 1 : 0)),
      )[i] ?? 0,
    ),
  );
  return { coefficients, errors, probabilities: state.probabilities };
};

const stateAt = (
  { columns, penalties, beliefs = [], outcomes, weights }: Regression,
  coefficients: readonly number[],
) => {
  const scores = new Float64Array(outcomes.length);
  columns.forEach((column, i) => {
    const coefficient = coefficients[i] ?? 0;
    if (coefficient !== 0)
      for (let row = 0; row < scores.length; row++) scores[row] = at(scores, row) + coefficient * at(column, row);
  });
  const probabilities = new Float64Array(scores.length);
  let likelihood = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = at(scores, row);
    probabilities[row] = 1 / (1 + Math.exp(-score));
    likelihood += at(weights, row) * (at(outcomes, row) * score - softplus(score));
  }
  coefficients.forEach((coefficient, i) => {
    likelihood -= ((penalties[i] ?? 0) * (coefficient - (beliefs[i] ?? 0)) ** 2) / 2;
  });
  return { probabilities, likelihood };
};

const softplus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

const slopesAt = (
  { columns, penalties, beliefs = [], outcomes, weights }: Regression,
  coefficients: readonly number[],
  probabilities: Float64Array,
) => {
  const residuals = new Float64Array(outcomes.length);
  const information = new Float64Array(outcomes.length);
  for (let row = 0; row < outcomes.length; row++) {
    const probability = at(probabilities, row);
    residuals[row] = at(weights, row) * (at(outcomes, row) - probability);
    information[row] = at(weights, row) * probability * (1 - probability);
  }
  const weighted = new Float64Array(outcomes.length);
  const gradient = columns.map(
    (column, i) => dot(column, residuals) - (penalties[i] ?? 0) * ((coefficients[i] ?? 0) - (beliefs[i] ?? 0)),
  );
  const hessian = columns.map(() => new Float64Array(columns.length));
  columns.forEach((column, i) => {
    for (let row = 0; row < weighted.length; row++) weighted[row] = at(column, row) * at(information, row);
    columns.forEach((other, j) => {
      const [mine, theirs] = [hessian[i], hessian[j]];
      if (j > i || mine === undefined || theirs === undefined) return;
      const sum = dot(other, weighted) + (i === j ? (penalties[i] ?? 0) + ridge : 0);
      mine[j] = sum;
      theirs[i] = sum;
    });
  });
  return { gradient, hessian };
};

/** Keeps a column that says nothing new from making the equations unsolvable. */
const ridge = 1e-8;

const at = (numbers: Float64Array, i: number): number => numbers[i] ?? 0;

const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += at(one, i) * at(other, i);
  return sum;
};

/** The lower triangle whose square, so to speak, the matrix is. */
const cholesky = (matrix: readonly Float64Array[]): readonly Float64Array[] => {
  const factor = matrix.map((row) => new Float64Array(row.length));
  matrix.forEach((row, i) => {
    const mine = factor[i] ?? new Float64Array();
    for (let j = 0; j <= i; j++) {
      const theirs = factor[j] ?? new Float64Array();
      let rest = at(row, j);
      for (let k = 0; k < j; k++) rest -= at(mine, k) * at(theirs, k);
      mine[j] = i === j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / at(theirs, j);
    }
  });
  return factor;
};

const solve = (factor: readonly Float64Array[], right: readonly number[]): number[] => {
  const half = new Float64Array(right.length);
  factor.forEach((row, i) => {
    let rest = right[i] ?? 0;
    for (let k = 0; k < i; k++) rest -= at(row, k) * at(half, k);
    half[i] = rest / at(row, i);
  });
  const solved = new Float64Array(right.length);
  for (let i = right.length - 1; i >= 0; i--) {
    let rest = at(half, i);
    for (let k = i + 1; k < right.length; k++) rest -= at(factor[k] ?? half, i) * at(solved, k);
    solved[i] = rest / at(factor[i] ?? half, i);
  }
  return [...solved];
};
