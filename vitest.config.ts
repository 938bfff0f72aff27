import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What handlers log while tests call them is not the tests' report. */
const quiet = {
  LOG_LEVEL: "SILENT",
  // The rules of CloudFormation are checked by `cdk synth` (test/end-to-end); here they would be for each context.
  CDK_VALIDATION: "false",
};
const bundleOnce = "test/infrastructure/bundle-once.ts";
const synthesiseOnce = { globalSetup: [bundleOnce, "test/infrastructure/synthesise-once.ts"] };

const everything = "test/**/*.test.ts";
const commands = "test/bin/**/*.test.ts";
const browser = "test/browser/**/*.test.ts";
const cloud = ["test/adapters/**/*.test.ts", "test/end-to-end/**/*.test.ts"];
/** Here a module is mocked, or loaded anew, which those who share it would notice. */
const ownModules = ["test/twin/{chaos.*,flood,one-truth,smoke}.test.ts", "test/metrics/count-one.test.ts"];

/** It stops the whole pipeline, so that it has a local cloud of its own. */
const restore = "test/end-to-end/restore.test.ts";
/** Thousands of forms: with the drills. */
const flood = "test/twin/flood.test.ts";
/** Hundreds of times the same: with the drills, too. */
const tries = "test/agreement/learn/tries.test.ts";
const load = ["many-leads", "crowd", "import-load"].map((name) => `test/end-to-end/${name}.test.ts`);

const waits = ({ moduleId }: TestSpecification): boolean => /end-to-end|twin|browser/.test(moduleId);

/** Longest first: files that wait for clocks, and beside them those that keep the processor busy. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => Number(waits(other)) - Number(waits(one)));
  }
}

const localCloud = {
  // They meet the pipeline from outside, and change nothing that they share.
  isolate: false,
  globalSetup: ["test/end-to-end/local-cloud.ts"],
  testTimeout: 120_000,
  hookTimeout: 300_000,
  env: quiet,
  // They wait for clocks and emulators more than they compute.
  maxWorkers: 3,
  // Another number of workers: after the others, when files of both are asked for.
  sequence: { groupOrder: 1 },
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          globalSetup: [bundleOnce],
          name: "pure",
          include: [everything],
          exclude: [...cloud, browser, commands, ...ownModules, tries],
          // Half of their time would be loading the same modules again for each file.
          isolate: false,
          pool: "threads",
          maxWorkers: 2,
          testTimeout: 60_000,
          env: quiet,
        },
      },
      {
        test: {
          ...synthesiseOnce,
          name: "alone",
          include: [commands, ...ownModules],
          exclude: [...cloud, flood],
          provide: { load: "small" },
          maxWorkers: 2,
          testTimeout: 60_000,
          env: quiet,
        },
      },
      {
        test: {
          name: "browser",
          include: [browser],
          globalSetup: ["test/browser/build-board-once.ts"],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          // The first test with a browser may have to unpack one.
          hookTimeout: 60_000,
          env: quiet,
        },
      },
      {
        test: { ...localCloud, name: "local-cloud", include: cloud, exclude: [restore, ...load] },
      },
      {
        test: {
          ...synthesiseOnce,
          name: "drills",
          include: ["test/twin/{chaos.*,import-faults,import-load,one-truth,restore}.test.ts", flood, tries],
          maxWorkers: 2,
          testTimeout: 300_000,
          provide: { load: "full" },
          env: quiet,
        },
      },
      { test: { ...localCloud, name: "load", include: load } },
      { test: { ...localCloud, name: "restore", include: [restore] } },
    ],
  },
});
