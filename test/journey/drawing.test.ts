import { expect, it } from "vitest";
import { synthesisedDefinition } from "./definition.ts";
import { drawn } from "./drawing.ts";

// Made before the test begins, as in the other files: the first synthesis of a process builds all functions and the board.
const definition = synthesisedDefinition();

it("docs/journey.md draws the journey as it is; else run `npm run journey:draw`", async () => {
  await expect(drawn(definition)).toMatchFileSnapshot("../../docs/journey.md");
});
