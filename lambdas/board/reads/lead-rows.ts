import { readContacts } from "../../adapters/dynamo-contacts.ts";
import type { Card } from "../../contract/board.ts";
import { maySeeLeadOf } from "../../domain/board/board-user.ts";
import { mostExported } from "../../domain/list/table.ts";
import type { LeadRow } from "../../views/board/lead-columns.ts";
import type { BoardDependencies, BoardRequest } from "../board-request.ts";

/**
 * Leads of a list with what no card has, where the user may see it: a deal that somebody has won stays in their list, and
 * its lead may be another's by now. Whoever was erased a moment ago, and is still listed, is left out.
 */
export const leadRows = async <Row extends { readonly card: Card }>(
  { table, user }: Pick<BoardDependencies, "table"> & Pick<BoardRequest, "user">,
  listed: readonly Row[],
): Promise<(Row & LeadRow)[]> => {
  const some = listed.slice(0, mostExported + 1);
  const contacts = await readContacts(
    table,
    some.map(({ card }) => card.leadId),
  );
  return some.flatMap((row) => {
    const reached = contacts.get(row.card.leadId);
    if (reached === undefined) return [];
    return [{ ...row, contact: maySeeLeadOf(user, reached.ownerId) ? reached.contact : undefined }];
  });
};
