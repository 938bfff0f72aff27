// @ts-check
import { spawnSync } from "node:child_process";
import { CannotStart } from "./cannot-start.mjs";

/** Vite and its bundler need one of these, or what came after the last one. @type {Version[]} */
const leastNodes = [
  [20, 19],
  [22, 12],
];
const leastPython = [3, 10];
const pythonNames = ["python3", "python3.13", "python3.12", "python3.11", "python3.10", "python"];

/** @typedef {[major: number, minor: number]} Version */

/**
 * Throws `CannotStart` when this Node is too old.
 * @param {string} version as in `process.versions.node`
 */
export const checkNode = (version) => {
  const [major, minor] = versionOf(version);
  const least = leastNodes.find(([each]) => each === major);
  const isNewer = major > Math.max(...leastNodes.map(([each]) => each));
  if (isNewer || (least !== undefined && isAtLeast([major, minor], least))) return;
  throw new CannotStart(
    `Node ${leastNodes.map((each) => each.join(".")).join(" or ")} or newer is needed, this is ${version}; install the current LTS.`,
  );
};

/**
 * The command of a Python that can make virtual environments; throws `CannotStart` when there is none.
 * @param {NodeJS.ProcessEnv} env
 */
export const findPython = (env) => {
  const least = leastPython.join(".");
  const found = pythonNames.flatMap((name) => pythonCalled(name, env));
  const [first] = found;
  if (first === undefined) {
    throw new CannotStart(
      `Python ${least} or newer is needed and no python3 was found; install it with its venv module.`,
    );
  }
  const newEnough = found.filter(({ version }) => isAtLeast(version, leastPython));
  if (newEnough.length === 0) {
    throw new CannotStart(
      `Python ${least} or newer is needed, ${first.name} is ${first.version.join(".")}; install a newer one.`,
    );
  }
  const able = newEnough.find(({ name }) => answers(name, "import venv, ensurepip", env) !== undefined);
  if (able !== undefined) return able.name;
  throw new CannotStart(
    `${newEnough[0]?.name} cannot make virtual environments; install its venv module (Debian, Ubuntu: apt install python3-venv).`,
  );
};

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ name: string, version: Version }[]} empty when it is missing or does not run
 */
const pythonCalled = (name, env) => {
  const said = answers(name, "import sys; print('%d.%d' % sys.version_info[:2])", env);
  return said === undefined ? [] : [{ name, version: versionOf(said) }];
};

/**
 * @param {string} python
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 */
const answers = (python, program, env) => {
  const { status, stdout } = spawnSync(python, ["-c", program], { env, encoding: "utf8" });
  return status === 0 ? stdout : undefined;
};

/**
 * @param {string} text
 * @returns {Version}
 */
const versionOf = (text) => {
  const [major = 0, minor = 0] = text.trim().split(".").map(Number);
  return [major, minor];
};

/**
 * @param {Version} version
 * @param {readonly number[]} least
 */
const isAtLeast = ([major, minor], [leastMajor = 0, leastMinor = 0]) =>
  major > leastMajor || (major === leastMajor && minor >= leastMinor);
