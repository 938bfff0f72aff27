import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { SiteFiles } from "../../lambdas/contract/board-site.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

const typeOf = (name: string): string => {
  const type = types[path.extname(name)];
  if (type === undefined) throw new Error(`What is ${name}, of the board, to be served as?`);
  return type;
};

/** Already compressed formats gain nothing. */
const isPacked = (name: string): boolean => !/\.(png|ico|woff2)$/.test(name);

/** The files of a folder and of those in it, by their names below it. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)).replaceAll(path.sep, "/"))
    .sort();

/** Puts the compressed forms of the folder's files beside them, and the list by which they are served. */
export const packFiles = (folder: string): void => {
  const files = filesBelow(folder).map((name): [string, SiteFiles[string]] => {
    const content = readFileSync(path.join(folder, name));
    const packed = isPacked(name);
    if (packed) {
      writeFileSync(path.join(folder, `${name}.br`), brotliCompressSync(content));
      writeFileSync(path.join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
    }
    const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 16)}"`;
    return [name, { type: typeOf(name), etag, packed }];
  });
  writeFileSync(path.join(folder, "files.json"), JSON.stringify(Object.fromEntries(files)));
};
