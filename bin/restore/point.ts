import * as z from "zod/mini";

/**
 * The point that a table was restored to, as all times are written here, so that they compare as text: its whole second,
 * since point-in-time recovery knows no less, and the events of the stream are as coarse. What was kept outside in that
 * second may not be in the table, and is told again.
 */
export const PointSchema = z.pipe(
  z.iso.datetime(),
  z.transform((typed) => `${new Date(typed).toISOString().slice(0, 19)}.000Z`),
);
