import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceLabel } from "../../../lambdas/domain/metrics/source-label.ts";

const tool = (origin: string, es: string, en: string) => ({ origin, label: { es, en } });

describe("what a source is called", () => {
  it("is a word of the reader's language for ways that we know, however they were written", () => {
    expect(sourceLabel("direct")).toEqual({ es: "Directo", en: "Direct" });
    expect(sourceLabel("Newsletter")).toEqual({ es: "Boletín", en: "Newsletter" });
    expect(sourceLabel("google-ads")).toEqual({ es: "Google Ads", en: "Google Ads" });
    expect(sourceLabel("linkedin")).toEqual({ es: "LinkedIn", en: "LinkedIn" });
  });

  it("is the label of the form tool whose origin it is, unless several tools share it", () => {
    const check = tool("typeform", "Diagnóstico de almacén", "Warehouse check");
    expect(sourceLabel("typeform", [check])).toEqual(check.label);
    expect(sourceLabel("typeform", [check, tool("typeform", "Otro", "Another")]).en).toBe("typeform");
  });

  it("is else the name with which the leads came, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const source = `campaign ${text}`;
        expect(sourceLabel(source)).toEqual({ es: source, en: source });
      }),
    );
    expect(sourceLabel("constructor")).toEqual({ es: "constructor", en: "constructor" });
  });
});
