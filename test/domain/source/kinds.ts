import type { Source, SourceKindId } from "../../../lambdas/contract/sources.ts";
import type { Arrived, KindReading, SourceKind, ToolRequest } from "../../../lambdas/domain/source/kind.ts";
import { kinds } from "../../../lambdas/domain/source/kinds/index.ts";

/** What tests of kinds of source share. */
export const kindOf = (id: SourceKindId): SourceKind => kinds[id];

export const sourceOf = (kind: SourceKindId): Source => ({
  id: "a-source",
  kind,
  label: { es: "Una fuente", en: "A source" },
  origin: "a-source",
  generic: { each: "/data/leads", id: "/ref", at: "/when" },
  events: [{ name: "Pricing Viewed", kind: "pricing-viewed" }],
});

export const readAs = async (kind: SourceKindId, request: ToolRequest): Promise<KindReading> =>
  await kindOf(kind).read(request, sourceOf(kind));

export const arrivedIn = async (kind: SourceKindId, request: ToolRequest): Promise<readonly Arrived[]> => {
  const reading = await readAs(kind, request);
  if (!reading.ok) throw new Error(reading.because);
  return reading.arrived;
};

export const bytes = (text: string): Uint8Array => Buffer.from(text);

export const textOf = ({ body }: ToolRequest): string => Buffer.from(body).toString("utf8");

/** Whom the samples tell of. */
export const laura = "laura.gil@almacenes-gil.example";
export const question = "¿Cuándo pueden venir?";
export const page = { pageUrl: "https://www.almacenes-gil.example/demo/" };
