import { type AsideKey, countAside, keptSince, readAsideKeys, readKeptForm } from "../../adapters/dynamo-kept-aside.ts";
import { readLead } from "../../adapters/dynamo-leads.ts";
import type { DynamoTable } from "../../adapters/dynamo-table.ts";
import { type AsideKind, AsideKindSchema, asideKinds } from "../../contract/agreed-limits.ts";
import type { AsideEntry, AsideView } from "../../contract/board.ts";
import { asideIdOf, asideRefOf } from "../../domain/board/aside-id.ts";
import { labelOfAside } from "../../views/board/aside-labels.ts";
import { saySign } from "../../views/board/kept-aside.ts";
import type { BoardDependencies } from "../board-request.ts";
import { reply } from "../reply.ts";
import { notUnderstood, type Read } from "./read.ts";

const mostShown = 50;

/** `GET aside?kind=`: how much is kept aside for each reason, and the newest of one of them. */
export const readAside: Read = async ({ table, agreement, now }, { query }) => {
  const asOf = now();
  const since = keptSince(agreement, asOf);
  const asked = query.get("kind") ?? undefined;
  const wanted = AsideKindSchema.safeParse(asked ?? "signs");
  if (!wanted.success) return notUnderstood([{ field: "kind", detail: `expected one of ${asideKinds.join(", ")}` }]);
  const counts = await Promise.all(asideKinds.map((kind) => countAside(table, kind, since)));
  const kinds = asideKinds.flatMap((kind, i) => {
    const count = counts[i] ?? 0;
    return count === 0 ? [] : [{ kind, label: labelOfAside[kind], count }];
  });
  const kind = asked === undefined ? (kinds[0]?.kind ?? wanted.data) : wanted.data;
  const entries = await asideEntries({ table, agreement, now }, kind, asOf, mostShown);
  return reply("aside", { asOf, kinds, kind, entries } satisfies AsideView);
};

/** The newest of one reason, at most so many. */
export const asideEntries = async (
  { table, agreement }: BoardDependencies,
  kind: AsideKind,
  asOf: string,
  most: number,
): Promise<AsideEntry[]> => {
  const since = keptSince(agreement, asOf);
  const found = await readAsideKeys(table, kind, { most, since, until: asOf, newestFirst: true });
  const entries = await Promise.all(found.map((key) => entryOf(table, key, asOf)));
  return entries.flatMap((entry) => entry ?? []);
};

const entryOf = async (table: DynamoTable, key: AsideKey, asOf: string): Promise<AsideEntry | undefined> => {
  const id = asideIdOf(key);
  const ref = asideRefOf(id);
  if (ref?.is === "lead") {
    const lead = await readLead(table, ref.leadId);
    const at = lead?.aside?.at ?? (lead?.override === undefined ? lead?.laneFullAt : undefined);
    if (lead === undefined || at === undefined) return undefined;
    const { email, contact, leadId } = lead;
    return { id, at, email, ...saidIn(contact), reasons: [], leadId };
  }
  const form = await readKeptForm(table, key, asOf);
  if (form === undefined) return undefined;
  const { at, email, contact, asideReason } = form;
  return { id, at, email, ...saidIn(contact), reasons: asideReason.map(saySign) };
};

const saidIn = ({
  name,
  company,
  message,
}: {
  name?: string | undefined;
  company?: string | undefined;
  message?: string | undefined;
}) => ({
  name,
  company,
  message,
});
