/** Synthesises once what every test file of a project asks for; alone, each of them would take seconds for it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { madeBefore, shippedTemplate } from "./synthesise.ts";

export default (): (() => void) => {
  const folder = mkdtempSync(path.join(tmpdir(), "smarketing-template-"));
  const file = path.join(folder, "template.json");
  writeFileSync(file, JSON.stringify(shippedTemplate()));
  process.env[madeBefore] = file;
  return () => rmSync(folder, { recursive: true });
};
