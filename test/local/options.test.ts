import { describe, expect, it } from "vitest";
import { readOptions } from "../../local/options.mjs";

const folders = { typedIn: "/home/ana/somewhere", root: "/home/ana/smarketing" };
const read = (...args: string[]) => readOptions(args, folders);

describe("the options of npm start", () => {
  it("are the demo agreement and any port when none is given", () => {
    const agreement = "/home/ana/smarketing/agreement.demo.yaml";
    expect(read()).toEqual({ help: false, agreement, history: true, port: undefined });
  });

  it("take the agreement from where the command was typed", () => {
    expect(read("--agreement", "mine.yaml").agreement).toBe("/home/ana/somewhere/mine.yaml");
    expect(read("--agreement=/tmp/mine.yaml").agreement).toBe("/tmp/mine.yaml");
  });

  it("take a port", () => {
    expect(read("--port", "9000").port).toBe(9000);
    expect(read("--port", "1").port).toBe(1);
    expect(read("--port", "65535").port).toBe(65_535);
  });

  it("leave the history out on request, and with another agreement", () => {
    expect(read("--no-history").history).toBe(false);
    expect(read("--agreement", "mine.yaml").history).toBe(false);
  });

  it("take --help", () => {
    expect(read("--help").help).toBe(true);
  });

  it.each(["0", "65536", "80a", "-1", "8.5", "", " "])("refuse the port %j and say what a port is", (port) => {
    expect(() => read(`--port=${port}`)).toThrow(`--port ${port} is not a port; give a number from 1 to 65535.`);
  });

  it.each([["--prot", "9000"], ["something"], ["--port"], ["--agreement"], ["-x"]])(
    "refuse %j %j in one sentence that leads to --help",
    (...args) => {
      expect(() => read(...args.filter((arg) => arg !== undefined))).toThrow(
        /^[^\n]+; npm start -- --help shows the options\.$/,
      );
    },
  );
});
