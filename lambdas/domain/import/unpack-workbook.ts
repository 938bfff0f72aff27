import { Unzip, UnzipInflate } from "fflate";
import { limits } from "../../contract/limits.ts";

export type Unpacked =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array>; readonly names: readonly string[] }
  | { readonly ok: false; readonly because: "too-large-unpacked" | "damaged" };

/** Bytes of the archive that are unpacked before the sum is looked at: at most a thousand times as many come out. */
const step = 16 * 1024;

class TooMuch extends Error {}

/**
 * The wanted files of a workbook. What comes out is counted while it comes, since the sizes that an archive states are
 * anybody's word; files that are not wanted are passed over without being unpacked.
 * @param room bytes that all wanted files may have together
 */
export const unpackWorkbook = (
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  room: number = limits.importUnpackedBytes,
): Unpacked => {
  const parts = new Map<string, Uint8Array[]>();
  const names: string[] = [];
  const ended = new Set<string>();
  let left = room;
  const unzip = new Unzip((file) => {
    names.push(file.name);
    if (names.length > limits.importWorkbookFiles) throw new TooMuch();
    if (!isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      left -= chunk.length;
      if (left < 0) throw new TooMuch();
      chunks.push(chunk);
      if (isLast) ended.add(file.name);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += step)
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  } catch (error) {
    return { ok: false, because: error instanceof TooMuch ? "too-large-unpacked" : "damaged" };
  }
  if (names.length === 0 || [...parts.keys()].some((name) => !ended.has(name)))
    return { ok: false, because: "damaged" };
  return { ok: true, names, files: new Map([...parts].map(([name, chunks]) => [name, joined(chunks)])) };
};

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};
