import { describe, expect, it } from "vitest";
import { LeadActionSchema } from "../../../lambdas/contract/board.ts";
import { ExportListSchema } from "../../../lambdas/contract/board-export.ts";
import { importBodies } from "../../../lambdas/contract/imports.ts";
import { type Trailed, trailStepOf } from "../../../lambdas/domain/board/trail.ts";
import { sayTrailStep } from "../../../lambdas/views/board/trail-step.ts";

const said = (method: Trailed["method"], path: readonly string[]) => {
  const user = { user: "olga", role: "marketing" } as const;
  const step = trailStepOf({ user, method, path, status: 403 }, "2026-03-10T09:30:00.000Z");
  if (step === undefined) throw new Error(`${path.join("/")} leaves no step`);
  return sayTrailStep(step);
};
const actions = [
  ...LeadActionSchema.options.map((action) => ["leads", "lead-1", action]),
  ...Object.keys(importBodies).map((action) => ["imports", "import-1", action]),
  ["imports"],
  ["leads"],
  ["leads", "similar"],
  ["exports", "search"],
  ["proposals"],
  ["proposals", "signers"],
  ...["withdraw", "refuse", "sign", "try"].map((deed) => ["proposals", "proposal-1", deed]),
];
const reads = [
  ["imports", "import-1", "rows"],
  ["imports", "import-1", "refused"],
  ...ExportListSchema.options.map((list) => ["exports", list]),
];

describe("a step of the audit trail", () => {
  it.each([...actions.map((path) => ["POST", path] as const), ...reads.map((path) => ["GET", path] as const)])(
    "says what was done, and not that something was: %s %j",
    (method, path) => {
      const words = said(method, path);
      expect(["Changed", "Added", "Searched", "Opened the lead"]).not.toContain(words.en);
      expect(["Cambió", "Añadió", "Buscó", "Abrió el lead"]).not.toContain(words.es);
    },
  );

  it("says of the command what it says of the board", () => {
    const [byCommand, onBoard] = ["leads:import/undo", "imports/undo"].map((by) =>
      sayTrailStep({ did: "changed", by }),
    );
    expect(byCommand).toEqual(onBoard);
    expect(byCommand?.en).toBe("Undid the import");
  });
});
