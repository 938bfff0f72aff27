import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What handlers log while tests call them is not the tests' report. */
const quiet = { POWERTOOLS_LOG_LEVEL: "SILENT", POWERTOOLS_METRICS_DISABLED: "true" };

/** What keeps the emulators busy for minutes comes last: others wait for seconds. */
const isLoad = ({ moduleId }: TestSpecification): boolean => /(many-leads|crowd)\.test\.ts$/.test(moduleId);

class LoadLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => !isLoad(file)), ...sorted.filter(isLoad)];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LoadLast },
    projects: [
      {
        test: {
          name: "alone",
          include: ["test/**/*.test.ts"],
          exclude: ["test/adapters/**", "test/end-to-end/**"],
          testTimeout: 60_000,
          // The first test with a browser may have to unpack one.
          hookTimeout: 60_000,
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
