import * as z from "zod/mini";

/** What the front (CloudFront, `lib/front/`) adds to each request that it passes on to the API. */
export const frontHeaders = {
  /** Proves that the request came through the front. */
  secret: "x-smarketing-front",
  /** The address of the viewer, as the front saw it; believed with the secret only. */
  viewer: "x-smarketing-viewer",
} as const;

/** Variables of every function behind the API when there is a front. */
export const FrontEnvironmentSchema = z.object({
  /** ARN of the secret that the front sends: its current value and the one before it are accepted. */
  ORIGIN_SECRET_ARN: z.string(),
  /** `true`, while an address moves to the front: requests without the secret are let in, too. */
  ORIGIN_OPEN: z.stringbool(),
});
