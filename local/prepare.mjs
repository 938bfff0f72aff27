// @ts-check
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installStep } from "./install-step.mjs";
import { checkNode, findPython } from "./prerequisites.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const requirements = path.join(root, "local", "requirements.txt");
const venv = path.join(root, ".local", "venv");

/**
 * Installs what is missing, and returns at once when nothing is. Throws `CannotStart` with the remedy when it cannot.
 * @param {(line: string) => void} [say]
 */
export const prepare = async (say = console.log) => {
  checkNode(process.versions.node);
  mkdirSync(path.join(root, ".local"), { recursive: true });
  if (packagesAreStale()) {
    say("Installing the Node packages (npm ci) ...");
    await installStep("npm", ["ci", "--no-audit", "--no-fund"], "npm ci");
  }
  if (venvIsStale()) {
    const python = findPython(process.env);
    say("Installing the emulators (pip) ...");
    await makeVenv(python);
  }
};

const packagesAreStale = () => {
  const installed = path.join(root, "node_modules", ".package-lock.json");
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(path.join(root, "package-lock.json")).mtimeMs;
};

const wanted = () => createHash("sha256").update(readFileSync(requirements)).digest("hex");

/** A dangling `bin/python` does not exist: the Python that it was made with has been removed. */
const venvIsStale = () => {
  const made = path.join(venv, "requirements.sha256");
  return !existsSync(path.join(venv, "bin", "python")) || !existsSync(made) || readFileSync(made, "utf8") !== wanted();
};

/**
 * Made aside and put in place whole, so that neither an interrupted nor a parallel start leaves half of one.
 * @param {string} python
 */
const makeVenv = async (python) => {
  const aside = `${venv}.${process.pid}`;
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--prefer-binary"];
  try {
    await installStep(python, ["-m", "venv", "--clear", aside], `${python} -m venv`);
    await installStep(
      path.join(aside, "bin", "python"),
      [...pip, "--require-hashes", "-r", requirements],
      "pip install of the emulators",
    );
    writeFileSync(path.join(aside, "requirements.sha256"), wanted());
    rmSync(venv, { recursive: true, force: true });
    renameSync(aside, venv);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
};
