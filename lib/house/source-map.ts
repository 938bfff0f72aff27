import { decode, encode, type SourceMapSegment } from "@jridgewell/sourcemap-codec";
import * as z from "zod/mini";

const MapSchema = z.object({ sources: z.array(z.string()), mappings: z.string() });

/**
 * Of a bundle's map what leads to this project's own files, a sixth of it: a stack is read for those, and the file is
 * read and parsed by a function that is about to fail.
 * @param sourceName a source as the map names it -> as stacks are to name it; `undefined` leaves it out
 */
export const ownSourceMap = (map: string, sourceName: (source: string) => string | undefined): string => {
  const { sources, mappings } = MapSchema.parse(JSON.parse(map));
  const names = sources.map(sourceName);
  const own = names.flatMap((name) => name ?? []);
  const numberOf = names.map((name) => (name === undefined ? undefined : own.indexOf(name)));
  const lines = decode(mappings).map((line) =>
    line
      .map(([column, source, row, sourceColumn]): SourceMapSegment => {
        const number = source === undefined ? undefined : numberOf[source];
        return number === undefined || row === undefined || sourceColumn === undefined
          ? [column]
          : [column, number, row, sourceColumn];
      })
      // Of what leads nowhere the first part says so for all that follow.
      .filter((segment, i, all) => segment.length > 1 || all[i - 1]?.length !== 1),
  );
  return JSON.stringify({ version: 3, sources: own, names: [], mappings: encode(lines) });
};
