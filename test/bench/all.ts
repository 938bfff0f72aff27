/** `npm run bench`: bytes read, state transitions and scorings a second, then the functions' bundles, which take minutes. */
import "./bytes-read.ts";

await import("./orchestration.ts");
await import("./scoring.ts");
await import("./bundles.ts");
