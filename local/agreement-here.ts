import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { type LocalAgreement, readAgreement } from "./read-agreement.ts";

/**
 * A copy of the agreement in which the company's web sites lie at `site` (an address without a slash at the end), so
 * that the links in its mails lead to pages that are there. Nothing but addresses changes: lines and keys stay.
 */
export const agreementHere = async (
  { file, terms }: LocalAgreement,
  site: string,
  directory: string,
): Promise<LocalAgreement> => {
  const text = await readFile(file, "utf8");
  const copy = path.join(directory, "agreement-here.yaml");
  await writeFile(
    copy,
    terms.company.sites.reduce((moved, own) => moved.replaceAll(`${own}/`, `${site}/`), text),
  );
  return readAgreement(copy);
};
