import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** What a function of this environment writes when it counts these. */
const linesOf = async (environment: string | undefined, counted: readonly [name: string, stage?: string][]) => {
  vi.stubEnv("ENVIRONMENT", environment);
  vi.resetModules();
  const { countOne } = await import("../../lambdas/adapters/emf-metrics.ts");
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  for (const [name, stage] of counted) countOne(name, stage);
  return written.mock.calls.map(([line]) => JSON.parse(String(line)));
};

it("a metric has the dimensions that alarms and dashboard ask for, and not the function's name", async () => {
  expect(await linesOf("staging", [["OrphanFound"], ["LeadsEntered", "won"]])).toEqual([
    {
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          { Namespace: "Smarketing", Dimensions: [["environment"]], Metrics: [{ Name: "OrphanFound", Unit: "Count" }] },
        ],
      },
      environment: "staging",
      OrphanFound: 1,
    },
    {
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: "Smarketing",
            Dimensions: [["environment", "stage"]],
            Metrics: [{ Name: "LeadsEntered", Unit: "Count" }],
          },
        ],
      },
      environment: "staging",
      stage: "won",
      LeadsEntered: 1,
    },
  ]);
});

it("outside of a function, where nothing reads it, nothing is written", async () => {
  expect(await linesOf(undefined, [["OrphanFound"]])).toEqual([]);
});
