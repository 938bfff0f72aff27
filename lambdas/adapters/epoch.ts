/** Seconds since 1970, as DynamoDB's time to live counts them: the instant itself, or so many milliseconds later. */
export const epochSeconds = (instant: string, millisLater = 0): number =>
  Math.ceil((Date.parse(instant) + millisLater) / 1000);
