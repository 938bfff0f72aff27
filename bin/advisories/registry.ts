import * as z from "zod/mini";
import type { Advisory } from "./judge.ts";
import type { Installed } from "./lock.ts";

/** By package, what the registry knows of the versions that it was asked about. */
const BulkSchema = z.record(
  z.string(),
  z.array(
    z.looseObject({
      url: z.string(),
      title: z.string(),
      severity: z.catch(z.enum(["low", "moderate", "high", "critical"]), "critical"),
      vulnerable_versions: z.string(),
    }),
  ),
);

/** Milliseconds to wait for the registry. */
const patience = 20_000;

export type Answer =
  | { readonly ok: true; readonly advisories: readonly Advisory[] }
  /** Why the registry says nothing: many company registries do not have the route. */
  | { readonly ok: false; readonly because: string };

/** Asks npm's registry, as `npm audit` does, about everything that is installed. */
export const askRegistry = async (registry: string, installed: readonly Installed[]): Promise<Answer> => {
  const asked: Record<string, string[]> = {};
  for (const { name, version } of installed) asked[name] = [...(asked[name] ?? []), version];
  try {
    const base = registry.endsWith("/") ? registry : `${registry}/`;
    const response = await fetch(new URL("-/npm/v1/security/advisories/bulk", base), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) return { ok: false, because: `it responds ${response.status}` };
    const read = BulkSchema.safeParse(await response.json());
    if (!read.success) return { ok: false, because: "its response is of another form" };
    return { ok: true, advisories: Object.entries(read.data).flatMap(([name, all]) => all.map(advisoryOf(name))) };
  } catch (error) {
    return { ok: false, because: error instanceof Error ? error.message : String(error) };
  }
};

const advisoryOf =
  (name: string) =>
  ({
    url,
    title,
    severity,
    vulnerable_versions: vulnerable,
  }: z.infer<typeof BulkSchema>[string][number]): Advisory => ({
    id: url.slice(url.lastIndexOf("/") + 1),
    package: name,
    vulnerable,
    severity,
    title,
  });
