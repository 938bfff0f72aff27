import { isSeq, parseDocument, stringify } from "yaml";
import type { OwnField } from "../../contract/agreement.ts";
import { unpadded, withPartOf } from "../part-of-yaml.ts";

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
