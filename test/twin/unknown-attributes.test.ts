/** Every kind of item that the contract of the table has: what a newer release has written to it survives this one. */

import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { inForceWrite, readInForce } from "../../lambdas/adapters/dynamo-agreement-in-force.ts";
import { recordUse } from "../../lambdas/adapters/dynamo-api-keys.ts";
import {
  countRefused,
  endReading,
  type NewArrival,
  readArrival,
  storeArrival,
} from "../../lambdas/adapters/dynamo-arrivals.ts";
import { companyOwnerWrites } from "../../lambdas/adapters/dynamo-company-owners.ts";
import { changeGenerations } from "../../lambdas/adapters/dynamo-counter-generations.ts";
import { addWrite, stageWrite } from "../../lambdas/adapters/dynamo-counting.ts";
import { readKeptSums, sumsWrite } from "../../lambdas/adapters/dynamo-familiarity-sums.ts";
import {
  createImport,
  type NewImport,
  readImport,
  storeImport,
  takeRoom,
} from "../../lambdas/adapters/dynamo-imports.ts";
import { leadItem, readLead, replaceLead, signal } from "../../lambdas/adapters/dynamo-leads.ts";
import { noteAsk } from "../../lambdas/adapters/dynamo-limits.ts";
import {
  markHeld,
  putDecision,
  putInvitation,
  putPack,
  putVerdict,
  rewordDecision,
} from "../../lambdas/adapters/dynamo-meetings.ts";
import { claimMessage, markSent } from "../../lambdas/adapters/dynamo-messages.ts";
import { putPasswordLink, spendPasswordLink } from "../../lambdas/adapters/dynamo-password-links.ts";
import { storePending } from "../../lambdas/adapters/dynamo-pending.ts";
import { changeProposal, keepProposal, putStandIn, readStandIns } from "../../lambdas/adapters/dynamo-proposals.ts";
import { putGrant } from "../../lambdas/adapters/dynamo-references.ts";
import { nextEnded } from "../../lambdas/adapters/dynamo-retention.ts";
import { writeScore } from "../../lambdas/adapters/dynamo-scores.ts";
import { putFactor, spendRecoveryCode } from "../../lambdas/adapters/dynamo-second-factor.ts";
import { markConfirmed } from "../../lambdas/adapters/dynamo-sent-forms.ts";
import { readSuppression, suppress } from "../../lambdas/adapters/dynamo-suppressions.ts";
import { writeCursor } from "../../lambdas/adapters/dynamo-sweep.ts";
import { type Key, type NamedWrite, put, readItem, toItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { readRepSettings, takePlace, writeRepSettings } from "../../lambdas/adapters/dynamo-team.ts";
import { recordStep } from "../../lambdas/adapters/dynamo-trail.ts";
import { askTrial, storeTrial } from "../../lambdas/adapters/dynamo-trials.ts";
import { storeVisit } from "../../lambdas/adapters/dynamo-visitors.ts";
import { queueUp } from "../../lambdas/adapters/dynamo-waiting.ts";
import { beginWalk, keepFound, readHottest, storeWalk, takeFound } from "../../lambdas/adapters/dynamo-walks.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { countered } from "../../lambdas/domain/agreement/proposal/proposal.ts";
import { newWalk } from "../../lambdas/domain/agreement/walk/walk.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { mailboxHash } from "../../lambdas/domain/nurture/asked-address.ts";
import { addressHash } from "../../lambdas/domain/nurture/suppression.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { aLead } from "../builders/lead.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { aProposal } from "../builders/proposal.ts";
import { aRep, aRepNow } from "../builders/rep-now.ts";

type Kind = keyof typeof keys;

/** `round`: the first makes the item, the second writes it again. */
type Rewriting = (table: Twin, round: 1 | 2) => Promise<unknown>;
/** An item, and what this release does to it more than once; or why it never does. */
type Rule = { readonly key: Key; readonly write: Rewriting } | { readonly once: string };

const isNew = { once: "written on condition that it is new" };
const inItsPlace = { once: "written anew in the place of one that has ended, of which nothing may stay" };

const agreement = anAgreement();
const lead = aLead("captured");
const { leadId, cycle, email } = lead;
const week = "2026-W11";
const visitorId = "browser-0000000000000001";
const company = "talleresnorte.example";
const mail = { leadId, cycle, purpose: "nurture", step: "1" } as const;
const moment = { at: now, settlesAt: daysFromNow(1) };
const generations = { current: { generation: 1, from: "" } };

const visited = (round: number) => [
  { engagementId: `visit-${round}`, kind: "page-view", at: daysFromNow(-1), subject: "/" },
];
const done = async (table: Twin, ...writes: readonly NamedWrite[]) => {
  expect(await transact(table, writes)).toEqual({ done: true });
};

const arrival: NewArrival = {
  arrivalId: "arrival-1",
  sourceId: "web",
  kind: "typeform",
  at: now,
  url: "/sources/web",
  headers: {},
  correlationId: "request-1",
};

const aList: NewImport = {
  importId: "list-1",
  by: "marta",
  at: now,
  fileName: "feria.csv",
  bytes: 100,
  correlationId: "request-1",
};

const aTrial = {
  proposalId: "proposal-1",
  version: "v",
  termsId: "t",
  by: "marta",
  timeZone: "Europe/Madrid",
} as const;

const rules: Readonly<Record<Kind, Rule>> = {
  lead: {
    key: keys.lead(leadId),
    write: async (table, round) => {
      const read = await readLead(table, leadId);
      if (round === 1 || read === undefined) return done(table, put(table, "lead", leadItem(lead)));
      return done(table, replaceLead(table, read, { ...read, because: "again" }));
    },
  },
  journey: { key: keys.journey(leadId), write: (table) => done(table, signal(table, leadId)) },
  submission: {
    key: keys.submission(leadId, "form-1"),
    write: (table, round) =>
      round === 1
        ? done(table, put(table, "form", keys.submission(leadId, "form-1")))
        : done(table, markConfirmed(table, leadId, "form-1", now)),
  },
  engagement: isNew,
  familiarity: {
    key: keys.familiarity(leadId),
    write: async (table) =>
      done(table, sumsWrite(table, leadId, await readKeptSums(table, leadId), { terms: "1", read: [], kinds: {} })),
  },
  score: {
    key: keys.score(leadId, "fit"),
    write: (table, round) =>
      writeScore(table, "fit", { lead, at: now, agreementVersion: "1", points: round, matched: 0, lines: [] }),
  },
  decision: { once: "its key has the instant, and it is part of a write of the lead on condition of its version" },
  message: {
    key: keys.message(leadId, cycle, mail.purpose, mail.step),
    write: async (table, round) =>
      expect(
        round === 1
          ? await claimMessage(table, mail, undefined, [], moment)
          : await markSent(table, mail, "provider-1", now),
      ).toBe(round === 1 ? "claimed" : true),
  },
  pending: {
    key: keys.pending(leadId, "form-1"),
    write: async (table, round) => {
      await transact(table, [put(table, "lead", leadItem(lead))]);
      expect(await storePending(table, { leadId, submissionId: "form-1" }, visited(round), now)).toBe(1);
    },
  },
  deal: { once: "its key has the cycle, which ends with it" },
  answer: isNew,
  outcome: isNew,
  breach: { once: "of what is there already nothing is changed" },
  keptAside: isNew,
  arrival: {
    key: keys.arrival("arrival-1"),
    write: async (table, round) => {
      const bodies = { client: table.client, bucket: "arrivals" };
      if (round === 1) return storeArrival(table, bodies, arrival, new TextEncoder().encode("{}"));
      const stored = await readArrival(table, "arrival-1");
      if (stored === undefined) throw new Error("the arrival is gone");
      return endReading(table, stored, { accepted: 1, aside: 0, tests: 0, engagements: 0, because: "no-email" });
    },
  },
  arrivalBody: isNew,
  arrivalOf: { once: "always the same" },
  sourceSecret: isNew,
  sourceSecretFact: isNew,
  sourceDay: {
    key: keys.sourceDay("web", now.slice(0, 10)),
    write: (table) => countRefused(table, "web", now),
  },
  import: {
    key: keys.import("list-1"),
    write: async (table, round) => {
      const it = round === 1 ? await createImport(table, aList) : await readImport(table, "list-1");
      if (it !== undefined) await storeImport(table, it, { ...it, state: "reading" });
    },
  },
  trial: {
    key: keys.trial("proposal-1"),
    write: async (table, round) => {
      const it = await askTrial(table, { ...aTrial, at: round === 1 ? now : daysFromNow(1) });
      await storeTrial(table, it, { ...it, state: "failed" });
    },
  },
  importPace: {
    key: keys.importPace(),
    write: async (table) => {
      await takeRoom(table, 1, { perHour: 1200, pauseAtWaiting: 10 }, now);
    },
  },
  flood: isNew,
  limit: {
    key: keys.limit("ASKED", mailboxHash(email), "ASKED"),
    write: async (table, round) =>
      expect(await noteAsk(table, email, `question-${round}`, daysFromNow(round * 30))).toBe(true),
  },
  visitor: {
    key: keys.visitor(visitorId),
    write: (table, round) => storeVisit(table, visitorId, visited(round), now),
  },
  suppression: {
    key: keys.suppression(addressHash(email)),
    write: async (table, round) =>
      done(
        table,
        ...suppress(table, email, await readSuppression(table, email), {
          reason: "unsubscribed",
          at: daysFromNow(round),
        }),
      ),
  },
  emailClaim: inItsPlace,
  idempotency: inItsPlace,
  reference: {
    key: keys.reference("reference-1"),
    write: (table, round) =>
      done(
        table,
        putGrant(table, "reference-1", {
          purpose: "team",
          leadId: "TEAM",
          cycle: 0,
          by: "ana",
          language: "es",
          until: daysFromNow(round),
        }),
      ),
  },
  rep: { once: "no item of its own: the beginning of the keys of a rep's items" },
  repSettings: {
    key: keys.repSettings("ana"),
    write: async (table, round) => {
      const next = { version: round, absences: [], by: "ana", at: now };
      expect(await writeRepSettings(table, "ana", await readRepSettings(table, "ana"), next, "request-1")).toBe(true);
    },
  },
  repLoad: {
    key: keys.repLoad("ana"),
    write: (table) => done(table, ...takePlace(table, aRepNow(aRep("ana")), agreement, now)),
  },
  repWeek: {
    key: keys.repWeek("ana", week),
    write: (table) => done(table, ...takePlace(table, aRepNow(aRep("ana")), agreement, now)),
  },
  repAway: { once: "a mark of which only that it is there is read" },
  queued: {
    key: keys.queued("1", leadId),
    write: (table) =>
      done(
        table,
        queueUp(
          table,
          { leadId, cycle, rank: "1", since: now, reps: ["ana"], language: "es", looksAt: daysFromNow(1) },
          false,
        ),
      ),
  },
  companyOwner: {
    key: keys.companyOwner(company),
    write: (table, round) =>
      done(table, ...companyOwnerWrites(table, company, lead, round === 1 ? "ana" : "luis", now)),
  },
  companyLead: {
    key: keys.companyLead(company, leadId),
    write: (table) => done(table, ...companyOwnerWrites(table, company, lead, "ana", now)),
  },
  clock: { once: "its key has the turn, which ends with it" },
  apiKey: isNew,
  keyUse: {
    key: keys.keyUse("key-1"),
    write: (table, round) => recordUse(table, "key-1", daysFromNow(round)),
  },
  sweepCursor: {
    key: keys.sweepCursor(),
    write: (table, round) => writeCursor(table, round === 1 ? { partition: 1, behind: { pk: "LEAD#1" } } : undefined),
  },
  retentionCursor: {
    key: keys.retentionCursor(),
    write: async (table) => (await nextEnded(table, now, 1)).walked(),
  },
  move: { once: "its key has the instant, and it is part of a write of the lead on condition of its version" },
  erasedFact: { once: "made of an item that is deleted in the same transaction" },
  erasure: isNew,
  orphan: { once: "its key has the instant at which it was found" },
  agreementVersion: isNew,
  agreementTerms: isNew,
  agreementInForce: {
    key: keys.agreementInForce(),
    write: async (table, round) => {
      const current = { number: round, version: `v${round}`, since: now, termsId: `t${round}` };
      await done(table, inForceWrite(table, await readInForce(table), { current }));
    },
  },
  proposal: {
    key: keys.proposal("p-1"),
    write: async (table, round) => {
      const proposal = { ...aProposal(), proposalId: "p-1" };
      if (round === 1) expect(await keepProposal(table, proposal, undefined, [])).toBe(true);
      else expect(await changeProposal(table, countered(proposal, "p-2"))).toBe(true);
    },
  },
  signer: {
    key: keys.signer("sales"),
    write: async (table, round) => {
      const standIn = {
        department: "sales",
        id: `pablo-${round}`,
        replaces: "marta",
        by: "olga",
        why: "Left.",
      } as const;
      const [before] = await readStandIns(table);
      expect(await putStandIn(table, { ...standIn, at: daysFromNow(round), earlier: [] }, before)).toBe(true);
    },
  },
  agreementWalk: {
    key: keys.agreementWalk(2),
    write: async (table, round) => {
      const walk = newWalk(2, { from: "1", to: "2", since: now });
      if (round === 1) return done(table, beginWalk(table, walk));
      expect(await storeWalk(table, walk, { ...walk, turn: 1 })).toBeDefined();
    },
  },
  agreementWalkFound: {
    key: keys.agreementWalkFound(2, "9950", "1.0"),
    write: async (table, round) => {
      if (round === 1) return keepFound(table, 2, 1, new Map([["9950", [leadId, "other"]]]), now);
      const { found } = await readHottest(table, 2);
      return done(table, ...takeFound(table, found, ["other"]));
    },
  },
  meeting: {
    key: keys.meeting(week),
    write: (table, round) =>
      putPack(table, {
        ...{
          week,
          about: "2026-W10",
          heldAt: now,
          madeAt: daysFromNow(round),
          figures: Object({}),
          charts: Object({}),
        },
        ...{ worked: [], breaches: [], rejected: [], stuck: [], wins: [], proposals: [], changes: [], more: [] },
      }),
  },
  meetingChange: {
    key: keys.meetingChange(2),
    write: (table, round) =>
      putVerdict(table, { number: 2, week, verdict: `Valió la pena (${round})`, closedBy: "ana", closedAt: now }),
  },
  meetingDecision: {
    key: keys.meetingDecision(week, "d-1"),
    write: async (table, round) => {
      const decision = { week, decisionId: "d-1", text: "Llamar antes", ownerId: "ana", notedBy: "ana", notedAt: now };
      if (round === 1) return putDecision(table, decision);
      expect(await rewordDecision(table, decision, { text: "Llamar", by: "ana", at: now })).toBe(true);
      return expect(await markHeld(table, decision, { held: true, by: "ana", at: now })).toBe(true);
    },
  },
  meetingInvitation: {
    key: keys.meetingInvitation(),
    write: async (table, sequence) => {
      const series = { uid: "weekly", start: now, changedAt: now, day: "monday", time: "09:00", timeZone: "UTC" };
      const sent = await putInvitation(table, { ...series, sequence, attendees: [], added: [], cancelled: [] });
      expect(sent).toBe(true);
    },
  },
  demoLead: { once: "written by a command, with the lead of the demo's history" },
  smokeKey: isNew,
  trail: {
    key: keys.trail(now.slice(0, 10), `${now.slice(0, 13)}#ana#opened#leads##`),
    write: (table) =>
      recordStep(table, { user: "ana", role: "rep", did: "opened", by: "leads", firstAt: now, lastAt: now, times: 1 }),
  },
  secondFactor: {
    key: keys.secondFactor("ana"),
    write: (table, round) =>
      round === 1 ? putFactor(table, "ana", ["code"], now) : spendRecoveryCode(table, "ana", "code", "request-1"),
  },
  passwordLink: {
    key: keys.passwordLink("link-1"),
    write: (table, round) =>
      round === 1
        ? putPasswordLink(table, "link-1", "ana", daysFromNow(1))
        : spendPasswordLink(table, "link-1", "request-1", now),
  },
  signingKey: isNew,
  counters: {
    key: keys.counters(1, week, "all"),
    write: (table) =>
      done(table, addWrite(table, 1, { period: week, slice: "all", counters: new Map([["leads", 1]]) })),
  },
  stageCount: {
    key: keys.stageCount(1, "captured"),
    write: (table) => done(table, stageWrite(table, 1, { stage: "captured", by: 1 })),
  },
  counterGeneration: {
    key: keys.counterGeneration(),
    write: async (table, round) => {
      const building = { generation: 2, from: now };
      const both = { ...generations, building };
      const [read, next] = round === 1 ? [generations, both] : [both, generations];
      expect(await changeGenerations(table, read, next)).toBe(true);
    },
  },
  countedEvent: isNew,
};

const newer = { nextOwner: "luis", nextPlan: { at: now, steps: [1, 2] } };
const plant = async (table: Twin, key: Key): Promise<void> => {
  await table.client.send(
    new UpdateItemCommand({
      TableName: table.tableName,
      Key: toItem(key),
      UpdateExpression: "SET nextOwner = :owner, nextPlan = :plan",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: toItem({ ":owner": newer.nextOwner, ":plan": newer.nextPlan }),
    }),
  );
};

describe("what a newer release has written inside an attribute of a lead", () => {
  const stored = async (next: (read: Lead) => Lead) => {
    const table = dynamoTwin();
    const owned = aLead("handed-off", { scores: { fit: 40, familiarity: 20 } });
    const item = leadItem(owned);
    const inside = (name: "followUp" | "contact" | "scores") => ({ ...Object(item[name]), nextPart: name });
    const [followUp, contact, scores] = [inside("followUp"), inside("contact"), inside("scores")];
    await transact(table, [put(table, "lead", { ...item, followUp, contact, scores })]);
    const read = await readLead(table, owned.leadId);
    if (read === undefined) throw new Error("the lead is not there");
    await done(table, replaceLead(table, read, next(read)));
    return readItem(table, keys.lead(owned.leadId));
  };

  it("is still there when the attribute is changed or made again", async () => {
    const made = { fit: 50, familiarity: 30 };
    const contact = { company: "Otra" };
    expect(await stored((read) => ({ ...read, contact, scores: made }))).toMatchObject({
      contact: { ...contact, nextPart: "contact" },
      scores: { ...made, nextPart: "scores" },
      followUp: { ownerId: "ana", nextPart: "followUp" },
    });
  });

  it("goes with the attribute", async () => {
    const after = await stored(({ beyond }) => ({ ...aLead("nurturing"), beyond }));
    expect(after).not.toHaveProperty("followUp");
    expect(after).toMatchObject({ stage: "nurturing", contact: { nextPart: "contact" } });
  });
});

const rewritten = Object.entries(rules).flatMap(([kind, rule]) => ("once" in rule ? [] : [{ kind, ...rule }]));

describe("what a newer release has written to an item that this one writes again", () => {
  it("is asked of every kind of item", () => {
    expect(Object.keys(rules).sort()).toEqual(Object.keys(keys).sort());
    expect(rewritten.length).toBeGreaterThan(20);
  });

  it.each(rewritten)("is still there: $kind", async ({ key, write }) => {
    const table = dynamoTwin();
    await write(table, 1);
    await plant(table, key);
    await write(table, 2);
    expect(await readItem(table, key)).toMatchObject(newer);
  });
});
