import type { StoryEntry } from "../../../../lambdas/contract/board.ts";

/** Paths in a square of 16. */
const strokes = {
  visit: "M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4Zm6 1.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2Z",
  content: "M8 4.5C6.6 3.4 4.6 3 2.5 3v9c2.1 0 4.1.4 5.5 1.5 1.4-1.1 3.4-1.5 5.5-1.5V3C11.4 3 9.4 3.4 8 4.5Zm0 0v9",
  form: "M4 2h8v12H4zM6.2 5.5h3.6M6.2 8h3.6M6.2 10.5h2",
  mail: "M2 4h12v8.5H2zM2.3 4.4 8 8.8l5.7-4.4",
  score: "M3 13V9M8 13V3M13 13V6.5",
  decision: "M8 2v4M8 6 3.5 9.5V14M8 6l4.5 3.5V14M6 4l2-2 2 2",
  assignment:
    "M6 7.5a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8ZM2 13c.4-2.4 2-3.6 4-3.6s3.6 1.2 4 3.6M11 7h3.5M13 5.3 14.7 7 13 8.7",
  stage: "M2.5 8h10.5M9 4l4 4-4 4",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6",
  breach: "M8 2.5 14.3 13H1.7L8 2.5ZM8 6.5v3M8 11.2v.1",
  answer: "M2.5 3h11v7.5H8L5 13.3v-2.8H2.5V3Z",
  outcome: "M4 14V2.5M4 3h8.5l-2 2.8 2 2.8H4",
  consent: "M8 2 3 4v3.8c0 3 2.1 5 5 6.2 2.9-1.2 5-3.2 5-6.2V4L8 2ZM5.8 8l1.6 1.6 2.9-3.1",
  override: "M3 13l1-3.5L10.8 2.7l2.5 2.5L6.5 12 3 13ZM9.3 4.2l2.5 2.5",
  other:
    "M8 8.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2ZM3.5 8.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2ZM12.5 8.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2Z",
} as const satisfies Record<StoryEntry["kind"], string>;

/** An ornament: the title beside it says what happened. */
export const StoryIcon = ({ kind }: Pick<StoryEntry, "kind">) => (
  <svg className="lead-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={strokes[kind]} />
  </svg>
);
