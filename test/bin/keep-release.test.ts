import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { main, releaseAsKept } from "../../bin/keep-release.ts";
import { shippedTemplate } from "../infrastructure/synthesise.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { typed } from "./typed.ts";

const FileSchema = z.strictObject({
  release: z.string(),
  definition: z.unknown(),
  messages: z.record(z.string(), z.looseObject({ type: z.string() })),
});

describe("a release that is kept", () => {
  const text = releaseAsKept("v1.4", shippedTemplate());
  const kept = FileSchema.parse(JSON.parse(text));

  it("has the definition that is deployed, and names functions by their logical ids", () => {
    expect(kept.definition).toEqual(synthesisedDefinition());
    expect(kept.release).toBe("v1.4");
    expect(text).not.toContain("Fn::");
  });

  it("has the steps' messages with what they require and their verdicts", () => {
    expect(kept.messages.JourneyInput?.required).toContain("leadId");
    expect(kept.messages.SlaVerdict?.properties).toMatchObject({ verdict: { enum: expect.arrayContaining(["wait"]) } });
  });

  it("is a file like those that are there", () => {
    const [file = ""] = readdirSync("test/released");
    const there = FileSchema.parse(JSON.parse(readFileSync(path.join("test/released", file), "utf8")));
    expect(Object.keys(kept)).toEqual(Object.keys(there));
  });

  it.each(["../../package", "release/1.4", ""])("cannot be called “%s”, which names no file", async (name) => {
    const { code, out, err } = await typed(main, [name]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("NAME");
  });
});
