import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { main } from "../../bin/try-source.ts";
import { now } from "../builders/now.ts";
import { typed } from "./typed.ts";

const folder = mkdtempSync(path.join(tmpdir(), "try-source-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The shipped agreement with these sources instead of its own. */
const agreementWith = (sources: string): string => {
  const file = path.join(folder, `agreement-${sources.length}.yaml`);
  const shipped = readFileSync("agreement.yaml", "utf8").replace(/^sources:\n(?:[ #].*\n|\n)*/m, "");
  writeFileSync(file, sources === "" ? shipped : `${shipped}\nsources:\n${sources}`);
  return file;
};
const source = (id: string, kind: string, more = "") =>
  `  - { id: ${id}, kind: ${kind}, label: { es: Fuente, en: Source }, origin: web-form${more} }\n`;

const tryIt = (...args: string[]) => typed(main, args, { now: () => now });

describe("npm run source:try", () => {
  it("says of each answer what it becomes, what is missing, and which criteria never match", async () => {
    const { code, out, err } = await tryIt("test/sources/hubspot.http", "--kind", "hubspot", "--language", "en");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("It would be a lead: luis.cano@maderas-cano.example.");
    expect(out).toMatch(/^5 +company +Maderas Cano +Company \(by its name\) +Maderas Cano$/m);
    expect(out).toMatch(/^6 +novedades +true +also said +–$/m);
    expect(out).toContain('  consent: { answer: "novedades", textVersion: "v1" }');
    expect(out).toMatch(/can never match, because the form does not ask:\n {2}Head of operations.*Industry with/);
  });

  it("tries every source of the agreement that can read the file, by its mapping", async () => {
    const agreement = agreementWith(
      source("crm", "hubspot", ", mapping: [{ id: novedades, to: consent }, { id: gone, to: phone }]") +
        source("survey", "typeform"),
    );
    const { code, out } = await tryIt("test/sources/hubspot.http", "--agreement", agreement);
    expect(code).toBe(0);
    expect(out).toMatch(/^crm \(HubSpot\)/);
    expect(out).not.toContain("Typeform");
    expect(out).toMatch(/^6 +novedades +true +Consentimiento \(por mapping\) +true$/m);
    expect(out).toContain('ninguna respuesta cumple:\n  - { id: "gone", to: phone }');
  });

  it("folds long questions and answers within 110 characters, and cuts none", async () => {
    const { out } = await tryIt("test/sources/typeform.http", "--kind", "typeform", "--language", "en");
    const table = out.slice(out.indexOf("#  "), out.indexOf("\nConsent")).split("\n");
    expect(Math.max(...table.map(({ length }) => length))).toBeLessThanOrEqual(110);
    expect(out).not.toContain("…");
    expect(out).toMatch(/^2 +Correo electrónico .*\n +\[readable_ref_email\]/m);
  });

  it("ends with 1 when it cannot be read, and says why and what to do", async () => {
    const agreement = agreementWith(source("survey", "typeform"));
    const bad = await tryIt("test/sources/html.http", "--agreement", agreement, "--source", "survey");
    expect([bad.code, bad.out]).toEqual([1, expect.stringContaining("No es JSON, y esta herramienta envía JSON")]);
    const file = path.join(folder, "two-addresses.txt");
    writeFileSync(file, "contacto_web=laura%40almacenes-gil.example&jefe=jefe%40almacenes-gil.example");
    const nobody = await tryIt(file, "--kind", "html", "--language", "en");
    expect([nobody.code, nobody.out]).toEqual([1, expect.stringContaining('- { id: "contacto_web", to: email }')]);
  });

  it("says what it lacks: a file, a source, a kind", async () => {
    expect((await tryIt("test/sources/html.http", "--agreement", agreementWith(""))).err).toContain("--kind KIND");
    expect(await tryIt("none.http", "--kind", "html")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/none\.http.*is not there/),
    });
    expect((await tryIt("test/sources/html.http", "--source", "none")).err).toContain('has no source "none"');
  });
});
