import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { command } from "../../bin/frame/command.ts";
import { CommandError } from "../../bin/frame/errors.ts";
import { flag, numberFrom, option, optionalText, text } from "../../bin/frame/option.ts";
import { typed } from "./typed.ts";

const main = command({
  name: "try",
  does: "Says what it was told.",
  options: {
    what: text("WHAT", "what to say", { argument: "one" }),
    times: option(numberFrom(1, 5, true), {
      takes: "N",
      says: "how often",
      kind: "a whole number from 1 to 5",
      default: "2",
    }),
    secret: option(z.optional(z.string().check(z.minLength(8))), {
      takes: "SECRET",
      says: "a secret",
      kind: "8 characters or more",
      isSecret: true,
    }),
    here: optionalText("PLACE", "where", { environment: "HERE" }),
    there: optionalText("PLACE", "or there"),
    aloud: flag("louder"),
  },
  needs: [{ oneOf: [["here"], ["there"]] }, { oneOf: [["secret"]], when: ({ aloud }) => aloud === true }],
  otherwise: "Nothing was said.",
  run: ({ what, times, here, there, aloud }) => {
    if (what === "nonsense") throw new CommandError("That is not to be said.");
    if (what === "trouble") throw new TypeError("no voice");
    return `${`${what} `.repeat(times)}${here ?? there} ${aloud}`;
  },
});

describe("the frame of the commands", () => {
  it("makes the help from the descriptions of the options", async () => {
    expect(
      (await typed(main, ["--help"])).out,
    ).toBe(`npm run try -- WHAT (--here PLACE | --there PLACE) [--times N] [--secret SECRET] [--aloud]

Says what it was told.

  WHAT             what to say
  --times N        how often (default: 2)
  --secret SECRET  a secret
  --here PLACE     where (default: the environment's HERE)
  --there PLACE    or there
  --aloud          louder
  --help           this text

Exit code: 0 done, 1 could not be done, 2 used wrongly.
`);
  });

  it("gives typed values to the command: from the line, the environment, or by default", async () => {
    const env = { HERE: "at home" };
    expect(await typed(main, ["hello", "--times=3"], { env })).toEqual({
      code: 0,
      out: "hello hello hello at home false\n",
      err: "",
    });
    const out = "hello hello outside true\n";
    expect(await typed(main, ["hello", "--there", "outside", "--aloud", "--secret", "12345678"])).toMatchObject({
      out,
    });
  });

  it.each([
    [[], "Missing:\n  WHAT                            what to say\n  --here PLACE, or --there PLACE  one of these\n"],
    [["a", "--here", "b", "--aloud"], "Missing:\n  --secret SECRET  a secret\n"],
    [["a", "--here", "b", "--x", "--y=1"], "Unknown: --x, --y.\n"],
    [["a", "b", "--here", "c"], "Not expected: b.\n"],
    [["a", "--here", "--there", "b"], "--here needs a value.\n"],
    [["a", "--here", ""], "--here needs a value.\n"],
    [["a", "--here", "b", "--aloud=yes"], "--aloud takes no value.\n"],
    [
      ["a", "--here", "b", "--times", "6", "--secret", "1234"],
      '--times must be a whole number from 1 to 5; it is "6".\n--secret must be 8 characters or more.\n',
    ],
  ])("says all that is wrong with the command line, and ends with 2: %j", async (args, says) => {
    const err = `Nothing was said.\n${says}npm run try -- --help shows the options.\n`;
    expect(await typed(main, args)).toEqual({ code: 2, out: "", err });
  });

  it("ends with 1 when it could not be done, and says how things are now", async () => {
    const there = ["--here", "b"];
    expect(await typed(main, ["nonsense", ...there])).toMatchObject({ code: 1, err: "That is not to be said.\n" });
    expect(await typed(main, ["trouble", ...there])).toMatchObject({
      code: 1,
      err: "Nothing was said. TypeError: no voice\n",
    });
  });
});
