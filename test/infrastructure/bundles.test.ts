import { type BuildOptions, buildSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { bundling, handlerEntries } from "../../lib/house/bundle.ts";
import { bareEntry, clientsIn } from "../bench/bare-clients.ts";
import { metafileOfAll } from "./bundle-once.ts";

/** How many times as large as the clients alone a bundle may be. */
const most = 1.2;
/** What is larger, and why. */
const larger: Readonly<Record<string, { readonly most: number; readonly because: string }>> = {
  "meeting/make-meeting": { most: 3.2, because: "charts and their pictures" },
  "capture/post-lead": {
    most: 1.55,
    because: "the forms of telephone numbers of every country, 118 KB, and the countries' other names",
  },
  "bus-intake/intake-event": { most: 1.65, because: "the same" },
  "source/read-arrival": { most: 1.7, because: "the same, and what every form tool sends" },
  "import/work": { most: 1.85, because: "the same, how workbooks are unpacked and read, and what an erasure reaches" },
  "hand-off/hand-off": {
    most: 1.25,
    because: "how a rep is chosen, in sentences, and the mail with the lead's whole story",
  },
  "board/sources": { most: 1.7, because: "what every form tool sends, and the forms of telephone numbers" },
  "board/post-board": {
    most: 1.95,
    because: "every action of the board, the words of all that is kept of a person, and the forms of telephone numbers",
  },
  "in-force/adopt-at-deploy": {
    most: 6.2,
    because: "it compiles an agreement, once per deployment: YAML, every schema, the calendars of all countries",
  },
  "board/room": { most: 6.3, because: "it compiles whatever is proposed, as adopt-at-deploy" },
  "outcome/notify-teams": {
    most: 1.3,
    because: "the words of every key of the agreement, by which it tells what a proposal changes",
  },
  "board/get-board": {
    most: 1.5,
    because: "the words of every key of the agreement, 24 KB, and of each sign of a machine",
  },
};

const entryPoints = Object.fromEntries(handlerEntries().map((entry) => [entry, `lambdas/${entry}.ts`]));

const built = (options: BuildOptions) =>
  buildSync({ ...bundling, sourcemap: false, outdir: "built", ...options, write: false, metafile: true });

const sizeOfBare = (clients: readonly string[]): number => {
  const { outputFiles } = built({ stdin: { contents: bareEntry(clients), resolveDir: process.cwd() }, alias: {} });
  return outputFiles?.[0]?.contents.length ?? Number.NaN;
};

describe("the bundle of a function", () => {
  it("is at most 1.2 times as large as one with nothing but the same clients of AWS, or has a reason", () => {
    const bare = new Map<string, number>();
    const bundles = Object.entries(metafileOfAll().outputs).filter(([file]) => file.endsWith(".js"));
    const tooLarge = bundles.flatMap(([file, output]) => {
      const clients = clientsIn(Object.keys(output.inputs));
      if (clients.length === 0) return [];
      const size = bare.get(clients.join()) ?? sizeOfBare(clients);
      bare.set(clients.join(), size);
      const name = file.replace(/\.js$/, "");
      const ratio = output.bytes / size;
      return ratio <= (larger[name]?.most ?? most) ? [] : [`${name}: ${ratio.toFixed(2)}`];
    });
    expect(bare.size).toBeGreaterThan(3);
    expect(tooLarge).toEqual([]);
  });

  it("builds no schema at its start that nothing in it reads", () => {
    const unread = (built({ entryPoints, minify: false }).outputFiles ?? []).flatMap(({ text }) => {
      const names = new Map<string, number>();
      for (const [name] of text.matchAll(/\b\w+Schema\d*\b/g)) names.set(name, (names.get(name) ?? 0) + 1);
      return [...text.matchAll(/^var (\w+Schema\d*) = /gm)].flatMap(([, name = ""]) =>
        names.get(name) === 1 ? [name] : [],
      );
    });
    expect([...new Set(unread)]).toEqual([]);
  });
});
