/** Builds the board once for every test file that opens it; alone, each of them would take seconds for it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";

/** Names the folder of the built board to the workers. */
export const builtBoard = "SMARKETING_BUILT_BOARD";

export default async (): Promise<() => void> => {
  const outDir = mkdtempSync(path.join(tmpdir(), "board-"));
  await build({
    configFile: "vite.config.ts",
    mode: "production",
    logLevel: "error",
    build: { outDir, license: false },
  });
  process.env[builtBoard] = outDir;
  return () => rmSync(outDir, { recursive: true });
};
