import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { chartPictures } from "../../lambdas/adapters/chart-pictures.ts";
import { leadItem } from "../../lambdas/adapters/dynamo-leads.ts";
import { moveWrites } from "../../lambdas/adapters/dynamo-moves.ts";
import { type DynamoTable, isNew, put, remove, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { talkKeys } from "../../lambdas/adapters/dynamo-talks.ts";
import { MailNotSentError } from "../../lambdas/adapters/ses-mailer.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { BoardUser } from "../../lambdas/domain/board/board-user.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { moveTo } from "../../lambdas/domain/lead/move.ts";
import { recycle } from "../../lambdas/domain/outcome/recycle-rules.ts";
import { makeMeeting } from "../../lambdas/meeting/make-meeting.ts";
import { listMeetings, noteDecision, readMeeting, sayHeld } from "../../lambdas/meeting/meetings.ts";
import { anAgreement } from "../builders/agreement.ts";
import { deployed } from "../builders/in-force.ts";
import { aLead } from "../builders/lead.ts";
import { engines, newTable } from "./engines.ts";

const { resolve } = createRequire(import.meta.url);
const file = (name: string) => readFileSync(resolve(name));
const pictures = () =>
  chartPictures(file("@resvg/resvg-wasm/index_bg.wasm"), file("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"));

const agreement = anAgreement();
const manager: BoardUser = { user: "javier", role: "manager" };
const inTheWeek = "2026-11-18T10:00:00.000Z";

/** A mail service that refuses the given addresses. */
const office = (table: DynamoTable, clock: { now: string }) => {
  const mails: Mail[] = [];
  const refused = new Set<string>();
  const task = {
    table,
    agreement,
    now: () => clock.now,
    publicUrl: "https://api.example",
    pictures,
    send: async (mail: Mail) => {
      if (refused.has(mail.to.email)) throw new MailNotSentError("refused");
      mails.push(mail);
      return { providerId: String(mails.length) };
    },
  };
  return { task, mails, refused };
};

const stored = async (table: DynamoTable, lead: Lead): Promise<Lead> => {
  await transact(table, [put(table, "lead", leadItem(lead), isNew)]);
  return lead;
};

describe.each(engines())("the weekly meeting on $name", ({ endpoint }) => {
  let table: DynamoTable;
  beforeAll(async () => {
    table = await newTable(endpoint);
    // The week that the meeting is about is not one before the start.
    await deployed(table, agreement, "2026-11-02T08:00:00.000Z");
    const rejected = aLead("handed-off", { leadId: "m-rejected", contact: { name: "Rosa Rechazada" } });
    await stored(table, rejected);
    await transact(table, [
      ...moveWrites(table, rejected, recycle(rejected, "rejected:too-early", agreement, inTheWeek), inTheWeek),
      put(table, "answer", {
        ...keys.answer("m-rejected", rejected.cycle, inTheWeek),
        kind: "rejected",
        at: inTheWeek,
        ownerId: rejected.followUp.ownerId,
        reason: "too-early",
        note: "Que vuelva en marzo",
      }),
    ]);
    const open = aLead("opportunity", { leadId: "m-won", contact: { name: "Gala Ganada" } });
    await stored(table, open);
    const { followUp, acceptedAt } = open;
    const closed = { ownerId: followUp.ownerId, acceptedAt, amount: 12_000 };
    const won = moveTo("won", open, closed, { because: "won", now: inTheWeek });
    await transact(table, moveWrites(table, open, won, inTheWeek));
    const late = aLead("handed-off", { leadId: "m-late", contact: { name: "Tomás Tarde" } });
    await stored(table, late);
    const { ownerId, dueAt } = late.followUp;
    const record = { leadId: "m-late", cycle: 1, level: 1, ownerId, dueAt, at: inTheWeek };
    await transact(table, [
      put(table, "breach", {
        ...keys.breach("m-late", 1, 0, 1),
        ...record,
        ...talkKeys("m-late", "breached", inTheWeek),
      }),
    ]);
  });

  it("finds the week's leads, mails everyone once, and keeps the pack", async () => {
    const { task, mails, refused } = office(table, { now: "2026-11-23T06:30:00.000Z" });
    refused.add(agreement.terms.team.marketing.email);
    await expect(makeMeeting(task)({})).rejects.toThrow("not sent");
    refused.clear();
    const before = mails.length;
    const made = await makeMeeting(task)({});
    expect(made).toMatchObject({ week: "2026-W48", pack: "kept" });
    expect(mails.length).toBeGreaterThan(before);
    const packs = mails.filter(({ pictures: drawn }) => drawn !== undefined).map(({ to }) => to.email);
    expect(new Set(packs).size).toBe(packs.length);
    expect(packs).toContain(agreement.terms.team.marketing.email.toLowerCase());
    for (const { email } of agreement.terms.team.reps) expect(packs).toContain(email.toLowerCase());

    const pack = await readMeeting(task, "2026-W48");
    expect(pack?.about).toBe("2026-W47");
    expect(pack?.rejected.map(({ title }) => title.es)).toEqual([expect.stringContaining("Rosa Rechazada")]);
    expect(pack?.rejected[0]?.story.at(-1)?.es).toContain("Que vuelva en marzo");
    expect(pack?.wins.map(({ title }) => title.es)).toEqual([expect.stringContaining("Gala Ganada")]);
    expect(pack?.breaches.map(({ title }) => title.es)).toEqual([expect.stringContaining("Tomás Tarde")]);
    expect((await listMeetings(task)).packs.map(({ week }) => week)).toEqual(["2026-W48"]);
    expect(await makeMeeting(task)({ again: true })).toMatchObject({ pack: "made", sent: [] });
  });

  it("carries decisions along until it is recorded whether they held", async () => {
    const { task } = office(table, { now: "2026-11-23T08:45:00.000Z" });
    const ownerId = agreement.terms.team.marketing.id;
    const body = { text: "Pedir la fecha en el formulario", ownerId };
    const noted = await noteDecision(task, manager, "2026-W48", body);
    if ("statusCode" in noted) throw new Error(noted.body);
    expect(await noteDecision(task, manager, "2026-W48", body)).toEqual(noted);
    const refusals = [
      await noteDecision(task, manager, "2026-W48", { text: "x", ownerId: "nobody" }),
      await noteDecision(task, manager, "2026-W01", body),
      await noteDecision(task, { user: "marta", role: "rep" }, "2026-W48", body),
    ];
    expect(refusals.map((refusal) => "statusCode" in refusal && refusal.statusCode)).toEqual([400, 404, 403]);

    const later = office(table, { now: "2026-11-30T06:30:00.000Z" });
    await makeMeeting(later.task)({});
    const open = { decisionId: noted.decisionId, text: body.text };
    expect((await readMeeting(later.task, "2026-W49"))?.decisions).toEqual([expect.objectContaining(open)]);
    const said = office(table, { now: "2026-11-30T08:45:00.000Z" }).task;
    expect(await sayHeld(said, manager, "2026-W48", "unknown", true)).toBe(false);
    expect(await sayHeld(said, manager, "2026-W48", noted.decisionId, true)).toBe(true);
    expect(await sayHeld(said, { user: "sarah", role: "manager" }, "2026-W48", noted.decisionId, true)).toBe(true);
    const held = { ...open, held: true, heldSaidBy: "javier" };
    expect((await readMeeting(said, "2026-W49"))?.decisions).toEqual([expect.objectContaining(held)]);

    const last = office(table, { now: "2026-12-07T06:30:00.000Z" });
    await makeMeeting(last.task)({});
    await makeMeeting(office(table, { now: "2026-12-14T06:30:00.000Z" }).task)({});
    expect((await readMeeting(last.task, "2026-W51"))?.decisions).toEqual([]);
  });

  it("forgets the name of a lead that is erased", async () => {
    const { task } = office(table, { now: "2026-11-24T06:30:00.000Z" });
    await transact(table, [remove(table, "lead", keys.lead("m-won"))]);
    const pack = await readMeeting(task, "2026-W48");
    expect(JSON.stringify(pack)).not.toContain("Gala");
    expect(pack?.wins[0]?.title.es).toBe("Lead borrado");
  });
});
