import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkNode, findPython } from "../../local/prerequisites.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "path-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A command in the path that answers like a Python of this version. */
const install = (name: string, version: string, { venv = true } = {}) => {
  const file = path.join(folder, name);
  const imports = venv ? "exit 0" : "exit 1";
  writeFileSync(file, `#!/bin/sh\ncase "$2" in *ensurepip*) ${imports};; *) echo ${version};; esac\n`);
  chmodSync(file, 0o755);
};
const find = () => findPython({ PATH: folder });

describe("the Python for the emulators", () => {
  it("is python3 when that is new enough", () => {
    install("python3", "3.10");
    expect(find()).toBe("python3");
  });

  it("is a newer one beside a python3 that is too old", () => {
    install("python3", "3.9");
    install("python3.12", "3.12");
    expect(find()).toBe("python3.12");
  });

  it("is one that has venv, beside one that has not", () => {
    install("python3", "3.11", { venv: false });
    install("python3.10", "3.10");
    expect(find()).toBe("python3.10");
  });

  it("is asked for when there is none", () => {
    expect(find).toThrow("Python 3.10 or newer is needed and no python3 was found; install it with its venv module.");
  });

  it("is distinguished from a too old one by its version", () => {
    install("python3", "3.8");
    expect(find).toThrow("Python 3.10 or newer is needed, python3 is 3.8; install a newer one.");
  });

  it("is not Python 2", () => {
    install("python", "2.7");
    expect(find).toThrow("Python 3.10 or newer is needed, python is 2.7; install a newer one.");
  });

  it("needs venv, and the message says how to get it", () => {
    install("python3", "3.11", { venv: false });
    expect(find).toThrow(
      "python3 cannot make virtual environments; install its venv module (Debian, Ubuntu: apt install python3-venv).",
    );
  });
});

describe("Node", () => {
  it.each(["20.19.0", "20.20.2", "22.12.0", "24.1.0"])("%s is new enough", (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(["20.9.0", "20.18.3", "21.7.3", "22.11.0", "18.20.4"])(
    "%s is too old, and the message says so",
    (version) => {
      expect(() => checkNode(version)).toThrow(
        `Node 20.19 or 22.12 or newer is needed, this is ${version}; install the current LTS.`,
      );
    },
  );
});
