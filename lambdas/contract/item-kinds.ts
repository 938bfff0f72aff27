/** Which kind of item a key of the table belongs to: the one of `keys` that builds such keys. */
import { keys } from "./table.ts";

export type ItemKind = keyof typeof keys;

type Key = { readonly pk: string; readonly sk: string };

const isKind = (name: string): name is ItemKind => name in keys;
export const itemKinds: readonly ItemKind[] = Object.keys(keys).filter(isKind);

/** The keys of the kind, whatever stands in them. */
const patternOf = (kind: ItemKind): { readonly kind: ItemKind; readonly literal: number; readonly matches: RegExp } => {
  const build = keys[kind];
  const { pk, sk }: Key = Reflect.apply(
    build,
    undefined,
    Array.from({ length: build.length }, () => "*"),
  );
  const text = `${pk} ${sk}`;
  const escaped = text.replace(/[.^$+?(){}|[\]\\]/g, "\\$&").replaceAll("*", ".+");
  return { kind, literal: text.replaceAll("*", "").length, matches: new RegExp(`^${escaped}$`) };
};

/** The most particular first. */
const patterns = itemKinds.map(patternOf).sort((one, other) => other.literal - one.literal);

/** @returns `undefined` for a key that this release does not build */
export const kindOfItem = ({ pk, sk }: Key): ItemKind | undefined =>
  patterns.find(({ matches }) => matches.test(`${pk} ${sk}`))?.kind;
