import type { KnipConfig } from "knip";
import { handlerEntries } from "./lib/house/bundle.ts";

export default {
  entry: [
    ...handlerEntries().map((entry) => `lambdas/${entry}.ts`),
    "bin/*.ts",
    // `exec` hides it from knip; it lets npm pass signals on.
    "local/start.mjs",
    "test/**/*.test.ts",
    "test/bench/*.ts",
    // Started as a process by packaged-browser.ts.
    "test/browser/unpack-browser.mjs",
    // Bundled by test/iam/recording.ts.
    "test/iam/recorder.ts",
    // Built by lib/house/bundle.ts.
    "web/script/smarketing.ts",
    // Bundled by vite.config.ts into a worker of the board.
    "web/board/pages/room/fit-worker.ts",
    "web/board/pages/room/lots.ts",
    // Started as a process by local/demo-history/bring.ts.
    "local/demo-history/make.ts",
    // Takes an SDK package's place in the bundles (lib/house/bundle.ts).
    "lambdas/adapters/environment-credentials.ts",
    "lambdas/adapters/no-endpoint-discovery.ts",
  ],
  project: ["{bin,lib,lambdas,local,web,test}/**/*.{ts,tsx,mjs}"],
  // Called by tests and local/, by their files; a font that lib/meeting reads; scripts that tests and local/ put into pages.
  ignoreDependencies: [
    "@redocly/cli",
    "@typescript/native-preview",
    "aws-cdk",
    "axe-core",
    "dejavu-fonts-ttf",
    "dependency-cruiser",
    "swagger-ui-dist",
  ],
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
