/** One person in every kind of item that the contract of the table has. */
import { type Item, type Key, put, transact } from "../../lambdas/adapters/dynamo-table.ts";
import type { ItemKind } from "../../lambdas/contract/item-kinds.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { mailboxHash } from "../../lambdas/domain/nurture/asked-address.ts";
import { addressHash } from "../../lambdas/domain/nurture/suppression.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { livedUntil, looksAtPrices } from "./lives.ts";
import { minutesAgreement } from "./minutes-agreement.ts";

export const visitorId = "browser-0000000000000001";
/** After the lead came, by whatever clock of its world. */
export const at = "2030-03-03T10:00:00.000Z";
export const week = "2030-W20";
export const company = "talleresnorte.example";

/** What the life of the lead itself has not made; nothing where it has, or where the kind knows nobody. */
const plant = (lead: Lead): Readonly<Record<ItemKind, readonly (Item & Key)[]>> => {
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
    arrival: [{ ...keys.arrival("arrival-1"), arrivalId: "arrival-1", at, sourceId: "web" }],
    arrivalBody: [{ ...keys.arrivalBody("arrival-1"), body: new TextEncoder().encode(JSON.stringify(person)) }],
    arrivalOf: [{ ...keys.arrivalOf(mailboxHash(email), "arrival-1"), arrivalId: "arrival-1" }],
    keptAside: [{ ...keys.keptAside(mailboxHash(`Ines+feria@${company}`), "form-1"), ...person }],
    limit: [{ ...keys.limit("ASKED", mailboxHash(email), "ASKED"), version: 1, asks: [] }],
    suppression: [{ ...keys.suppression(addressHash(email)), reason: "unsubscribed", at, liftedAt: at }],
    companyOwner: [{ ...keys.companyOwner(company), ownerId: "ana", at }],
    companyLead: [{ ...keys.companyLead(company, leadId), at }],
    agreementWalkFound: [{ ...keys.agreementWalkFound(2, "9950", "1.0"), leadIds: [leadId] }],
    orphan: [{ ...keys.orphan(at, leadId), leadId, at, why: "no-journey" }],
    meeting: [{ ...keys.meeting(week), week, madeAt: at, wins: [{ leadId }] }],
    meetingDecision: [
      {
        ...keys.meetingDecision(week, "d-1"),
        ...{ week, decisionId: "d-1", text: "Llamar a Inés antes", ownerId: "ana", notedBy: "ana", notedAt: at },
      },
    ],
    meetingChange: [
      {
        ...keys.meetingChange(2),
        ...{ number: 2, week, verdict: "Con Inés funcionó", closedBy: "ana", closedAt: at },
      },
    ],
    demoLead: [{ ...keys.demoLead(leadId), email }],
    sweepCursor: [{ ...keys.sweepCursor(), partition: 0, behind: { pk: `LEAD#${leadId}` } }],
    retentionCursor: [{ ...keys.retentionCursor(), partition: 0, behind: { pk: `LEAD#${leadId}` } }],
    trial: [{ ...keys.trial("proposal-1"), cursor: { pk: `LEAD#${leadId}`, sk: "PROFILE" } }],
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
    import: ofNobody,
    importPace: ofNobody,
    sourceSecret: ofNobody,
    sourceSecretFact: ofNobody,
    sourceDay: ofNobody,
    keyUse: ofNobody,
    erasedFact: ofNobody,
    flood: ofNobody,
    agreementVersion: ofNobody,
    agreementTerms: ofNobody,
    agreementInForce: ofNobody,
    agreementWalk: ofNobody,
    proposal: ofNobody,
    signer: ofNobody,
    meetingInvitation: ofNobody,
    smokeKey: ofNobody,
    secondFactor: ofNobody,
    passwordLink: ofNobody,
    signingKey: ofNobody,
    counters: ofNobody,
    stageCount: ofNobody,
    counterGeneration: ofNobody,
  };
};

export const agreement = minutesAgreement({}, 0);
/** A lead that waits for a rep, with everything planted that its life has not made. */
export const livedOn = async () => {
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
