import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import { countRestart } from "../../lambdas/adapters/dynamo-journeys.ts";
import { readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { claimMessage } from "../../lambdas/adapters/dynamo-messages.ts";
import { recordOrphan } from "../../lambdas/adapters/dynamo-sweep.ts";
import { type DynamoTable, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { storeVisit } from "../../lambdas/adapters/dynamo-visitors.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { isUnanswered, type Lead } from "../../lambdas/domain/lead/lead.ts";
import { factIn } from "../../lambdas/domain/metrics/fact.ts";
import { goOnErasing } from "../../lambdas/erasure/erase.ts";
import { answer } from "../../lambdas/follow-up/answer-page.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { formSent } from "../../local/twin/requests.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { posted } from "./board-requests.ts";
import { copyOf, livedUntil, looksAtPrices } from "./lives.ts";
import { minutesAgreement } from "./minutes-agreement.ts";
import type { Step } from "./story.ts";

const definition = synthesisedDefinition();
const visitorId = "browser-0000000000000001";
const message = "¿Cuánto tarda la puesta en marcha?";
const facts = { visitorId, message, interest: "demo" };
const marketing = { user: "carla", role: "marketing" } as const;

const accepts: Step = {
  when: ({ stage }, world) => stage === "handed-off" && world.mails.length > 3,
  does: (story) => story.fillIn("answers", { answer: "accept", note: "Inés Otero quiere verlo en mayo" }),
};
const wins: Step = {
  when: ({ stage }, world) => stage === "accepted" && world.mails.some(({ text }) => text.includes("/outcomes/")),
  does: (story) => story.fillIn("outcomes", { outcome: "won", amount: "12.500", note: "Firmó Inés Otero" }),
};

interface Life {
  readonly name: string;
  readonly agreement: Agreement;
  readonly steps: readonly Step[];
  readonly isThere: (lead: Lead) => boolean;
}
const lives: readonly Life[] = [
  { name: "nurtured", agreement: minutesAgreement(), steps: [], isThere: ({ stage }) => stage === "nurturing" },
  {
    name: "waiting for a rep",
    agreement: minutesAgreement({}, 0),
    steps: [looksAtPrices],
    isThere: (lead) => lead.stage === "qualified" && lead.waiting !== undefined,
  },
  {
    name: "handed to the second rep",
    agreement: minutesAgreement(),
    steps: [looksAtPrices],
    isThere: (lead) => isUnanswered(lead) && lead.followUp.turn === 1 && lead.stage === "handed-off",
  },
  {
    name: "accepted",
    agreement: minutesAgreement(),
    steps: [looksAtPrices, accepts],
    isThere: ({ stage }) => stage === "accepted",
  },
  {
    name: "won",
    agreement: minutesAgreement(),
    steps: [looksAtPrices, accepts, wins],
    isThere: ({ stage }) => stage === "won",
  },
];

const live = ({ agreement, steps, isThere }: Life) => livedUntil(definition, agreement, steps, isThere, facts);

/** Everything by which a person could be known. */
const tracesOf = ({ leadId, email }: Lead) => [
  leadId,
  email,
  "Inés",
  "Talleres Norte",
  "910 000 000",
  message,
  visitorId,
];

/** All but the audit trail, which proves by the lead's id who erased it, and holds nothing else of it. */
const itemsOf = (table: Twin) => table.items().filter(({ pk }) => pk?.S?.startsWith("TRAIL#") !== true);
const trailOf = (table: Twin) => table.items().filter(({ pk }) => pk?.S?.startsWith("TRAIL#") === true);

const textOf = (table: Twin): string => JSON.stringify(itemsOf(table).map((item) => unmarshall(item)));

/** After everything that could still be under way has ended. */
const later = (now: string): string => new Date(Date.parse(now) + 16 * 60_000).toISOString();

const erase = (table: DynamoTable, agreement: Agreement, now: string, { leadId, version, email }: Lead) =>
  posted({ table, agreement, now: () => now }, marketing, `leads/${leadId}/erase`, {
    version,
    reason: "Lo pide por teléfono",
    confirm: ` ${email.toUpperCase()} `,
  });

/** The facts that figures are counted from, wherever they are stored. */
const countedFacts = (table: Twin) =>
  table
    .items()
    .flatMap((item) => factIn(unmarshall(item)) ?? [])
    .map(({ is, fact }) => JSON.stringify([is, { ...fact, correlationId: undefined }]))
    .sort();

describe.each(lives)("a lead that is $name", (life) => {
  it("is erased: nothing in the table knows the person any more, and every figure can be counted again", async () => {
    const { world, lead } = await live(life);
    const { table } = world;
    for (const trace of tracesOf(lead)) expect(textOf(table)).toContain(trace);
    const before = countedFacts(table);
    expect((await erase(table, life.agreement, world.now(), lead)).statusCode).toBe(200);
    expect(await readLead(table, lead.leadId)).toBeUndefined();
    expect(await goOnErasing(table, later(world.now()))).toBe(1);
    for (const trace of tracesOf(lead)) expect(textOf(table)).not.toContain(trace);
    const [id, ...others] = tracesOf(lead);
    const trail = JSON.stringify(trailOf(table));
    expect(trail).toContain(id);
    for (const trace of others) expect(trail).not.toContain(trace);
    const after = countedFacts(table);
    expect(after.filter((fact) => !before.includes(fact)).map((fact) => JSON.parse(fact))).toMatchObject([
      ["MOVE", { from: lead.stage, to: null, because: "erased" }],
    ]);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(await goOnErasing(table, later(world.now()))).toBe(0);
  });

  it("is erased to the same end after whichever write it stopped, also when going on stops again", async () => {
    const { world, lead } = await live(life);
    const [now, then] = [world.now(), later(world.now())];
    let writes = 0;
    const whole = await copyOf(world.table, async (request) => {
      writes += Number(request.writes);
    });
    await erase(whole, life.agreement, now, lead);
    await goOnErasing(whole, then);
    expect(writes).toBeGreaterThan(3);
    for (let stop = 1; stop <= writes; stop++) {
      let written = 0;
      const table = await copyOf(world.table, async (request) => {
        if (request.writes && ++written === stop) throw new Error("killed");
      });
      await erase(table, life.agreement, now, lead);
      await goOnErasing(table, then).catch(() => 0);
      expect((await erase(table, life.agreement, now, lead)).statusCode).toBe(200);
      await goOnErasing(table, then);
      expect({ stop, left: endOf(table) }).toEqual({ stop, left: endOf(whole) });
    }
  }, 120_000);
});

/** The items, whatever the erasure was called. */
const endOf = (table: Twin) =>
  itemsOf(table).map((item) => ({ ...item, pk: { S: (item.pk?.S ?? "").replace(/^ERASED#.*/, "ERASED") } }));

describe("what else knows the lead", () => {
  const life = lives[2];
  if (life === undefined) throw new Error("a life is missing");

  it("goes too: what comes late, lists of orphans, and what its browser does belongs to no one", async () => {
    const { world, lead } = await live(life);
    const { table } = world;
    const { leadId, cycle } = lead;
    await recordOrphan(table, { leadId, at: world.now(), why: "no-journey" });
    await erase(table, life.agreement, world.now(), lead);
    await countRestart(table, leadId, { cycle, restarts: 1, at: world.now() });
    const grant = { purpose: "answer", leadId, cycle, language: "es", until: later(world.now()) } as const;
    await claimMessage(
      table,
      { leadId, cycle, purpose: "won", step: "eva" },
      undefined,
      [{ referenceId: "late", grant }],
      { at: world.now(), settlesAt: later(world.now()) },
    );
    expect(textOf(table)).toContain(leadId);
    expect(await goOnErasing(table, world.now())).toBe(0);
    expect(await goOnErasing(table, later(world.now()))).toBe(1);
    expect(textOf(table)).not.toContain(leadId);
    expect(await storeVisit(table, visitorId, [], world.now())).toEqual({});
  });

  it("goes too: what another browser sent in its name, and the won deal beside which another has begun", async () => {
    const won = lives.find(({ name }) => name === "won");
    if (won === undefined) throw new Error("a life is missing");
    const { world, story, lead } = await live(won);
    const { table } = world;
    const deps = { table, agreement: won.agreement, now: world.now };
    const begun = { version: lead.version, reason: "Inés Otero amplía la planta" };
    expect((await posted(deps, marketing, `leads/${lead.leadId}/new-deal`, begun)).statusCode).toBe(200);
    const another = "browser-0000000000000002";
    await story.submit({ visitorId: another, phone: "666 600 600" });
    await story.engage("pricing-viewed");
    const kinds = itemsOf(table).map(({ sk }) => sk?.S?.split("#")[0]);
    expect(kinds).toEqual(expect.arrayContaining(["DEAL", "PENDING"]));
    await erase(table, won.agreement, world.now(), await story.lead());
    await goOnErasing(table, later(world.now()));
    for (const trace of [...tracesOf(lead), another, "666 600 600"]) expect(textOf(table)).not.toContain(trace);
  });

  it("its owner has room again, its journey ends quietly, and its links open nothing", async () => {
    const { world, lead } = await live(life);
    if (!isUnanswered(lead)) throw new Error("it waits for an answer");
    const { table } = world;
    const [, reference = ""] =
      /\/answers\/([\w.~-]+)/.exec(world.mails.findLast(({ text }) => text.includes("/answers/"))?.text ?? "") ?? [];
    await erase(table, life.agreement, world.now(), lead);
    const load = table
      .items()
      .find(({ pk, sk }) => pk?.S === keys.repLoad(lead.followUp.ownerId).pk && sk?.S === "LOAD");
    expect(load?.openLeads).toEqual({ N: "0" });
    expect(await answer(world.task)(formSent("/answers", reference, { answer: "accept" }))).toMatchObject({
      statusCode: 404,
    });
    while (await world.advance());
    expect(world.entered.at(-1)).toBe("The lead was erased");
    expect(world.executions.map(({ status }) => status)).toEqual(["SUCCEEDED"]);
  });

  it("the same form again, within the minute, begins a new lead", async () => {
    const { world, story, lead } = await live(life);
    await erase(world.table, life.agreement, world.now(), lead);
    await story.submit(facts);
    const next = await story.lead();
    expect(next).toMatchObject({ cycle: 1, email: lead.email });
    expect(next.leadId).not.toBe(lead.leadId);
    await goOnErasing(world.table, later(world.now()));
    expect(await story.lead()).toMatchObject({ leadId: next.leadId });
  });

  it("that the address wants no mails outlives it, by its hash alone", async () => {
    const { world, lead } = await live(life);
    const { table } = world;
    const deps = { table, agreement: life.agreement, now: world.now };
    const { version, leadId } = lead;
    const ended = await posted(deps, marketing, `leads/${leadId}/unsubscribe`, { version, reason: "Lo pide" });
    expect(ended.statusCode).toBe(200);
    await erase(table, life.agreement, world.now(), { ...lead, version: version + 1 });
    await goOnErasing(table, later(world.now()));
    for (const trace of tracesOf(lead)) expect(textOf(table)).not.toContain(trace);
    expect(textOf(table)).toContain("SUPPRESSED#");
  });

  it("is not touched when the address typed again is another, or someone may not erase", async () => {
    const { world, lead } = await live(life);
    const deps = { table: world.table, agreement: life.agreement, now: world.now };
    const path = `leads/${lead.leadId}/erase`;
    const body = { version: lead.version, reason: "Lo pide", confirm: "otra@talleresnorte.example" };
    const before = textOf(world.table);
    expect(await posted(deps, marketing, path, body)).toMatchObject({
      statusCode: 422,
      body: { errors: [{ field: "confirm" }] },
    });
    for (const role of ["rep", "manager"] as const)
      expect(
        (await posted(deps, { user: role === "rep" ? "ana" : "pablo", role }, path, { ...body, confirm: lead.email }))
          .statusCode,
      ).toBe(403);
    expect(textOf(world.table)).toBe(before);
  });
});

/** An erasure that has begun with nothing left but its own item. */
const begun = (table: DynamoTable, leadId: string, erasureId: string, since: string) => {
  const erasure = { leadId, erasureId, by: "carla", at: since, since };
  return put(table, leadId, { ...keys.erasure(leadId), ...erasure });
};

it("packs of meetings name the lead no more, from the week on in which it came by whatever clock", async () => {
  const table = dynamoTwin();
  // In Auckland it is Monday of the week 2026-W10, in Honolulu Sunday of the one before.
  const since = "2026-03-01T23:30:00.000Z";
  const pack = (week: string, madeAt: string) =>
    put(table, week, { ...keys.meeting(week), week, madeAt, topics: [{ leadId: "lead-1" }] });
  const weeks = ["2026-W09", "2026-W10", "2026-W20"];
  const packs = weeks.map((week, i) => pack(week, new Date(Date.parse(since) + i * 86_400_000).toISOString()));
  await transact(table, [begun(table, "lead-1", "first", since), ...packs]);
  expect(await goOnErasing(table, later(since))).toBe(1);
  expect(textOf(table)).not.toContain("lead-1");
  for (const week of weeks) expect(textOf(table)).toContain(keys.meeting(week).sk);
});

it("a pack that is made again at this moment stays the newer one, and names the lead no more", async () => {
  const since = "2026-03-01T23:30:00.000Z";
  const [week, madeAt] = ["2026-W10", "2026-03-03T09:00:00.000Z"];
  const packOf = (at: string, topic: string) =>
    put(table, week, { ...keys.meeting(week), week, madeAt: at, topics: [{ leadId: "lead-1", topic }] });
  let isMadeAgain = false;
  const table = dynamoTwin(async ({ writes, touches }) => {
    if (isMadeAgain || !writes || touches.length > 1 || touches[0]?.sk !== keys.meeting(week).sk) return;
    if (!textOf(table).includes("older")) return;
    isMadeAgain = true;
    await transact(table, [packOf("2026-03-04T09:00:00.000Z", "newer")]);
  });
  await transact(table, [begun(table, "lead-1", "first", since), packOf(madeAt, "older")]);
  expect(await goOnErasing(table, later(since))).toBe(1);
  expect([isMadeAgain, textOf(table).includes("newer")]).toEqual([true, true]);
  expect(textOf(table)).not.toContain("lead-1");
});

it("an erasure that fails keeps none behind it from its end, and is heard of", async () => {
  const table = dynamoTwin();
  const at = "2026-03-02T09:00:00.000Z";
  const unreadable = put(table, "unreadable", { ...keys.engagement("lead-1", "e-1"), references: "none" });
  await transact(table, [begun(table, "lead-1", "first", at), begun(table, "lead-2", "second", at), unreadable]);
  await expect(goOnErasing(table, later(at))).rejects.toThrow("erasures that failed: 1");
  expect(textOf(table)).toContain("lead-1");
  expect(textOf(table)).not.toContain("lead-2");
});
