import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BuildOptions, buildSync } from "esbuild";
import type { Agreement } from "../../lambdas/contract/agreement.ts";

/** Where this project's own files begin. */
const repository = path.join(import.meta.dirname, "../..");

/** How a function is bundled into one file; the same for deployment and benchmark. */
export const bundling = {
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  mainFields: ["module", "main"],
  /** The replacing file says why. */
  alias: {
    "@aws-sdk/credential-provider-node": path.join(repository, "lambdas/adapters/environment-credentials.ts"),
  },
} satisfies BuildOptions;

/** Handler files below `lambdas/`, without their ending: every file that exports a handler. */
export const handlerEntries = (): string[] => {
  const folder = path.join(repository, "lambdas");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => /^export const handler\b/m.test(readFileSync(path.join(folder, file), "utf8")))
    .map((file) => file.replace(/\.ts$/, ""))
    .sort();
};

let built: ReadonlyMap<string, Uint8Array> | undefined;

/** Files beside a function, by name, with slashes for folders. */
export type FilesBeside = Readonly<Record<string, string | Uint8Array>>;

/**
 * A new folder with the handler as one file, the SDK in it (pinned with us, and smaller than the runtime's), and the
 * compiled agreement beside it.
 * @param entry Handler file below `lambdas/`, without its ending.
 */
export const bundled = (entry: string, agreement: Agreement, beside: FilesBeside = {}): string => {
  built ??= buildAll();
  const code = built.get(entry);
  if (code === undefined) throw new Error(`lambdas/${entry}.ts exports no handler`);
  const folder = mkdtempSync(path.join(tmpdir(), "smarketing-bundle-"));
  writeFileSync(path.join(folder, "index.js"), code);
  const files: FilesBeside = { "agreement.json": JSON.stringify(agreement), ...beside };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
};

/** All functions in one go: esbuild reads what they share once. The CDK's own construct starts npm for each of them. */
const buildAll = (): ReadonlyMap<string, Uint8Array> => {
  const entryPoints = Object.fromEntries(
    handlerEntries().map((entry) => [entry, path.join(repository, "lambdas", `${entry}.ts`)]),
  );
  const { outputFiles } = buildSync({ ...bundling, entryPoints, outdir: repository, write: false });
  return new Map(
    outputFiles.map(({ path: file, contents }) => [path.relative(repository, file).replace(/\.js$/, ""), contents]),
  );
};

/** The script for web sites, as it is served: one small file for browsers of the last seven years. */
export const siteScript = (): Uint8Array => {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(repository, "web/script/smarketing.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2018",
    write: false,
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("the script for web sites was not built");
  return script.contents;
};
