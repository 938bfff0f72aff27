/** `npm run bench`: bytes read and scorings a second, then the functions' bundles, which take minutes. */
import "./bytes-read.ts";

await import("./scoring.ts");
await import("./bundles.ts");
