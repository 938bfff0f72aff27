import { describe, expect, it } from "vitest";
import { synthesise } from "./synthesise.ts";

const production = synthesise();
const staging = synthesise({ environment: "staging" });

describe("an environment", () => {
  it("is a stack of its own; production keeps the name that it always had", () => {
    expect(production.stack.stackName).toBe("Smarketing");
    expect(staging.stack.stackName).toBe("Smarketing-staging");
    production.template.hasOutput("Environment", { Value: "production" });
    staging.template.hasOutput("Environment", { Value: "staging" });
  });

  it.each(["Staging", "1st", "stage_2", "two--hyphens", "ends-", "of-seventeen-lett", ""])(
    "is not called %j",
    (environment) => expect(() => synthesise({ environment })).toThrow(/environment: expected/),
  );
});
