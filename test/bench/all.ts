/**
 * `npm run bench`: bytes read, a board page, state transitions, the dearest forms, scorings a second and a proposal tried on the past, then the functions' bundles,
 * which take minutes.
 */
/** What the functions log is no figure. */
process.env.LOG_LEVEL = "SILENT";

await import("./bytes-read.ts");
await import("./board.ts");
await import("./board-bytes.ts");
await import("./orchestration.ts");
await import("./forms.ts");
await import("./scoring.ts");
await import("./back-test.ts");
await import("./bundles.ts");

export {};
