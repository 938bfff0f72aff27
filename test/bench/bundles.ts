/**
 * Size, source map, cold load and memory of each function's bundle, against a function that does nothing but make the SDK clients that it
 * needs. Run by `npm run bench`; what counts is the ratio, taken in turns in one run.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { bundling, handlerEntries, mapOfOurs } from "../../lib/house/bundle.ts";
import { bareEntry, clientsIn } from "./bare-clients.ts";
import { median } from "./median.ts";

const rounds = Number(process.argv[2] ?? 15);
mkdirSync(".local", { recursive: true });
const work = mkdtempSync(path.join(".local", "bench-"));

const bundle = async (name: string, entry: string, alias: Record<string, string> = {}) => {
  const outfile = path.join(work, `${name.replaceAll("/", "-")}.js`);
  const { metafile } = await build({ ...bundling, alias, entryPoints: [entry], outfile, metafile: true });
  const map = Buffer.byteLength(mapOfOurs(readFileSync(`${outfile}.map`), work));
  return { outfile, map, bytes: statSync(outfile).size, inputs: Object.keys(metafile.inputs) };
};

/** A function with the same clients and nothing else. */
const bareBundle = async (name: string, clients: string[]) => {
  const entry = path.join(work, `bare-${name.replaceAll("/", "-")}.ts`);
  writeFileSync(entry, bareEntry(clients));
  return bundle(`bare/${name}`, entry);
};

/** Milliseconds to load the bundle in a fresh process, and the process's memory then; its own start is not counted. */
const load = (file: string): { millis: number; megabytes: number } => {
  const script = `const t=process.hrtime.bigint();require(${JSON.stringify(path.resolve(file))});
    console.log(JSON.stringify({millis:Number(process.hrtime.bigint()-t)/1e6,megabytes:process.memoryUsage.rss()/2**20}))`;
  const env = { PATH: process.env.PATH, AWS_REGION: "eu-west-1" };
  return JSON.parse(spawnSync(process.execPath, ["-e", script], { env, encoding: "utf8" }).stdout);
};

console.log("function                        kB   bare kB   size   map kB   cold load   MB");
for (const name of handlerEntries()) {
  const own = await bundle(name, path.join("lambdas", `${name}.ts`), bundling.alias);
  const clients = clientsIn(own.inputs);
  // The script's function talks to no one: there is nothing to measure it against.
  if (clients.length === 0) continue;
  const bare = await bareBundle(name, clients);
  const times = Array.from({ length: rounds }, () => ({ own: load(own.outfile), bare: load(bare.outfile) }));
  const ratio = median(times.map(({ own }) => own.millis)) / median(times.map(({ bare }) => bare.millis));
  const megabytes = Math.round(Math.max(...times.map(({ own }) => own.megabytes)));
  const kilobytes = (bytes: number) => Math.round(bytes / 1024).toString();
  console.log(
    `${name.padEnd(28)} ${kilobytes(own.bytes).padStart(5)} ${kilobytes(bare.bytes).padStart(9)} ${(own.bytes / bare.bytes).toFixed(2).padStart(6)} ${kilobytes(own.map).padStart(8)} ${ratio.toFixed(2).padStart(11)} ${String(megabytes).padStart(4)}   (${clients.join(", ")})`,
  );
}
rmSync(work, { recursive: true });
