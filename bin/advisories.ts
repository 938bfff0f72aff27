import "./frame/quiet.ts";
import { writeFileSync } from "node:fs";
import * as z from "zod/mini";
import { dayMillis } from "../lambdas/domain/working-time/zone.ts";
import {
  type Advisory,
  type AdvisoryFile,
  AdvisoryFileSchema,
  idleReviews,
  judge,
  type Match,
} from "./advisories/judge.ts";
import { type Installed, installedIn } from "./advisories/lock.ts";
import { askRegistry } from "./advisories/registry.ts";
import { command, exitCodes, runIfStarted } from "./frame/command.ts";
import { CommandError, UsageError } from "./frame/errors.ts";
import { textOfFile } from "./frame/files.ts";
import { flag, option } from "./frame/option.ts";

const file = (says: string, usual: string) =>
  option(z.string().check(z.minLength(1)), { takes: "FILE", says, kind: "a file", default: usual });

export const main = command({
  name: "advisories",
  does: `Compares what package-lock.json installs with known advisories: the registry's when it has them (npm audit's route), else those in
a file. Says which, and how old the file is. Fails on one that is high or critical, or of unknown severity, unless the file has a
review of it with a reason and a day up to which that counts.`,
  options: {
    file: file("known advisories and reviews", "docs/advisories.json"),
    lock: file("what is installed", "package-lock.json"),
    registry: option(z.url(), {
      takes: "URL",
      says: "asked first (default: npm's)",
      kind: "a URL",
      environment: "npm_config_registry",
      default: "https://registry.npmjs.org/",
    }),
    offline: flag("by the file alone"),
    keep: flag("adds what the registry says to the file"),
  },
  run: async ({ file: name, lock, registry, offline, keep }, io) => {
    if (offline && keep) throw new UsageError("--keep keeps what the registry says: leave out --offline.");
    const known = read(name, AdvisoryFileSchema, "a file of advisories");
    const installed = installedIn(read(lock, z.unknown(), "npm's lock file"));
    const today = io.now().slice(0, 10);
    const { advisories, source } = await sourceOf(known, name, { installed, registry, offline, today });
    if (keep) writeFileSync(name, `${JSON.stringify({ ...known, asOf: today, advisories }, undefined, 2)}\n`);
    const matches = judge(installed, advisories, known, today);
    const idle = idleReviews(known, matches);
    const open = matches.filter(({ verdict }) => verdict === "must be fixed").length;
    const lines = [
      `${installed.length} packages, ${source}: ${matches.length} advisories, ${open} to be fixed.`,
      ...matches.map(lineOf),
      ...idle.map((id) => `${id}  reviewed, and about nothing that is installed: take the review out.`),
    ];
    const isFine = open === 0 && idle.length === 0;
    return { text: lines.join("\n"), exitCode: isFine ? exitCodes.done : exitCodes.notDone };
  },
});

const sourceOf = async (
  { asOf, advisories }: AdvisoryFile,
  name: string,
  of: {
    readonly installed: readonly Installed[];
    readonly registry: string;
    readonly offline: boolean;
    readonly today: string;
  },
): Promise<{ readonly advisories: readonly Advisory[]; readonly source: string }> => {
  const days = Math.round((Date.parse(of.today) - Date.parse(asOf)) / dayMillis);
  const byFile = `by ${name}, ${days} ${days === 1 ? "day" : "days"} old`;
  if (of.offline) return { advisories, source: byFile };
  const answer = await askRegistry(of.registry, of.installed);
  if (!answer.ok) return { advisories, source: `${byFile} (${of.registry} has no advisories: ${answer.because})` };
  const told = new Set(answer.advisories.map(({ id, package: about }) => `${id} ${about}`));
  // What only the file knows still counts: somebody has put it there.
  const more = advisories.filter(({ id, package: about }) => !told.has(`${id} ${about}`));
  return { advisories: [...answer.advisories, ...more], source: `by ${of.registry} now, and ${name}` };
};

const read = <T>(name: string, schema: z.ZodMiniType<T>, what: string): T => {
  const text = textOfFile(name, what, "it is in the repository");
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new CommandError(`${name} is not ${what}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
};

const lineOf = ({ advisory, installed, verdict, because }: Match): string =>
  [
    `${advisory.id}  ${advisory.severity}  ${installed.name}@${installed.version}${installed.isDev ? " (not shipped)" : ""}`,
    advisory.title,
    advisory.fixed === undefined ? "no fix known" : `fixed in ${advisory.fixed}`,
    `${verdict}${because === undefined ? "" : `: ${because}`}`,
  ].join("  ");

await runIfStarted(main, import.meta.url);
