/**
 * An amount of money as people write it in Spain and elsewhere: `12500`, `12.500,50 €`, `12,500.50`.
 * A single point or comma before exactly three digits separates thousands: `12.500` is twelve thousand five hundred.
 * @returns `undefined` when it is not an amount.
 */
export const parseAmount = (text: string): number | undefined => {
  const figure = text.replace(/[\s€]|EUR/gi, "");
  if (figure.length > longestFigure) return undefined;
  const [, whole, cents = ""] = shapes.map((shape) => shape.exec(figure)).find((found) => found !== null) ?? [];
  return whole === undefined ? undefined : Number(`${whole.replace(/[.,]/g, "")}.${cents}0`);
};

/** With separators, above 10^12: no deal is larger, and every such figure is exact. */
const longestFigure = 20;

const shapes = [
  /^(\d+)(?:[.,](\d{1,2}))?$/,
  /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/,
  /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
];
