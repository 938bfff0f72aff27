import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../bin/advisories.ts";
import { typed } from "./typed.ts";

const today = "2026-11-30";
const old = {
  id: "GHSA-aaaa-bbbb-cccc",
  package: "left",
  vulnerable: ">=1.0.0 <1.2.3",
  severity: "high",
  title: "Bad",
};
const review = { id: old.id, because: "Only in a tool that reads our own files.", until: "2027-01-31" };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "advisories-"));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);
const wrote = (name: string, content: object) => writeFile(at(name), JSON.stringify(content));
const planted = (packages: Record<string, object>) =>
  wrote("lock.json", { lockfileVersion: 3, packages: { "": {}, ...packages } });
const known = (advisories: object[], reviewed: object[] = [], asOf = "2026-11-20") =>
  wrote("known.json", { asOf, advisories, reviewed });
const said = async (...more: string[]) => {
  const { code, out, err } = await typed(main, ["--file", at("known.json"), "--lock", at("lock.json"), ...more], {
    now: () => `${today}T10:00:00.000Z`,
  });
  return { code, says: out + err };
};

describe("npm run advisories --offline", () => {
  it.each([
    ["the last vulnerable version", { "node_modules/left": { version: "1.2.2" } }, 1],
    ["the fixed one", { "node_modules/left": { version: "1.2.3" } }, 0],
    ["one before", { "node_modules/left": { version: "0.9.0" } }, 0],
    ["a preview of a vulnerable one", { "node_modules/left": { version: "1.1.0-beta.2" } }, 1],
    [
      "a copy that another package brings",
      { "node_modules/right/node_modules/left": { version: "1.0.0", dev: true } },
      1,
    ],
    ["one under another name", { "node_modules/right": { name: "left", version: "1.0.0" } }, 1],
    ["another package with its name at the end", { "node_modules/@other/left": { version: "1.0.0" } }, 0],
  ])("with %s", async (_, packages, code) => {
    await known([old]);
    await planted(packages);
    const ended = await said("--offline");
    expect(ended.code).toBe(code);
    expect(ended.says).toContain(
      `1 packages, by ${at("known.json")}, 10 days old: ${code} advisories, ${code} to be fixed.`,
    );
    if (code === 1) expect(ended.says).toMatch(/GHSA-aaaa-bbbb-cccc {2}high {2}left@.*must be fixed/);
  });

  it.each([
    ["low", 0],
    ["moderate", 0],
    ["high", 1],
    ["critical", 1],
    ["unknown", 1],
  ])("ends by the severity %s with %i", async (severity, code) => {
    await known([{ ...old, severity }]);
    await planted({ "node_modules/left": { version: "1.0.0" } });
    expect((await said("--offline")).code).toBe(code);
  });

  it("takes a review with a reason up to its day, and not from then on", async () => {
    await planted({ "node_modules/left": { version: "1.0.0" } });
    await known([old], [review]);
    expect(await said("--offline")).toMatchObject({
      code: 0,
      says: expect.stringContaining("reviewed: Only in a tool"),
    });
    await known([old], [{ ...review, until: today }]);
    expect(await said("--offline")).toMatchObject({ code: 1, says: expect.stringContaining("its review ended on") });
    await known([old], [{ ...review, because: "fine" }]);
    expect(await said("--offline")).toMatchObject({
      code: 1,
      says: expect.stringContaining("is not a file of advisories"),
    });
  });

  it("asks to take out a review of what is not installed any more", async () => {
    await planted({ "node_modules/left": { version: "1.2.3" } });
    await known([old], [review]);
    expect(await said("--offline")).toMatchObject({ code: 1, says: expect.stringContaining("take the review out") });
  });

  it("refuses a range that is none: it would match nothing", async () => {
    await planted({});
    await known([{ ...old, vulnerable: "before 1.2.3" }]);
    expect(await said("--offline")).toMatchObject({ code: 1, says: expect.stringContaining("expected a range") });
  });
});

describe("npm run advisories", () => {
  const asked: unknown[] = [];
  const registry = async <T>(status: number, body: object, use: (url: string) => Promise<T>): Promise<T> => {
    const server = createServer(async (request, response) => {
      asked.push([request.method, request.url, JSON.parse(await text(request))]);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      return await use(`http://127.0.0.1:${Object(server.address()).port}/npm/`);
    } finally {
      server.close();
    }
  };
  const bulk = {
    left: [
      {
        id: 1,
        url: "https://github.com/advisories/GHSA-new0-new0-new0",
        title: "New",
        severity: "critical",
        vulnerable_versions: "<2.0.0",
      },
    ],
  };

  it("asks the registry about every version, and keeps what it says when it is to", async () => {
    await planted({
      "node_modules/left": { version: "1.5.0" },
      "node_modules/a/node_modules/left": { version: "1.6.0" },
    });
    await known([old]);
    const ended = await registry(200, bulk, (url) => said("--registry", url, "--keep"));
    expect(asked.at(-1)).toEqual(["POST", "/npm/-/npm/v1/security/advisories/bulk", { left: ["1.5.0", "1.6.0"] }]);
    expect(ended).toMatchObject({
      code: 1,
      says: expect.stringMatching(/2 packages, by http.* now, and .*: 2 advisories, 2 to be/),
    });
    expect(JSON.parse(await readFile(at("known.json"), "utf8"))).toMatchObject({
      asOf: today,
      advisories: [{ id: "GHSA-new0-new0-new0", package: "left", vulnerable: "<2.0.0", severity: "critical" }, old],
    });
    expect((await said("--offline")).code).toBe(1);
  });

  it.each([
    ["has no such route", 405, {}, "it responds 405"],
    ["responds something else", 200, { left: "nothing" }, "its response is of another form"],
  ])("goes by the file when the registry %s, and says so", async (_, status, body, why) => {
    await planted({ "node_modules/left": { version: "1.0.0" } });
    await known([old]);
    const ended = await registry(status, body, (url) => said("--registry", url));
    expect(ended).toMatchObject({ code: 1, says: expect.stringContaining(`has no advisories: ${why})`) });
  });

  it("goes by the file when nobody answers", async () => {
    await planted({ "node_modules/left": { version: "1.2.3" } });
    await known([old]);
    const url = await registry(200, {}, async (gone) => gone);
    expect(await said("--registry", url)).toMatchObject({
      code: 0,
      says: expect.stringContaining("10 days old (http://"),
    });
  });
});

it("the file of this project knows each id once by package, and every review has an advisory", async () => {
  const { advisories, reviewed } = JSON.parse(await readFile("docs/advisories.json", "utf8"));
  const ids = advisories.map((each: { id: string; package: string }) => `${each.id} ${each.package}`);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id } of reviewed) expect(ids.some((each: string) => each.startsWith(id))).toBe(true);
});
