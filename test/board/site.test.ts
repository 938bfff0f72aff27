import { readFileSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { boardSite } from "../../lambdas/board/site.ts";
import { SiteFilesSchema } from "../../lambdas/contract/board-site.ts";
import type { SiteFile } from "../../lambdas/domain/board/site-response.ts";
import { boardFiles } from "../../lib/board/board-site.ts";

/** The files as they lie beside the function. */
const beside = boardFiles();
const content = (name: string) => Buffer.from(beside[`site/${name}`] ?? "");
const listed = SiteFilesSchema.parse(JSON.parse(content("files.json").toString()));

const file = (name: string): SiteFile | undefined => {
  const known = Object.hasOwn(listed, name) ? listed[name] : undefined;
  const base64 = (end: string) => content(`${name}${end}`).toString("base64");
  return (
    known && { ...known, plain: base64(""), packed: known.packed ? { br: base64(".br"), gzip: base64(".gz") } : {} }
  );
};

const ask = (path: string, headers: Record<string, string> = {}) =>
  boardSite({ file, uploadsOrigin: "https://lists.s3.eu-south-2.amazonaws.com" })({
    rawPath: `/board${path}`,
    headers,
    requestContext: { requestId: "r", http: { method: "GET" } },
  });

const scripts = Object.keys(listed).filter((name) => name.startsWith("assets/") && name.endsWith(".js"));
const [script = ""] = scripts;
const start = content("index.html").toString();

describe("the board's files", () => {
  it("are the same page for every address of the board, asked for again each time", async () => {
    for (const path of ["", "/leads/7f3c", "/meeting/2026-W48", "/figures/"]) {
      const { statusCode, headers, body } = await ask(path);
      expect([statusCode, Buffer.from(body, "base64").toString()]).toEqual([200, start]);
      expect(headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" });
    }
  });

  it("lead from the board's address with a slash to the one without, with its filters", async () => {
    const asked = (rawPath: string, rawQueryString: string, method = "GET") =>
      boardSite({ file, uploadsOrigin: "" })({
        rawPath,
        rawQueryString,
        headers: {},
        requestContext: { requestId: "r", http: { method } },
      });
    expect(await asked("/board/", "owner=marta&overdue=1")).toMatchObject({
      statusCode: 308,
      headers: { location: "/board?owner=marta&overdue=1" },
    });
    expect(await asked("/board/", "")).toMatchObject({ statusCode: 308, headers: { location: "/board" } });
    // The route for what no route knows leads here, too.
    for (const [path, method] of [
      ["/wp-login.php", "GET"],
      ["/boards", "GET"],
      ["/board", "POST"],
    ] as const)
      expect(await asked(path, "", method)).toMatchObject({
        statusCode: 404,
        headers: { "cache-control": "no-store" },
      });
  });

  it("load nothing from other origins and run no inline script", async () => {
    const { headers } = await ask("");
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' https://lists.s3.eu-south-2.amazonaws.com; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(start).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/i);
    expect([...start.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\/board\/assets\//)]),
    );
    expect(start).not.toMatch(/(?:src|href)="(?!\/board\/)/);
  });

  it("are kept for a year when their name changes with them, and only then", async () => {
    expect((await ask(`/${script}`)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await ask("/icon.svg")).headers["cache-control"]).toBe("no-cache");
  });

  it("are never kept under a name that is a page of the board", async () => {
    expect((await ask("/assets/x")).headers["cache-control"]).toBe("no-cache");
  });

  it("go as small as the browser can take them", async () => {
    const got = async (encodings: string) => {
      const { headers, body } = await ask(`/${script}`, { "accept-encoding": encodings });
      return [headers["content-encoding"], Buffer.from(body, "base64")] as const;
    };
    const [br, brotli] = await got("gzip, deflate, br");
    const [gzip, zipped] = await got("gzip;q=0.8, br;q=0");
    const [none, plain] = await got("identity");
    expect([br, gzip, none]).toEqual(["br", "gzip", undefined]);
    expect(brotliDecompressSync(brotli).equals(plain) && gunzipSync(zipped).equals(plain)).toBe(true);
    expect((await ask(`/${script}`)).headers.vary).toBe("accept-encoding");
  });

  it("are sent again only when they have changed", async () => {
    const { etag = "" } = (await ask("")).headers;
    expect(await ask("", { "if-none-match": `"other", W/${etag}` })).toMatchObject({ statusCode: 304, body: "" });
    expect(await ask("", { "if-none-match": '"other"' })).toMatchObject({ statusCode: 200 });
  });

  it("that are not there are not found, wherever they are looked for", async () => {
    for (const path of [
      "/assets/gone.js",
      "/../agreement.json",
      "/files.json",
      "/assets/..%2Ffiles.json",
      "/constructor.x",
    ])
      expect(await ask(path)).toMatchObject({ statusCode: 404, headers: { "cache-control": "no-store" } });
  });

  it("are asked for by encrypted ways only, once they were", async () => {
    expect((await ask("")).headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
  });

  it("hold no source map, and nothing that asks another site", () => {
    expect(Object.keys(listed).filter((name) => name.endsWith(".map"))).toEqual([]);
    for (const name of scripts) expect(content(name).toString()).not.toMatch(/sourceMappingURL/);
    expect(readFileSync("vite.config.ts", "utf8")).toContain("assetsInlineLimit: 0");
  });
});
