import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { bundling, handlerEntries } from "../../lib/house/bundle.ts";

/** What of the room a page or a function would carry, minified; node's own modules are none that a browser has. */
const bundleOf = async (exports: string) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: exports, resolveDir: "lambdas/agreement", loader: "ts" },
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return { bytes: outputFiles[0]?.contents.length ?? 0, inputs: Object.keys(metafile.inputs) };
};

/** They compile agreements: that is what they are for. */
const compiling: ReadonlySet<string> = new Set(["board/room", "in-force/adopt-at-deploy"]);

describe("an agreement without a file", () => {
  it("is checked, explained and compared in a browser, without the library of holidays", async () => {
    const { bytes, inputs } = await bundleOf(`
      export { checkAgreement } from "./check-agreement.ts";
      export { changesBetween } from "./agreement-changes.ts";
      export { explainAnnex } from "./explain/explain-annex.ts";
      export { explainForBoard, explainPage } from "./explain/explain-page.ts";
    `);
    expect(inputs.filter((input) => /date-holidays|^node:/.test(input))).toEqual([]);
    expect(bytes).toBeLessThan(350_000);
  });

  it("weighs on no function that only reads the compiled one: its schemas were a third of what a start built", async () => {
    const reading = handlerEntries().filter((entry) => !compiling.has(entry));
    expect(reading).toHaveLength(handlerEntries().length - compiling.size);
    const all = reading.map((entry, at) => `export * as function${at} from "./lambdas/${entry}.ts";`);
    const { metafile } = await build({
      ...bundling,
      sourcemap: false,
      minify: false,
      stdin: { contents: all.join("\n"), resolveDir: ".", loader: "ts" },
      write: false,
      metafile: true,
    });
    expect(Object.keys(metafile.inputs)).toContain("lambdas/domain/lead/lead.ts");
    expect(Object.keys(metafile.inputs)).not.toContain("lambdas/contract/agreement.ts");
  });
});
