import { readFileSync } from "node:fs";
import path from "node:path";
import { siteFolder } from "../../lambdas/contract/board-site.ts";
import type { FilesBeside } from "../house/bundle.ts";
import { buildBoard } from "./build-board.ts";
import { filesBelow } from "./pack-files.ts";

/** The board's files as they lie beside the function that serves it: plain, compressed, and listed. */
export const boardFiles = (): FilesBeside => {
  const folder = buildBoard();
  return Object.fromEntries(
    filesBelow(folder).map((name) => [`${siteFolder}/${name}`, readFileSync(path.join(folder, name))]),
  );
};
