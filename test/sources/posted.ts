/** Samples as their tools post them, for whatever pipeline is to take them. */
import { readdirSync, readFileSync } from "node:fs";
import type { Source, SourceKindId } from "../../lambdas/contract/sources.ts";
import { kinds } from "../../lambdas/domain/source/kinds/index.ts";
import { sampleOf } from "./sample.ts";
import { signing } from "./signing.ts";

const isKind = (name: string): name is SourceKindId => Object.hasOwn(kinds, name);

/** The kind that a sample is of: `elementor-advanced` is of `elementor`. */
const kindOfSample = (name: string): SourceKindId => {
  const parts = name.split("-");
  for (let most = parts.length; most > 0; most--) {
    const kind = parts.slice(0, most).join("-");
    if (isKind(kind)) return kind;
  }
  throw new Error(`the sample ${name} is of no kind`);
};

export interface PostedSample {
  readonly name: string;
  readonly kind: SourceKindId;
}

export const samples: readonly PostedSample[] = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".http"))
  .map((file) => file.replace(/\.http$/, ""))
  .sort()
  .map((name) => ({ name, kind: kindOfSample(name) }));

/** One source of each sample, by its name: ids that tools make up are made up in the samples of one tool alike. */
export const everySource: readonly Source[] = samples.map(({ name, kind }) => ({
  id: name,
  kind,
  label: { es: kinds[kind].name, en: kinds[kind].name },
  origin: `of-${name}`,
  ...(kind === "generic" && {
    generic: { each: "/data/leads", id: "/ref", at: "/when" },
    mapping: [{ pointer: "/contact/email", to: "email" }],
  }),
}));

/** Google's tool sends the secret in the body. */
export const secretOf = (kind: SourceKindId): string =>
  kind === "google-ads" ? "una-clave-de-prueba" : "a-secret-of-the-tests";

/** The lead that a tool gives for an id, where it sends ids only. */
export const fetchedLead = (path: string): string => {
  const name = path.includes("leadFormResponses") ? "linkedin-lead-gen" : "meta-lead-ads";
  return readFileSync(new URL(`${name}-lead.json`, import.meta.url), "utf8");
};

/** Path, headers and body of a sample, as its tool posts it. */
export const posted = (
  { name, kind }: PostedSample,
  {
    origin = "https://leads.example.com",
    secret = secretOf(kind),
    at = Date.now(),
    change = (body: Buffer) => body,
  }: {
    readonly origin?: string;
    readonly secret?: string;
    /** When it is signed, in milliseconds. */
    readonly at?: number;
    readonly change?: (body: Buffer) => Buffer;
  } = {},
) => {
  const sample = sampleOf(name);
  const { by } = kinds[kind].proof;
  const path = by === "address" ? `/sources/${name}/${secret}` : `/sources/${name}`;
  const body = change(Buffer.from(sample.body));
  const request = { url: `${origin}${path}`, headers: sample.headers, body };
  const sign = signing.find(([of]) => of === kind)?.[2];
  const headers: Record<string, string> = {
    ...sample.headers,
    ...(by === "header" && { authorization: `Bearer ${secret}` }),
    ...sign?.(request, secret, at),
  };
  return { path, headers, body };
};
