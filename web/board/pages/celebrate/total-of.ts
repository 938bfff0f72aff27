/** The sum of the recorded amounts, exact to the cent. */
export const totalOf = (wins: readonly { readonly amount?: number }[]): number =>
  wins.reduce((cents, { amount = 0 }) => cents + Math.round(amount * 100), 0) / 100;
