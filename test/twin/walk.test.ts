import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { transact } from "../../lambdas/adapters/dynamo-table.ts";
import { beginWalk, keepFound, readWalk } from "../../lambdas/adapters/dynamo-walks.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import type { Agreement, AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { newWalk } from "../../lambdas/domain/agreement/walk/walk.ts";
import { goOnWalking } from "../../lambdas/in-force/walk.ts";
import { sweepWalks } from "../../lambdas/wake/sweep-walks.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { jsonSent } from "../../local/twin/requests.ts";
import { type Chaos, World } from "../../local/twin/world.ts";
import type { DeepPartial } from "../builders/merge.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { copyOf } from "./lives.ts";
import { hoursAgreement } from "./minutes-agreement.ts";

const definition = synthesisedDefinition();

/** All of them decide; what else is known of each is worth so many points of fit. */
const people = {
  hot: { companySize: 120, industry: "Fabricación", country: "ES", phone: "+34 910 000 000" }, // 60
  warm: { companySize: 120, phone: "+34 910 000 001" }, // 40
  mild: { companySize: 120 }, // 35
  cool: { industry: "Fabricación" }, // 30
  cold: {}, // 20
} as const satisfies Record<string, Record<string, unknown>>;
type Person = keyof typeof people;
const all = ["cold", "mild", "cool", "warm", "hot"] as const satisfies readonly Person[];

/** Those whom 30 instead of 45 lets through, the hottest first. */
const changed = ["warm", "mild", "cool"] as const satisfies readonly Person[];

const gate = (leastFit: number) => ({ leastMatches: 0, leastFit, leastFamiliarity: -100, mustHaves: [] });
const agreed = (leastFit: number, version: string, newPerWeek = 50, overrides: DeepPartial<AgreementTerms> = {}) => {
  const base = hoursAgreement({}, newPerWeek);
  const terms = hoursAgreement(
    {
      gate: { ...base.terms.gate, ...gate(leastFit) },
      nurture: { ...base.terms.nurture, cadence: "20 days" },
      ...overrides,
    },
    newPerWeek,
  );
  return { ...terms, version };
};

const LookSchema = z.object({ lookAt: z.string() });
const ReferenceSchema = z.object({ statusCode: z.literal(202) });

/** They have all sent a form, and the pipeline has done what follows. */
const arrived = async (agreement: Agreement, chaos?: Chaos) => {
  const world = new World(definition, agreement, { ...(chaos && { chaos }) });
  for (const person of all) {
    world.pass(1);
    const body = {
      email: `${person}@${person}-firma.example`,
      name: `Ana ${person}`,
      company: `Firma ${person}`,
      jobTitle: "Directora de operaciones",
      consent: "news",
      ...people[person],
    };
    const post = () => postLead({ ...world.task, siteOrigins: [] })(jsonSent("/leads", body));
    await world.asked(async () => ReferenceSchema.safeParse(await post()).success, Boolean);
  }
  await world.settle();
  return world;
};

const idOf = (world: World, person: Person): string => {
  const claim = keys.emailClaim(`${person}@${person}-firma.example`);
  for (const { pk, leadId } of world.table.each()) if (pk?.S === claim.pk && leadId?.S !== undefined) return leadId.S;
  throw new Error(`${person} is not known`);
};

const leadOf = async (world: World, person: Person) => {
  const lead = await readLead(world.table, idOf(world, person));
  if (lead === undefined) throw new Error(`${person} is gone`);
  return lead;
};

const stages = async (world: World) =>
  Object.fromEntries(await Promise.all(all.map(async (person) => [person, (await leadOf(world, person)).stage])));

/** Until this walk is over. */
const walked = async (world: World, number: number) => {
  for (let steps = 0; steps < 60; steps++) {
    const walk = await readWalk(world.table, number);
    if (walk?.phase === "over") {
      // The last one is looked at a second after the one before.
      const until = Date.parse(world.now()) + 1000 * all.length;
      while ((world.nextAt ?? until) < until) await world.advance();
      return walk;
    }
    if (!(await world.advance())) break;
  }
  throw new Error(`the walk ${number} does not end`);
};

const qualifications = (world: World) =>
  world.table
    .items()
    .flatMap(({ sk, to, leadId, again, agreementVersion }) =>
      sk?.S?.startsWith("MOVE#") && to?.S === "qualified"
        ? [{ leadId: leadId?.S, again: again?.BOOL === true, by: agreementVersion?.S }]
        : [],
    );

describe("the walk when a version of the agreement comes into force", () => {
  it("wakes those whose verdict changes and nobody else, the hottest first, and they are judged by it", async () => {
    const world = await arrived(agreed(45, "first"));
    expect(await stages(world)).toMatchObject({
      hot: "handed-off",
      warm: "nurturing",
      mild: "nurturing",
      cool: "nurturing",
    });
    world.looks.length = 0;
    await world.comesIntoForce(agreed(30, "second"));
    expect(world.looks).toEqual([]);
    const walk = await walked(world, 2);
    expect(world.looks).toEqual(changed.map((person) => idOf(world, person)));
    expect(walk.counts).toEqual({ looked: 5, found: 3, woken: 3 });
    expect(await stages(world)).toEqual({
      hot: "handed-off",
      warm: "handed-off",
      mild: "handed-off",
      cool: "handed-off",
      cold: "nurturing",
    });
    expect(
      qualifications(world)
        .map(({ by }) => by)
        .sort(),
    ).toEqual(["first", "second", "second", "second"]);
  });

  it("brings back those who wait when the version before holds again, and counts nobody twice as an MQL", async () => {
    const first = agreed(45, "first", 0);
    const world = await arrived(first);
    expect(await stages(world)).toMatchObject({ hot: "qualified", warm: "nurturing" });
    await world.comesIntoForce(agreed(30, "second", 0));
    await walked(world, 2);
    const lets = { hot: "qualified", warm: "qualified", mild: "qualified", cool: "qualified", cold: "nurturing" };
    expect(await stages(world)).toEqual(lets);
    await world.comesIntoForce(first);
    expect((await walked(world, 3)).counts).toMatchObject({ found: 3, woken: 3 });
    expect(await stages(world)).toMatchObject({
      hot: "qualified",
      warm: "nurturing",
      mild: "nurturing",
      cool: "nurturing",
    });
    expect(await leadOf(world, "warm")).toMatchObject({ because: "gate-cooled", agreementVersion: "first" });
    await world.comesIntoForce(agreed(30, "second", 0));
    await walked(world, 4);
    expect(await stages(world)).toEqual(lets);
    const counted = qualifications(world).filter(({ again }) => !again);
    expect(new Set(counted.map(({ leadId }) => leadId)).size).toBe(4);
    expect(counted).toHaveLength(4);
  });

  it("lets no more through at once than sales has room for: the hottest get the places", async () => {
    const world = await arrived(agreed(61, "first", 1));
    await world.comesIntoForce(agreed(30, "second", 1));
    await walked(world, 2);
    expect(await stages(world)).toEqual({
      hot: "handed-off",
      warm: "handed-off",
      mild: "handed-off",
      cool: "qualified",
      cold: "nurturing",
    });
  });

  it("is taken over by the next version's before its end, which knows by what each lead was judged", async () => {
    const world = await arrived(agreed(45, "first"));
    await world.comesIntoForce(agreed(30, "second"));
    await world.comesIntoForce(agreed(36, "third"));
    expect((await walked(world, 3)).from).toEqual(["2", "1"]);
    expect(await walked(world, 2)).toMatchObject({ phase: "over", takenOverBy: 3 });
    expect(await stages(world)).toMatchObject({ warm: "handed-off", mild: "nurturing", cool: "nurturing" });
  });

  it("does nothing by a turn that was asked for before, nor before the version holds", async () => {
    const world = await arrived(agreed(45, "first"));
    const before = world.looks.length;
    await world.comesIntoForce(agreed(30, "second"));
    expect(await readWalk(world.table, 2)).toMatchObject({ turn: 0, phase: "finding", counts: { looked: 0 } });
    expect(world.looks).toHaveLength(before);
  });

  it("wakes the leads of a colleague who is not there any more, and they go to another", async () => {
    const first = agreed(45, "first");
    const world = await arrived(first);
    const { stage, ...handedOff } = await leadOf(world, "hot");
    expect(stage).toBe("handed-off");
    const ownerId = "followUp" in handedOff ? handedOff.followUp.ownerId : "";
    const without = first.terms.team.reps.filter(({ id }) => id !== ownerId);
    await world.comesIntoForce({
      ...first,
      version: "second",
      terms: { ...first.terms, team: { ...first.terms.team, reps: without } },
    });
    await walked(world, 2);
    const lead = await leadOf(world, "hot");
    expect(lead).toMatchObject({ stage: "handed-off", followUp: { turn: 1, earlier: [ownerId] } });
    expect(world.table.items().filter(({ pk }) => pk?.S === "ORPHAN")).toEqual([]);
  });

  it("wakes so many in a turn, the hottest first, and no more before the next minute asks for it", async () => {
    const table = dynamoTwin();
    const at = "2026-03-10T09:30:00.000Z";
    const walk = { ...newWalk(2, { from: "1", to: "2", since: at }), phase: "waking" as const, turn: 1 };
    const ids = (rank: string) => Array.from({ length: 75 }, (_, i) => `${rank}-${String(i).padStart(2, "0")}`);
    await transact(table, [beginWalk(table, walk)]);
    const ranks = ["9960", "9940", "9950"];
    await keepFound(table, 2, 0, new Map(ranks.map((rank) => [rank, ids(rank)])), at);
    const looks: string[][] = [];
    const sendPaced = async (bodies: readonly string[]) => {
      looks.push(bodies.map((body) => LookSchema.parse(JSON.parse(body)).lookAt));
    };
    for (let minutes = 0; minutes < 10; minutes++) {
      const now = () => new Date(Date.parse(at) + minutes * 60_000).toISOString();
      const deps = { table, now, sendPaced, terms: async () => agreed(30, "second") };
      await sweepWalks(table, now());
      const { turn = 0 } = (await readWalk(table, 2)) ?? {};
      for (let again = 0; again < 3; again++) await goOnWalking(deps, 2, turn);
    }
    expect(looks.map(({ length }) => length)).toEqual([60, 60, 60, 45]);
    expect(looks.flat()).toEqual(ranks.sort().flatMap(ids));
    expect(await readWalk(table, 2)).toMatchObject({ phase: "over", counts: { woken: 225 } });
    expect(table.items().filter(({ sk }) => sk?.S?.startsWith("WALK-FOUND#"))).toEqual([]);
  });

  it("comes to the same end when it dies at any of its requests, and forgets and counts nobody twice", async () => {
    const before = agreed(45, "first");
    const after = agreed(30, "second");
    const world = await arrived(before);
    const terms = async (id: string) => (id === "1" ? before : after);
    await transact(world.table, [beginWalk(world.table, newWalk(2, { from: "1", to: "2", since: world.now() }))]);

    /** Turn after turn, when the so manyth request is the last that the function makes. */
    const walkedOn = async (dies: number) => {
      let requests = 0;
      const table = await copyOf(world.table, async () => {
        if (++requests === dies) throw new Error("the function died");
      });
      const looks: string[] = [];
      let minutes = 0;
      for (; minutes < 30; minutes++) {
        const now = () => new Date(Date.parse(world.now()) + minutes * 300_000).toISOString();
        const sendPaced = async (bodies: readonly string[]) => {
          looks.push(...bodies.map((body) => LookSchema.parse(JSON.parse(body)).lookAt));
        };
        const asked = async () => {
          await sweepWalks(table, now());
          return readWalk(table, 2);
        };
        const walk = await asked().catch(() => undefined);
        if (walk?.phase === "over") return { walk, looks, requests };
        await goOnWalking({ table, now, terms, sendPaced }, 2, walk?.turn ?? 0).catch(() => undefined);
      }
      throw new Error(`the walk does not end: it dies at request ${dies}`);
    };

    const calm = await walkedOn(0);
    expect(calm.looks).toEqual(changed.map((person) => idOf(world, person)));
    for (let dies = 1; dies <= calm.requests; dies++) {
      const { walk, looks } = await walkedOn(dies);
      expect({ dies, counts: walk.counts, looks: [...new Set(looks)] }).toEqual({
        dies,
        counts: calm.walk.counts,
        looks: calm.looks,
      });
    }
  });
});
