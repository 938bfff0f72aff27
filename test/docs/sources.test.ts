import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sourceKinds } from "../../lambdas/contract/sources.ts";
import { kinds } from "../../lambdas/domain/source/kinds/index.ts";

const rows = readFileSync(new URL("../../docs/sources.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.replace(/ {2,}/g, " "));
const samples = readdirSync(new URL("../sources/", import.meta.url)).filter((name) => name.endsWith(".http"));

/** Those of a kind whose name begins with this one's are not this one's. */
const samplesOf = (kind: string): string[] => {
  const longer = sourceKinds.filter((each) => each.startsWith(`${kind}-`));
  const isAnothers = (name: string): boolean => longer.some((each) => name.startsWith(each));
  return samples.filter((name) => name === `${kind}.http` || (name.startsWith(`${kind}-`) && !isAnothers(name)));
};

it("lists every kind of source as it is, in the order of their names", () => {
  const expected = sourceKinds.toSorted().map((kind) => {
    const { name, proof, pages, isUntried } = kinds[kind];
    const follows = pages.map((page, i) => `[${i + 1}](${page})`).join(" ");
    const files = samplesOf(kind).map((file) => `\`${file}\``);
    const tried = isUntried === true ? "yes" : "";
    return `| \`${kind}\` | ${name} | ${proof.by} | ${follows} | ${tried} | ${files.join(" ")} |`.replace(
      / {2,}/g,
      " ",
    );
  });
  expect(rows).toEqual(expected);
});

it.each(sourceKinds)("there is a sample of %s", (kind) => {
  expect(samplesOf(kind)).not.toEqual([]);
});
