import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { SiteFilesSchema } from "../../lambdas/contract/board-site.ts";
import { buildBoard } from "../../lib/board/build-board.ts";

const PackageSchema = z.object({ dependencies: z.record(z.string(), z.string()) });
const BillSchema = z.object({
  bomFormat: z.literal("CycloneDX"),
  components: z.array(z.object({ name: z.string(), version: z.string(), group: z.optional(z.string()) })),
});

describe("what ships", () => {
  it("to browsers goes with the licence of everything in it", () => {
    const folder = buildBoard();
    const texts = readFileSync(path.join(folder, "licences.md"), "utf8");
    for (const name of ["react", "react-dom", "react-aria-components", "echarts", "@tanstack/react-query", "wouter"])
      expect(texts).toMatch(new RegExp(`^## ${name} - \\d`, "m"));
    expect(texts).toContain("Permission is hereby granted, free of charge");
    const served = SiteFilesSchema.parse(JSON.parse(readFileSync(path.join(folder, "files.json"), "utf8")));
    expect(served["licences.md"]?.type).toBe("text/plain; charset=utf-8");
  });

  it("is listed, package by package, by `npm run sbom`", () => {
    const said = execFileSync("npm", ["run", "--silent", "sbom"], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
    const { components } = BillSchema.parse(JSON.parse(said));
    const { dependencies } = PackageSchema.parse(JSON.parse(readFileSync("package.json", "utf8")));
    for (const [name, version] of Object.entries(dependencies))
      expect(
        components.some((one) => [one.group, one.name].filter(Boolean).join("/") === name && one.version === version),
      ).toBe(true);
  });
});
