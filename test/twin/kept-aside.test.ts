import { describe, expect, it } from "vitest";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import type { Role } from "../../lambdas/contract/board.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { World } from "../../local/twin/world.ts";
import { asking } from "../board/asking.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { posted } from "./board-requests.ts";
import { minutesAgreement } from "./minutes-agreement.ts";

const definition = synthesisedDefinition();
const agreement = minutesAgreement({
  gate: { fastLane: [{ kind: "demo-requested", within: "7 days" }] },
  limits: { forms: { domain: { hour: 2, day: 10 }, network: { hour: 3, day: 10 } }, fastLanePerDay: 2 },
});
const marketing = { user: "carla", role: "marketing" } as const;

/** Fits the persona of the tests' agreement. */
const form = {
  name: "Inés Otero",
  jobTitle: "Directora de operaciones",
  companySize: 120,
  industry: "Fabricación",
  country: "ES",
  phone: "+34 910 000 000",
  consent: "news",
};

const aWorld = () => {
  const world = new World(definition, agreement);
  /** A form from its own network, unless another is given. */
  const send = async (
    email: string,
    fields: object = {},
    network = `198.51.100.${email.length}${email.charCodeAt(0)}`,
  ) => {
    const response = await postLead({ ...world.task, siteOrigins: [] })({
      rawPath: "/leads",
      headers: { "content-type": "application/json" },
      requestContext: { requestId: `form-${email}`, http: { method: "POST", sourceIp: network } },
      body: JSON.stringify({ ...form, company: email, email, ...fields }),
    });
    expect(response.statusCode).toBe(202);
  };
  const leadOf = async (email: string): Promise<Lead | undefined> => {
    const claim = keys.emailClaim(email);
    for (const { pk, leadId } of world.table.each())
      if (pk?.S === claim.pk && leadId?.S !== undefined) return world.lead(leadId.S);
    return undefined;
  };
  const deps = { ...world.task };
  const seen = async (kind = "", role: Role = "marketing") =>
    (await asking(world.table, { agreement, now: world.now })(role, `aside${kind && `?kind=${kind}`}`)).body;
  const decide = async (decision: "release" | "drop", wish: object, user: { user: string; role: Role } = marketing) => {
    world.pass(1);
    const { statusCode, body } = await posted(deps, user, `aside/${decision}`, wish);
    await world.settle();
    return { statusCode, ...body };
  };
  const mailsTo = (email: string) => world.mails.filter(({ to }) => JSON.stringify(to).includes(email));
  return { world, send, leadOf, seen, decide, mailsTo };
};

describe("leads beyond a limit that came faster than they could be counted", () => {
  const flood = ["a1@flood.example", "b22@flood.example", "c333@flood.example", "d4444@flood.example"];

  it("have no journey and cause no mail until a colleague releases them; then they go on with their own times", async () => {
    const { world, send, leadOf, seen, decide, mailsTo } = aWorld();
    const begins = world.now();
    for (const email of flood) await send(email);
    await world.settle();
    const [passed, held] = await Promise.all([leadOf("a1@flood.example"), leadOf("d4444@flood.example")]);
    expect(passed?.stage).toBe("nurturing");
    expect(held).toMatchObject({ stage: "captured", aside: { kind: "domain" } });
    expect(world.executions.map(({ name }) => name)).not.toContain(`${held?.leadId}.1`);
    while (Date.parse(world.now()) < Date.parse(begins) + 3_600_000 && (await world.advance()));
    expect(mailsTo("d4444@flood.example")).toHaveLength(0);
    const { kinds, kind, entries } = await seen();
    expect(kinds).toMatchObject([{ kind: "domain", count: 2 }]);
    expect([kind, ...entries.map(({ email }: { email: string }) => email).sort()]).toEqual([
      "domain",
      ...flood.slice(2),
    ]);
    const { id } = entries.find(({ email }: { email: string }) => email === "d4444@flood.example");
    expect(await decide("release", { ids: [id] })).toMatchObject({ statusCode: 200, count: 1, left: false });
    const released = await leadOf("d4444@flood.example");
    expect(released).toMatchObject({ stage: "nurturing", createdAt: begins });
    expect(world.executions.map(({ name }) => name)).toContain(`${released?.leadId}.1`);
    expect(world.events.filter(({ type }) => type === "LeadReleased")).toHaveLength(1);
    expect(await decide("release", { ids: [id] })).toMatchObject({ statusCode: 200, count: 0 });
    expect((await seen()).kinds).toMatchObject([{ kind: "domain", count: 1 }]);
  });

  it("are gone for good when a colleague drops them", async () => {
    const { world, send, leadOf, seen, decide } = aWorld();
    for (const email of flood) await send(email);
    await world.settle();
    expect(await decide("drop", { kind: "domain", until: world.now() })).toMatchObject({ count: 2, left: false });
    expect(await leadOf("d4444@flood.example")).toBeUndefined();
    expect((await seen()).kinds).toEqual([]);
  });
});

describe("forms beyond their network's limit", () => {
  const people = Array.from({ length: 30 }, (_, i) => `p${i}@company${i}.example`);

  it("are released in portions, as they came, with the reference that their senders got", async () => {
    const { world, send, leadOf, seen, decide } = aWorld();
    const begins = world.now();
    for (const email of people) await send(email, {}, "203.0.113.7");
    await world.settle();
    expect((await seen()).kinds).toMatchObject([{ kind: "network", count: 27 }]);
    expect(await leadOf("p29@company29.example")).toBeUndefined();
    const until = world.now();
    world.pass(600);
    expect(await decide("release", { kind: "network", until })).toMatchObject({ count: 25, left: true });
    expect(await decide("release", { kind: "network", until })).toMatchObject({ count: 2, left: false });
    for (const email of people)
      expect(await leadOf(email)).toMatchObject({
        stage: "nurturing",
        createdAt: expect.stringMatching(begins.slice(0, 16)),
      });
    expect((await seen()).kinds).toEqual([]);
  });

  it("leave nothing when they are dropped, and are not for reps to see or to decide on", async () => {
    const { world, send, seen, decide } = aWorld();
    for (const email of people.slice(0, 5)) await send(email, {}, "203.0.113.7");
    const rep = { user: "ana", role: "rep" } as const;
    expect((await decide("drop", { kind: "network", until: world.now() }, rep)).statusCode).toBe(403);
    const ids = (await seen()).entries.map(({ id }: { id: string }) => id);
    expect(await decide("drop", { ids })).toMatchObject({ count: 2 });
    expect(JSON.stringify(world.table.items())).not.toContain("p4@company4.example");
  });

  it("of a lead that is known by now fill what is empty, as any form does", async () => {
    const { world, send, leadOf, decide } = aWorld();
    for (const email of people.slice(0, 3)) await send(email, {}, "203.0.113.7");
    await send("ines@talleres.example", { phone: "", message: "Llámenme" }, "203.0.113.7");
    await send("ines@talleres.example", { phone: "", name: "Inés O." }, "203.0.113.99");
    await world.settle();
    expect(await decide("release", { kind: "network", until: world.now() })).toMatchObject({ count: 1 });
    expect(await leadOf("ines@talleres.example")).toMatchObject({
      contact: { name: "Inés O.", message: "Llámenme" },
      claims: [{ field: "name", value: "Inés Otero" }],
    });
  });
});

describe("the fast lane", () => {
  const wish = { interest: "demo" };
  const people = Array.from({ length: 4 }, (_, i) => `p${i}${"x".repeat(i)}@company${i}.example`);

  it("has so many places a day for addresses that nobody has confirmed; marketing lets in the others", async () => {
    const { world, send, leadOf, seen, decide } = aWorld();
    for (const email of people) await send(email, wish);
    await world.settle();
    const stages = await Promise.all(people.map(async (email) => (await leadOf(email))?.stage));
    expect(stages).toEqual(["handed-off", "handed-off", "nurturing", "nurturing"]);
    const { kinds, entries } = await seen("fast-lane");
    expect(kinds).toMatchObject([{ kind: "fast-lane", count: 2 }]);
    const [one, other] = entries.map(({ id }: { id: string }) => id);
    expect(await decide("release", { ids: [one] })).toMatchObject({ count: 1 });
    expect(await decide("drop", { ids: [other] })).toMatchObject({ count: 1 });
    const now = await Promise.all(people.map(async (email) => (await leadOf(email))?.stage));
    expect(now.filter((stage) => stage === "handed-off")).toHaveLength(3);
    expect((await seen()).kinds).toEqual([]);
  });

  it("is closed to who found no place, on the next day as well", async () => {
    const { world, send, leadOf } = aWorld();
    for (const email of people) await send(email, wish);
    await world.settle();
    const end = Date.parse(world.now()) + 36 * 3_600_000;
    while (Date.parse(world.now()) < end && (await world.advance()));
    const last = await leadOf(people[3] ?? "");
    expect(["nurturing", "dormant"]).toContain(last?.stage);
  });
});
