import { isBuiltin } from "node:module";
import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** What the board takes from the domain must run in browsers, too; Vite by itself would put an empty module there. */
const refuseNode: Plugin = {
  name: "refuse-node",
  enforce: "pre",
  resolveId(module, importer) {
    if (isBuiltin(module)) this.error(`${importer} asks for ${module}, which no browser has`);
  },
};

/** The capacity check runs in a worker of the board by the hand-off's own rule, which draws its lots with `node:crypto`. */
const lots: Plugin = {
  name: "lots",
  enforce: "pre",
  resolveId: (module) =>
    module === "node:crypto" ? path.join(import.meta.dirname, "web/board/pages/room/lots.ts") : undefined,
};

/**
 * The board, for the function that serves it: every script, style and font is a file of its own, as its
 * Content-Security-Policy asks for. `lib/board/build-board.ts` says where it goes.
 */
export default defineConfig({
  root: path.join(import.meta.dirname, "web/board"),
  base: "/board/",
  plugins: [refuseNode, react()],
  worker: { format: "es", plugins: () => [lots, refuseNode] },
  build: {
    target: ["chrome123", "edge123", "firefox121", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    emptyOutDir: true,
    // What ships to browsers goes with its licences.
    license: { fileName: "licences.md" },
  },
});
