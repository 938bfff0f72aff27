import { defineConfig } from "vitest/config";

/** What handlers log while tests call them is not the tests' report. */
const quiet = { POWERTOOLS_LOG_LEVEL: "SILENT", POWERTOOLS_METRICS_DISABLED: "true" };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "alone",
          include: ["test/**/*.test.ts"],
          exclude: ["test/adapters/**", "test/end-to-end/**"],
          testTimeout: 60_000,
          env: quiet,
        },
      },
      {
        test: {
          name: "local-cloud",
          include: ["test/adapters/**/*.test.ts", "test/end-to-end/**/*.test.ts"],
          globalSetup: ["test/end-to-end/local-cloud.ts"],
          testTimeout: 120_000,
          env: quiet,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
