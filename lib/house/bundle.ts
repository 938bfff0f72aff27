import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BuildOptions, buildSync } from "esbuild";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { ownSourceMap } from "./source-map.ts";

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
  /** Each replacing file says why. */
  alias: {
    "@aws-sdk/credential-provider-node": path.join(repository, "lambdas/adapters/environment-credentials.ts"),
    "@aws-sdk/middleware-endpoint-discovery": path.join(repository, "lambdas/adapters/no-endpoint-discovery.ts"),
  },
  /** Beside the bundle, which does not name it: only lambdas/adapters/source-lines.ts reads it, at the first error. */
  sourcemap: "external",
  sourcesContent: false,
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

/** Names a folder with all bundles: a run of the tests makes them once for all of its processes. */
export const madeBefore = "SMARKETING_BUNDLES";

/** Of a bundle's map the lines of this project, named from its root: `lambdas/capture/post-lead.ts`. */
export const mapOfOurs = (map: Uint8Array, outdir: string): string =>
  ownSourceMap(new TextDecoder().decode(map), (source) => {
    const name = path.relative(repository, path.join(outdir, source));
    return name.includes("node_modules") ? undefined : name.replaceAll(path.sep, "/");
  });

/** Files to lie beside a function, by name, with slashes where they lie in folders. */
export type FilesBeside = Readonly<Record<string, string | Uint8Array>>;

/**
 * A new folder with the handler as one file, the SDK in it (pinned with us, and smaller than the runtime's), and the
 * compiled agreement beside it.
 * @param entry Handler file below `lambdas/`, without its ending.
 */
export const bundled = (entry: string, agreement: Agreement, beside: FilesBeside = {}): string => {
  built ??= madeIn(process.env[madeBefore]) ?? buildAll().files;
  const code = built.get(`${entry}.js`);
  const map = built.get(`${entry}.js.map`);
  if (code === undefined || map === undefined) throw new Error(`lambdas/${entry}.ts exports no handler`);
  const folder = mkdtempSync(path.join(tmpdir(), "smarketing-bundle-"));
  const files: FilesBeside = {
    "index.js": code,
    "index.js.map": mapOfOurs(map, path.dirname(path.join(repository, entry))),
    "agreement.json": JSON.stringify(agreement),
    ...beside,
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
};

/** All functions and their maps in one go: esbuild reads what they share once. The CDK's own construct starts npm for each of them. */
export const buildAll = () => {
  const entryPoints = Object.fromEntries(
    handlerEntries().map((entry) => [entry, path.join(repository, "lambdas", `${entry}.ts`)]),
  );
  const { outputFiles, metafile } = buildSync({
    ...bundling,
    entryPoints,
    outdir: repository,
    write: false,
    metafile: true,
  });
  const files = new Map(outputFiles.map(({ path: file, contents }) => [path.relative(repository, file), contents]));
  return { files, metafile };
};

const madeIn = (folder: string | undefined): ReadonlyMap<string, Uint8Array> | undefined =>
  folder === undefined
    ? undefined
    : new Map(
        handlerEntries()
          .flatMap((entry) => [`${entry}.js`, `${entry}.js.map`])
          .map((name) => [name, readFileSync(path.join(folder, name))]),
      );

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

/** The API's reference, as `npm run openapi` wrote it. */
export const apiReference = (): Uint8Array => readFileSync(path.join(repository, "docs/openapi.json"));
