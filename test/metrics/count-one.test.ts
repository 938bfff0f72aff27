import { afterEach, expect, it, vi } from "vitest";
import * as z from "zod/mini";

afterEach(() => vi.unstubAllEnvs());

const LineSchema = z.object({
  _aws: z.object({ CloudWatchMetrics: z.array(z.object({ Namespace: z.string(), Dimensions: z.unknown() })) }),
});

it("a metric has the dimensions that alarms and dashboard ask for, and not the function's name", async () => {
  vi.stubEnv("POWERTOOLS_METRICS_DISABLED", "false");
  vi.stubEnv("POWERTOOLS_SERVICE_NAME", "metrics/count");
  vi.stubEnv("POWERTOOLS_DEV", "true");
  vi.stubEnv("ENVIRONMENT", "staging");
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  vi.resetModules();
  const { countOne } = await import("../../lambdas/adapters/emf-metrics.ts");
  countOne("OrphanFound");
  countOne("LeadsEntered", "won");
  const lines = said.mock.calls.map(([line]) => LineSchema.parse(JSON.parse(String(line)))._aws.CloudWatchMetrics[0]);
  said.mockRestore();
  expect(lines).toEqual([
    { Namespace: "Smarketing", Dimensions: [["environment"]] },
    { Namespace: "Smarketing", Dimensions: [["environment", "stage"]] },
  ]);
});
