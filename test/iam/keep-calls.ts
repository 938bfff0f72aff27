/** `npm run calls:keep`: adds to `recorded-calls.json` what the newest run of the end-to-end tests has seen. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { merged, readRecorded, recordedFile } from "./recording.ts";

const clouds = path.resolve(".local", "test");
const lines = readdirSync(clouds).flatMap((run) => {
  try {
    return readFileSync(path.join(clouds, run, "calls.tsv"), "utf8").split("\n");
  } catch {
    return [];
  }
});
writeFileSync(recordedFile, `${JSON.stringify(merged(await readRecorded(), lines), null, 2)}\n`);
