/** Every kind of item that the contract of the table has, with a person planted in it, and what an erasure leaves. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type Item, type Key, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { type PersonRule, personRules } from "../../lambdas/contract/person-data.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { mailboxHash } from "../../lambdas/domain/nurture/asked-address.ts";
import { addressHash } from "../../lambdas/domain/nurture/suppression.ts";
import { goOnErasing } from "../../lambdas/erasure/erase.ts";
import type { Twin } from "../../local/twin/dynamo-twin.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { posted } from "./board-requests.ts";
import { livedUntil, looksAtPrices } from "./lives.ts";
import { minutesAgreement } from "./minutes-agreement.ts";

type Kind = keyof typeof keys;
const KindSchema = z.enum(Object.keys(keys).filter((kind): kind is Kind => kind in keys));
const kinds = KindSchema.options;
const rules: Readonly<Record<Kind, PersonRule>> = personRules;

/** The keys of the kind, whatever stands in them. */
const patternOf = (kind: Kind): { readonly literal: number; readonly matches: RegExp } => {
  const build: (...parts: never[]) => Key = keys[kind];
  const { pk, sk }: Key = Reflect.apply(
    build,
    undefined,
    Array.from({ length: build.length }, () => "*"),
  );
  const text = `${pk} ${sk}`;
  const escaped = text.replace(/[.^$+?(){}|[\]\\]/g, "\\$&").replaceAll("*", ".+");
  return { literal: text.replaceAll("*", "").length, matches: new RegExp(`^${escaped}$`) };
};
const patterns = kinds.map((kind) => ({ kind, ...patternOf(kind) })).sort((one, other) => other.literal - one.literal);

const kindOf = ({ pk, sk }: Key): Kind => {
  const found = patterns.find(({ matches }) => matches.test(`${pk} ${sk}`));
  if (found === undefined) throw new Error(`an item of no kind of the contract: ${pk} ${sk}`);
  return found.kind;
};

const KeySchema = z.looseObject({ pk: z.string(), sk: z.string() });
const itemsOf = (table: Twin, kind: Kind): (Item & Key)[] =>
  table
    .items()
    .map((item) => KeySchema.parse(unmarshall(item)))
    .filter((item) => kindOf(item) === kind);

const visitorId = "browser-0000000000000001";
/** After the lead came, by whatever clock of its world. */
const at = "2030-03-03T10:00:00.000Z";
const week = "2030-W20";
const company = "talleresnorte.example";

/** What the life of the lead itself has not made; nothing where it has, or where the kind knows nobody. */
const plant = (lead: Lead): Readonly<Record<Kind, readonly (Item & Key)[]>> => {
  const { leadId, cycle, email } = lead;
  const person = { leadId, cycle, at, email, name: "Inés Otero", note: "Inés lo quiere en mayo" };
  const lived: readonly never[] = [];
  const ofNobody: readonly never[] = [];
  return {
    lead: lived,
    journey: lived,
    submission: lived,
    engagement: lived,
    familiarity: lived,
    score: lived,
    decision: lived,
    message: lived,
    move: lived,
    queued: lived,
    emailClaim: lived,
    idempotency: lived,
    reference: lived,
    visitor: lived,
    pending: [{ ...keys.pending(leadId, "form-2"), ...person }],
    deal: [{ ...keys.deal(leadId, cycle), ...person }],
    answer: [{ ...keys.answer(leadId, cycle, at), ...person }],
    outcome: [{ ...keys.outcome(leadId, cycle, at), ...person }],
    breach: [{ ...keys.breach(leadId, cycle, 0, 1), ...person }],
    clock: [{ ...keys.clock(leadId, cycle, 0), ...person }],
    keptAside: [{ ...keys.keptAside(mailboxHash(`Ines+feria@${company}`), "form-1"), ...person }],
    limit: [{ ...keys.limit("ASKED", mailboxHash(email), "ASKED"), version: 1, asks: [] }],
    suppression: [{ ...keys.suppression(addressHash(email)), reason: "unsubscribed", at, liftedAt: at }],
    companyOwner: [{ ...keys.companyOwner(company), ownerId: "ana", at }],
    companyLead: [{ ...keys.companyLead(company, leadId), at }],
    orphan: [{ ...keys.orphan(at, leadId), leadId, at, why: "no-journey" }],
    meeting: [{ ...keys.meeting(week), week, madeAt: at, wins: [{ leadId }] }],
    meetingDecision: [
      {
        ...keys.meetingDecision(week, "d-1"),
        ...{ week, decisionId: "d-1", text: "Llamar a Inés antes", ownerId: "ana", notedBy: "ana", notedAt: at },
      },
    ],
    demoLead: [{ ...keys.demoLead(leadId), email }],
    sweepCursor: [{ ...keys.sweepCursor(), partition: 0, behind: { pk: `LEAD#${leadId}` } }],
    countedEvent: [{ ...keys.countedEvent(`LEAD#${leadId} MOVE#1`) }],
    trail: [{ ...keys.trail("2026-03-03", `10#ana#opened#leads#${leadId}`), user: "ana", leadId }],
    // Made by the erasure itself.
    erasure: lived,
    rep: ofNobody,
    repSettings: ofNobody,
    repLoad: ofNobody,
    repWeek: ofNobody,
    repAway: ofNobody,
    apiKey: ofNobody,
    keyUse: ofNobody,
    erasedFact: ofNobody,
    agreementVersion: ofNobody,
    meetingInvitation: ofNobody,
    smokeKey: ofNobody,
    signingKey: ofNobody,
    counters: ofNobody,
    stageCount: ofNobody,
    counterGeneration: ofNobody,
  };
};

const tracesOf = ({ leadId, email }: Lead) => [
  leadId,
  email,
  "Inés",
  "Talleres Norte",
  company,
  "910 000 000",
  visitorId,
];
const traced = (items: readonly Item[], lead: Lead): string[] =>
  tracesOf(lead).filter((trace) => JSON.stringify(items).includes(trace));

const agreement = minutesAgreement({}, 0);
const livedOn = async () => {
  const { world, lead } = await livedUntil(
    synthesisedDefinition(),
    agreement,
    [looksAtPrices],
    (lead) => lead.stage === "qualified" && lead.waiting !== undefined,
    { visitorId, email: `ines@${company}` },
  );
  const planted = Object.values(plant(lead)).flat();
  await transact(
    world.table,
    planted.map((item) => put(world.table, `${item.pk} ${item.sk}`, item)),
  );
  return { table: world.table, now: world.now(), lead };
};

const erased = async ({ table, now, lead }: Awaited<ReturnType<typeof livedOn>>) => {
  const { leadId, version, email } = lead;
  const answer = await posted(
    { table, agreement, now: () => now },
    { user: "carla", role: "marketing" },
    `leads/${leadId}/erase`,
    { version, reason: "Lo pide", confirm: email },
  );
  const begun = itemsOf(table, "erasure");
  await goOnErasing(table, new Date(Date.parse(now) + 16 * 60_000).toISOString());
  return { answer, begun };
};

describe("an erasure, kind by kind of item", () => {
  let before: Record<string, string[]>;
  let after: Record<string, string[]>;
  let left: Record<string, number>;
  let said: string;
  let leadId: string;
  beforeAll(async () => {
    const life = await livedOn();
    const { table, lead } = life;
    ({ leadId } = lead);
    const seen = () => Object.fromEntries(kinds.map((kind) => [kind, traced(itemsOf(table, kind), lead)]));
    before = seen();
    left = Object.fromEntries(kinds.map((kind) => [kind, itemsOf(table, kind).length]));
    const { answer, begun } = await erased(life);
    before.erasure = traced(begun, lead);
    said = JSON.stringify(answer.body);
    after = seen();
    for (const kind of kinds) left[kind] = itemsOf(table, kind).length;
  });

  /** By a hash of the address only. */
  const hashed: readonly Kind[] = ["limit", "suppression", "idempotency", "reference"];

  it.each(kinds)("%s: the person is in it before, if they can be, and afterwards as its rule says", (kind) => {
    const { erasure } = rules[kind];
    if (erasure === "nothing") expect(before[kind]).toEqual([]);
    else if (!hashed.includes(kind)) expect(before[kind]).not.toEqual([]);
    switch (erasure) {
      case "by-hand":
        expect(after[kind]).toEqual(["Inés"]);
        expect(said).toContain(week);
        return;
      case "stays":
        expect(left[kind]).toBeGreaterThan(0);
        expect(after[kind]).toEqual(kind === "trail" ? [leadId] : []);
        return;
      case "ends":
        expect(after[kind]).toEqual([leadId]);
        return;
      case "taken-out":
        expect([left[kind], after[kind]]).toEqual([1, []]);
        return;
      case "nothing":
        expect(after[kind]).toEqual([]);
        return;
      default:
        expect([left[kind], after[kind]]).toEqual([
          kind === "reference" || kind === "idempotency" ? left[kind] : 0,
          [],
        ]);
    }
  });
});

describe("a company that others are known by, too", () => {
  it("keeps its rep, and only the erased lead is forgotten in it", async () => {
    const life = await livedOn();
    const colleague = { ...keys.companyLead(company, "another-lead"), at };
    await transact(life.table, [put(life.table, "colleague", colleague)]);
    await erased(life);
    expect(itemsOf(life.table, "companyOwner")).toMatchObject([{ ownerId: "ana" }]);
    expect(itemsOf(life.table, "companyLead")).toEqual([colleague]);
  });
});
