import { beforeAll, describe, expect, it } from "vitest";
import { readAgreementVersions } from "../../lambdas/adapters/dynamo-agreement-versions.ts";
import { readFlagged } from "../../lambdas/adapters/dynamo-attention.ts";
import { type ColumnRead, columnParts, readColumn } from "../../lambdas/adapters/dynamo-columns.ts";
import { leadItem, replaceLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { leadOfAddress, leadsBeginningWith } from "../../lambdas/adapters/dynamo-search.ts";
import { storeSubmission } from "../../lambdas/adapters/dynamo-submissions.ts";
import { readOrphans, recordOrphan } from "../../lambdas/adapters/dynamo-sweep.ts";
import { type DynamoTable, isNew, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { Stage } from "../../lambdas/contract/stages.ts";
import type { Place } from "../../lambdas/domain/board/column-query.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { anAgreement } from "../builders/agreement.ts";
import { deployed, heldFrom } from "../builders/in-force.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { engines, newTable } from "./engines.ts";

const stored = async (table: DynamoTable, leads: readonly Lead[]): Promise<void> => {
  for (const lead of leads) await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
};

/** Ids in the order in which the pages show them. */
const walk = async (
  table: DynamoTable,
  read: ColumnRead,
  between: (page: number) => Promise<void> = async () => {},
): Promise<string[]> => {
  const shown: string[] = [];
  let places: readonly Place[] | undefined;
  for (let page = 0; places?.every((place) => place === "end") !== true; page++) {
    const run = await readColumn(table, { ...read, ...(places && { places }) });
    shown.push(...run.entries.map(({ card }) => card.leadId));
    places = run.places;
    await between(page);
  }
  return shown;
};

const column = (stage: Stage, owner?: string): ColumnRead => ({
  parts: columnParts(stage, owner),
  newestFirst: stage === "won",
  most: 7,
});

describe.each(engines())("the board on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
  });

  it("shows open leads by deadline, page by page, each once, also those that are due together", async () => {
    const due = (i: number) => daysFromNow(Math.floor(i / 3) - 4);
    const leads = Array.from({ length: 30 }, (_, i) =>
      aLead("handed-off", {
        leadId: `due-${String(i).padStart(2, "0")}`,
        followUp: { ownerId: i % 2 === 0 ? "ana" : "luis", dueAt: due(i) },
      }),
    );
    await stored(table, leads.toReversed());
    const ids = leads.map(({ leadId }) => leadId);
    const dayOf = (leadId: string) => due(Number(leadId.slice(4)));
    const all = await walk(table, column("handed-off"));
    expect(all.toSorted()).toEqual(ids);
    expect(all.map(dayOf)).toEqual(ids.map(dayOf));
    expect((await walk(table, column("handed-off", "ana"))).toSorted()).toEqual(ids.filter((_, i) => i % 2 === 0));
    const overdue = await walk(table, { ...column("handed-off"), before: now });
    expect(overdue.toSorted()).toEqual(ids.filter((id) => dayOf(id) < now));
    const wanted = { ...column("handed-off"), wanted: ({ leadId }: { leadId: string }) => leadId.endsWith("7") };
    expect(await walk(table, wanted)).toEqual(["due-07", "due-17", "due-27"]);
  });

  it("goes on behind a lead that has moved away", async () => {
    const leads = Array.from({ length: 20 }, (_, i) =>
      aLead("nurturing", { leadId: `moves-${i}`, nextDueAt: daysFromNow(i) }),
    );
    await stored(table, leads);
    const shown = await walk(table, column("nurturing"), async (page) => {
      if (page > 0) return;
      for (const lead of leads.slice(0, 7))
        await transact(table, [replaceLead(table, lead, aLead("dormant", { leadId: lead.leadId }))]);
    });
    expect(shown).toEqual(leads.map(({ leadId }) => leadId));
  });

  it("shows ended leads the newest first, by owner, with the time when they first came", async () => {
    const won = (leadId: string, ownerId: string, days: number) =>
      aLead("won", { leadId, ownerId, stageSince: daysFromNow(days) });
    await stored(table, [won("old", "ana", -9), won("new", "luis", -1), won("middle", "ana", -5)]);
    expect(await walk(table, column("won"))).toEqual(["new", "middle", "old"]);
    expect(await walk(table, column("won", "ana"))).toEqual(["middle", "old"]);
    const { entries } = await readColumn(table, column("won"));
    expect(entries[0]?.createdAt).toBe(daysFromNow(-1));
  });

  it("has what needs attention, until it goes on", async () => {
    const lead = aLead("captured", { leadId: "flagged", needsAttention: { error: "TypeError", at: now } });
    await stored(table, [lead]);
    expect((await readFlagged(table, 5)).map(({ leadId }) => leadId)).toEqual(["flagged"]);
    const { entries } = await readColumn(table, column("captured"));
    expect(entries.map(({ card }) => card)).toMatchObject([{ leadId: "flagged", needsAttention: true }]);
    await transact(table, [replaceLead(table, lead, { ...lead, needsAttention: undefined })]);
    expect(await readFlagged(table, 5)).toEqual([]);
  });

  it("finds a lead by its address and by how it and its company begin", async () => {
    const email = "zoe@ximenez.example";
    const contact = { company: "Ximénez e Hijos" };
    await storeSubmission(table, {
      submissionId: "s-1",
      normalisedEmail: email,
      fingerprints: ["BODY#1"],
      content: { email },
      engagements: [],
      referenceId: "r-1",
      grant: { purpose: "lead", language: "es", until: daysFromNow(9) },
      at: now,
      agreement: anAgreement(),
      receive: () => aLead("captured", { leadId: "found", email, contact }),
    });
    const begins = async (text: string) =>
      (await leadsBeginningWith(table, text, 20)).leads.map(({ leadId }) => leadId);
    expect((await leadOfAddress(table, email))?.leadId).toBe("found");
    expect(await leadOfAddress(table, "nobody@ximenez.example")).toBeUndefined();
    for (const text of ["XIMENEZ E", "xi", "zo", "zoe@xim", email]) expect(await begins(text)).toEqual(["found"]);
    expect(await begins("ximenez y")).toEqual([]);
  });

  it("keeps the orphans that were found, the newest first", async () => {
    const orphan = (leadId: string, days: number) => ({ leadId, at: daysFromNow(days), why: "no-journey" }) as const;
    for (const each of [orphan("o-1", -3), orphan("o-2", -1), orphan("o-3", -20)]) await recordOrphan(table, each);
    expect(await readOrphans(table, daysFromNow(-7), 9)).toEqual([orphan("o-2", -1), orphan("o-1", -3)]);
  });

  it("keeps each agreement once, with its terms", async () => {
    const next = anAgreement({}, { version: "next" });
    for (const days of [-3, -2]) await deployed(table, anAgreement(), daysFromNow(days));
    await deployed(table, next, daysFromNow(-1));
    expect(await readAgreementVersions(table, 9)).toMatchObject([
      { number: 2, version: "next", since: heldFrom(daysFromNow(-1)), terms: next.terms },
      { number: 1, version: anAgreement().version, since: daysFromNow(-3), terms: anAgreement().terms },
    ]);
  });
});
