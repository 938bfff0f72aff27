import type { ImportFiles } from "../adapters/import-files.ts";
import type { Import } from "../domain/import/import.ts";
import { isOfMailbox, portionsWith, withoutMailbox } from "../domain/import/list-mailboxes.ts";
import type { Step } from "./import-dependencies.ts";

/** Takes the rows of people who are erased out of the list: whoever has to can do it again. */
export const forgetRows = async (files: ImportFiles, it: Import): Promise<Step> => {
  for (const mailbox of it.forget ?? []) await forgetOne(files, mailbox);
  return { next: { ...it, forget: undefined }, goesOn: true };
};

const forgetOne = async (files: ImportFiles, mailbox: string): Promise<void> => {
  const mailboxes = await files.mailboxes();
  if (mailboxes === undefined) return;
  const portions = portionsWith(mailboxes, mailbox);
  if (portions.length === 0) return;
  // The file is not read again: as it was uploaded, they stand in it.
  await files.removeUpload();
  for (const portion of portions) {
    const rows = await files.rows(portion);
    if (rows !== undefined)
      await files.putRows(
        portion,
        rows.map((cells) => (cells !== null && isOfMailbox(cells, mailbox) ? null : cells)),
      );
    const refused = await files.refused(portion);
    if (refused?.some(({ cells }) => isOfMailbox(cells, mailbox)))
      await files.putRefused(
        portion,
        refused.filter(({ cells }) => !isOfMailbox(cells, mailbox)),
      );
  }
  const header = await files.header();
  if (header !== undefined && isOfMailbox(header, mailbox)) await files.putHeader([]);
  // Last: until then they are found again.
  await files.putMailboxes(withoutMailbox(mailboxes, mailbox));
};
