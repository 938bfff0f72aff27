import { type Document, isAlias, isMap, isNode, isScalar, isSeq, parseDocument, stringify, visit } from "yaml";
import type { AgreementTerms, OwnField } from "../../contract/agreement.ts";
import { unpadded, withPartOf } from "../part-of-yaml.ts";
import { keyOf } from "./learn-points.ts";

/** The agreement's text with further fields of its own; everything else stays as it was written. */
export const withFields = (yaml: string, fields: readonly OwnField[]): string => {
  if (fields.length === 0) return yaml;
  const document = parseDocument(yaml);
  const known = document.get("fields", true);
  if (!isSeq(known)) return `${yaml.trimEnd()}\n\n${declarationsText(fields)}`;
  for (const field of fields) known.add(document.createNode(field));
  return withPartOf(yaml, unpadded(document.toString({ lineWidth: 0 })), ["fields"]);
};

/** As they stand in an agreement. */
export const declarationsText = (fields: readonly OwnField[]): string => stringify({ fields }, { lineWidth: 0 });

/**
 * The agreement's text with the points and the thresholds of these terms, which are its own but for what was learnt;
 * everything else stays as it was written.
 */
export const withPoints = (yaml: string, before: AgreementTerms, after: AgreementTerms): string => {
  const document = parseDocument(yaml);
  before.personas.forEach(({ criteria }, i) => {
    const fresh = after.personas[i]?.criteria ?? [];
    const known = new Set(criteria.map(keyOf));
    criteria.forEach((criterion, j) => {
      const points = fresh.find((each) => keyOf(each) === keyOf(criterion))?.points;
      if (points !== undefined && points !== criterion.points)
        setNumber(document, ["personas", i, "criteria", j, "points"], points);
    });
    const list = document.getIn(["personas", i, "criteria"], true);
    if (!isSeq(list)) throw new Error("the agreement has no list of criteria");
    const dropped = new Set(criteria.filter((each) => fresh.every((other) => keyOf(other) !== keyOf(each))));
    const gone = list.items.filter((_, j) => [...dropped].some((each) => criteria[j] === each));
    list.items = list.items.filter((each) => !gone.includes(each));
    for (const node of gone) handOnAnchors(document, node);
    for (const each of fresh)
      if (!known.has(keyOf(each))) list.add(document.createNode(each, { aliasDuplicateObjects: false }));
  });
  after.familiarity.forEach((event, i) => {
    for (const key of ["points", "cap", "capPerDay"] as const) {
      const value = event[key];
      if (value !== undefined && value !== before.familiarity[i]?.[key])
        setNumber(document, ["familiarity", i, key], value);
    }
  });
  for (const key of ["leastMatches", "leastFit", "leastFamiliarity"] as const)
    if (after.gate[key] !== before.gate[key]) setNumber(document, ["gate", key], after.gate[key]);
  for (const key of ["fit", "familiarity"] as const)
    after.grades[key].forEach((value, i) => {
      if (value !== before.grades[key][i]) setNumber(document, ["grades", key, i], value);
    });
  const changed = unpadded(document.toString({ lineWidth: 0 }));
  const parts = ["personas", "familiarity", "grades", "gate"].filter((part) => !isWritten(before, after, part));
  return parts.reduce((text, part) => withPartOf(text, changed, [part]), yaml);
};

const isWritten = (before: AgreementTerms, after: AgreementTerms, part: string): boolean => {
  const of = (terms: AgreementTerms) => JSON.stringify(new Map<string, unknown>(Object.entries(terms)).get(part));
  return of(before) === of(after);
};

/** The comment beside a number stays. */
const setNumber = (document: Document, path: readonly (string | number)[], value: number): void => {
  const node = document.getIn(path, true);
  if (isScalar(node)) node.value = value;
  else document.setIn(path, value);
};

/** What a dropped criterion was the first to write (`&sectors`), and others refer to, is written by the first of those. */
const handOnAnchors = (document: Document, node: unknown): void => {
  if (!isNode(node)) return;
  const anchored = new Map<string, unknown>();
  visit(node, {
    Node: (_, each) => {
      if (!isAlias(each) && each.anchor !== undefined) anchored.set(each.anchor, each);
    },
  });
  if (anchored.size === 0 || isMap(document)) return;
  visit(document, {
    Alias: (_, alias) => {
      const original = anchored.get(alias.source);
      anchored.delete(alias.source);
      return isNode(original) ? original : undefined;
    },
  });
};
