import * as z from "zod/mini";

/** A package as it is installed, perhaps in several places. */
export interface Installed {
  readonly name: string;
  readonly version: string;
  /** It is needed to build and to test only, and goes nowhere. */
  readonly isDev: boolean;
}

const LockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      name: z.optional(z.string()),
      version: z.optional(z.string()),
      dev: z.optional(z.boolean()),
      link: z.optional(z.boolean()),
    }),
  ),
});

/** What npm's lock file says is installed, each name and version once. @throws when it is no lock file of npm 7 or newer */
export const installedIn = (lock: unknown): Installed[] => {
  const found = new Map<string, Installed>();
  for (const [place, { name: alias, version, dev = false, link = false }] of Object.entries(
    LockSchema.parse(lock).packages,
  )) {
    if (place === "" || link || version === undefined) continue;
    // Under another name, the lock says the true one beside the place.
    const name = alias ?? place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const known = found.get(`${name}@${version}`);
    found.set(`${name}@${version}`, { name, version, isDev: dev && (known?.isDev ?? true) });
  }
  return [...found.values()];
};
