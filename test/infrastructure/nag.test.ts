import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { synthesise } from "./synthesise.ts";

const { stack } = synthesise();

/** Acknowledged rules are beside their construct, with the reason. */
describe.each([new AwsSolutionsChecks(stack), new ServerlessChecks(stack)])("$name", (pack) => {
  it("finds nothing that is not acknowledged with a reason", () => {
    const { violations } = pack.validateScope(stack);
    const findings = violations.flatMap(({ ruleName, description, violatingResources }) =>
      (violatingResources ?? []).map(({ constructPath }) => `${constructPath} ${ruleName}: ${description}`),
    );
    expect(findings).toEqual([]);
  });
});
