import { expect, it } from "vitest";
import { synthesisedDefinition } from "./definition.ts";
import { drawn } from "./drawing.ts";

it("docs/journey.md draws the journey as it is; else run `npm run journey:draw`", async () => {
  await expect(drawn(synthesisedDefinition())).toMatchFileSnapshot("../../docs/journey.md");
});
