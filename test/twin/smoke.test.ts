import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { addSmokeKey } from "../../lambdas/adapters/dynamo-smoke-keys.ts";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import { isSmokeId, smokeRepId } from "../../lambdas/contract/smoke.ts";
import type { HttpResponse } from "../../lambdas/domain/http/http.ts";
import { signatureOf } from "../../lambdas/domain/http/signature.ts";
import { goOnErasing } from "../../lambdas/erasure/erase.ts";
import { postAnswer } from "../../lambdas/follow-up/post-answer.ts";
import { count } from "../../lambdas/metrics/count.ts";
import { recount } from "../../lambdas/metrics/recount.ts";
import { notifyTeams } from "../../lambdas/outcome/notify-teams.ts";
import { postOutcome } from "../../lambdas/outcome/post-outcome.ts";
import { canary } from "../../lambdas/smoke/canary.ts";
import { type SmokeDependencies, type SmokeStep, smokeTest } from "../../lambdas/smoke/smoke-test.ts";
import { cipherTwin } from "../../local/twin/cipher-twin.ts";
import { jsonSent } from "../../local/twin/requests.ts";
import { World } from "../../local/twin/world.ts";
import { type AccessRequest, isAllowed, isLike, listOf } from "../iam/policy.ts";
import { DeployedStack } from "../iam/stack-roles.ts";
import { synthesise } from "../infrastructure/synthesise.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { minutesAgreement } from "./minutes-agreement.ts";

const definition = synthesisedDefinition();

/** Nobody works on a Saturday night, and the smoke test must not wait for Monday. */
const saturdayNight = "2026-03-14T23:30:00.000Z";

const aWorld = () => new World(definition, minutesAgreement(), { begins: saturdayNight });

const routesOf = ({ task }: World): Record<string, (event: unknown) => Promise<HttpResponse>> => ({
  "/leads": postLead({ ...task, siteOrigins: [] }),
  "/answers": postAnswer({ ...task, ...cipherTwin }),
  "/outcomes": postOutcome({ ...task, ...cipherTwin }),
});

const sent = (path: string, body: object, headers: Readonly<Record<string, string>>) => {
  const event = jsonSent(path, body);
  return { ...event, headers: { ...event.headers, ...headers } };
};

const posted = async (world: World, path: string, body: object, headers: Readonly<Record<string, string>> = {}) => {
  const route = routesOf(world)[path];
  if (route === undefined) throw new Error(`there is no route ${path}`);
  return route(sent(path, body, headers));
};

const smoked = async (world: World, changes: Partial<SmokeDependencies> = {}) => {
  const steps: SmokeStep[] = [];
  const result = await smokeTest({
    table: world.table,
    post: async (path, body, headers) => {
      const { statusCode, body: text } = await posted(world, path, JSON.parse(body), headers);
      return { status: statusCode, body: text };
    },
    now: world.now,
    pause: async (millis) => {
      world.pass(millis / 1000);
      await world.settle();
    },
    patienceSeconds: 60,
    say: (step) => steps.push(step),
    ...changes,
  });
  await world.settle();
  return { ...result, steps };
};

const items = (world: World) => world.table.items().map((item) => unmarshall(item));
const itemsWith = (world: World, text: string) => items(world).filter((item) => JSON.stringify(item).includes(text));

describe("a smoke test", () => {
  it("goes the whole way of a lead, also on a Saturday night, and leaves nothing of it", async () => {
    const world = aWorld();
    const { ok, leadId, steps } = await smoked(world);
    expect(steps.filter((step) => !step.ok)).toEqual([]);
    expect(ok).toBe(true);
    expect(steps).toHaveLength(9);
    expect(world.events.map(({ type }) => type)).toEqual(expect.arrayContaining(["AnswerRecorded", "OutcomeRecorded"]));
    expect(new Set(world.mails.map(({ to }) => to.email))).toEqual(
      new Set(["success+smoke-rep@simulator.amazonses.com"]),
    );
    await tellsNobody(world);
    expect(itemsWith(world, leadId).map(({ pk }) => pk)).toEqual(["ERASURE"]);
    world.pass(16 * 60);
    await goOnErasing(world.table, world.now());
    expect(itemsWith(world, leadId)).toEqual([]);
    expect(
      items(world).filter(({ pk }) => /^(ERASED|COMPANY|COUNTED|EMAIL|REFERENCE|IDEMPOTENCY|SMOKE)/.test(String(pk))),
    ).toEqual([]);
    expect(items(world).filter(({ pk }) => String(pk).startsWith("REP#"))).toMatchObject([
      { pk: `REP#${smokeRepId}`, sk: "LOAD", openLeads: 0 },
      { pk: `REP#${smokeRepId}` },
    ]);
  });

  it("says which step failed and why, and erases its lead all the same", async () => {
    const world = aWorld();
    const { ok, leadId, steps } = await smoked(world, {
      post: async (path, body, headers) => {
        if (path === "/answers") return { status: 503, body: "try again" };
        const { statusCode, body: text } = await posted(world, path, JSON.parse(body), headers);
        return { status: statusCode, body: text };
      },
    });
    expect(ok).toBe(false);
    expect(steps.slice(-2)).toMatchObject([
      { ok: false, because: "POST /answers answered 503 instead of 200: try again" },
      { ok: true, step: "The lead is erased: nothing of it is left" },
    ]);
    expect(itemsWith(world, leadId).map(({ pk }) => pk)).toEqual(["ERASURE"]);
  });

  it("gives up a pipeline that stands still, and says where the lead is", async () => {
    const world = aWorld();
    const { ok, leadId, steps } = await smoked(world, { pause: async (millis) => world.pass(millis / 1000) });
    expect(ok).toBe(false);
    expect(steps.slice(-2)).toMatchObject([
      { ok: false, because: `not seen when the test had taken 60 s; lead ${leadId} is captured` },
      { ok: true },
    ]);
  });

  it("erases what one before it could not, once that one's key has expired", async () => {
    const world = aWorld();
    const failing = async () => {
      throw new Error("no connection");
    };
    const { ok } = await smoked(world, { post: failing });
    expect(ok).toBe(false);
    expect(itemsWith(world, "SMOKE-KEY")).toHaveLength(1);
    const { leadId } = await addSmokeKey(world.table, world.now());
    world.pass(16 * 60);
    expect((await smoked(world)).ok).toBe(true);
    expect(itemsWith(world, "SMOKE-KEY")).toEqual([]);
    expect(itemsWith(world, leadId)).toEqual([]);
  });
});

const PartSchema = z.looseObject({
  Key: z.optional(z.looseObject({ pk: z.object({ S: z.string() }) })),
  Item: z.optional(z.looseObject({ pk: z.object({ S: z.string() }) })),
});
const TransactionSchema = z.object({ TransactItems: z.array(z.record(z.string(), PartSchema)) });
const QuerySchema = z.object({ ExpressionAttributeValues: z.looseObject({ ":pk": z.object({ S: z.string() }) }) });

/** What IAM is asked for such a request to the table: an action and a partition for each of its parts. */
const partsOf = (operation: string, input: unknown): (readonly [action: string, partition: string])[] => {
  if (operation === "Query") return [["Query", QuerySchema.parse(input).ExpressionAttributeValues[":pk"].S]];
  if (operation !== "TransactWriteItems") {
    const { Key, Item } = PartSchema.parse(input);
    return [[operation, (Key ?? Item)?.pk.S ?? ""]];
  }
  return TransactionSchema.parse(input).TransactItems.flatMap((part) =>
    Object.entries(part).flatMap(([kind, asked]) =>
      partsOf(kind === "ConditionCheck" ? "ConditionCheckItem" : `${kind}Item`, asked),
    ),
  );
};

/** The table, and whatever is asked of it. */
const overheard = ({ table }: World, asked: AccessRequest[], resource: string): DynamoTable => {
  const send = (command: { readonly input: unknown }) => {
    const operation = command.constructor.name.replace(/Command$/, "");
    for (const [action, partition] of partsOf(operation, command.input))
      asked.push({ action: `dynamodb:${action}`, resource, context: { [leadingKeys]: [partition] } });
    return Reflect.apply(table.client.send, table.client, [command]);
  };
  return { ...table, client: Object.create(table.client, { send: { value: send } }) };
};
const leadingKeys = "dynamodb:LeadingKeys";

describe("the canary's role", () => {
  it("allows what the smoke test asks of the table, and nothing else", async () => {
    const stack = new DeployedStack(synthesise({ canary: "true" }).template.toJSON());
    const canary = stack.functions().find(({ entry }) => entry === "smoke/canary");
    if (canary === undefined) throw new Error("there is no canary");
    const asked: AccessRequest[] = [];
    const resource = stack.arnOf(canary.environment.TABLE_NAME ?? "");
    const world = aWorld();
    const table = overheard(world, asked, resource);
    // One that worked, one whose lead it erased in its rep's hands, and one that clears up after another.
    expect((await smoked(world, { table })).ok).toBe(true);
    const post: SmokeDependencies["post"] = async (path, body, headers) => {
      if (path === "/answers") return { status: 503, body: "try again" };
      const { statusCode, body: text } = await posted(world, path, JSON.parse(body), headers);
      return { status: statusCode, body: text };
    };
    expect((await smoked(world, { table, post })).ok).toBe(false);
    await addSmokeKey(world.table, world.now());
    world.pass(16 * 60);
    expect((await smoked(world, { table })).ok).toBe(true);
    const { statements } = canary.role;
    const said = ({ action, context }: AccessRequest) => `${action} ${context[leadingKeys]}`;
    expect(asked.filter((request) => !isAllowed(statements, request)).map(said)).toEqual([]);
    const idle = statements
      .filter(({ Condition = {} }) => Condition["ForAllValues:StringLike"] !== undefined)
      .flatMap((statement) => {
        const served = asked.filter((request) => isAllowed([statement], request));
        const patterns = listOf(statement.Condition?.["ForAllValues:StringLike"]?.[leadingKeys] ?? []);
        return [
          ...listOf(statement.Action).filter((action) => !served.some((request) => request.action === action)),
          ...patterns.filter(
            (pattern) => !served.some(({ context }) => isLike(pattern, context[leadingKeys]?.[0] ?? "")),
          ),
        ];
      });
    expect(idle).toEqual([]);
  });
});

/** The functions behind stream and bus are told of everything that has happened in this world. */
const countsNothing = async ({ table }: World): Promise<void> => {
  const counted = vi.fn();
  const handler = count({
    timeZone: "UTC",
    generations: async () => ({ current: { generation: 1, from: "2026-01-01T00:00:00.000Z" } }),
    countOnce: async () => {
      counted();
      return "counted";
    },
    bumpPulse: async () => counted(),
    measure: counted,
    parkRecord: async () => counted(),
  });
  const all = table.items().filter((item) => item.pk?.S?.startsWith("LEAD#"));
  expect(all.length).toBeGreaterThan(10);
  const dynamodb = { ApproximateCreationDateTime: 1, SequenceNumber: "1" };
  const Records = all.flatMap((NewImage, i) => [
    { eventID: `new-${i}`, dynamodb: { ...dynamodb, NewImage } },
    { eventID: `old-${i}`, dynamodb: { ...dynamodb, OldImage: { ...NewImage, stage: { S: "won" } }, NewImage } },
  ]);
  await handler({ Records });
  expect(counted).not.toHaveBeenCalled();
  const recounted = await recount({
    table,
    timeZone: "UTC",
    now: clockOf("2026-03-16T00:00:00.000Z"),
    pause: async () => {},
    say: () => {},
  });
  expect(recounted.facts).toBe(0);
};

/** Each look takes a second. */
const clockOf = (from: string) => {
  let millis = Date.parse(from);
  return () => {
    millis += 1000;
    return new Date(millis).toISOString();
  };
};

const tellsNobody = async (world: World): Promise<void> => {
  const before = world.mails.length;
  const heard = world.events.map((detail, i) => ({ messageId: `${i}`, body: JSON.stringify({ detail }) }));
  const parkEvent = vi.fn();
  const notified = notifyTeams({ ...world.task, parkEvent });
  expect(await notified({ Records: heard })).toEqual({ batchItemFailures: [] });
  expect([world.mails.length, parkEvent.mock.calls]).toEqual([before, []]);
};

describe("the canary", () => {
  const canaryIn = (world: World, status?: number) =>
    canary({
      table: world.table,
      post: async (path, body, headers) => {
        const { statusCode, body: text } = await posted(world, path, JSON.parse(body), headers);
        return { status: status ?? statusCode, body: text };
      },
      now: world.now,
      pause: async (millis) => {
        world.pass(millis / 1000);
        await world.settle();
      },
      patienceSeconds: 60,
    })();

  it("ends well when a lead goes through, and fails with the step when none does", async () => {
    await expect(canaryIn(aWorld())).resolves.toBeUndefined();
    const failing = canaryIn(aWorld(), 503);
    await expect(failing).rejects.toMatchObject({ name: "SmokeTestFailed" });
    await expect(failing).rejects.toThrow(/^smoke-\w+: The form is taken in$/);
  });
});

describe("the mark of a smoke test", () => {
  const form = { email: "success+forged@simulator.amazonses.com", name: "Somebody", utm_source: "smoke" };

  const signed = (leadId: string, secret: string, path: string, body: object, at: string) => {
    const timestamp = String(Math.floor(Date.parse(at) / 1000));
    const signature = signatureOf(secret, { timestamp, method: "POST", path, body: Buffer.from(JSON.stringify(body)) });
    return {
      "x-smarketing-key": leadId,
      "x-smarketing-timestamp": timestamp,
      "x-smarketing-signature": signature,
    };
  };

  const leads = (world: World) => items(world).filter(({ sk }) => sk === "PROFILE");

  it("makes a lead one like any other when it is forged, expired, or missing", async () => {
    const world = aWorld();
    const { leadId, secret } = await addSmokeKey(world.table, world.now());
    const marks: Record<string, string>[] = [
      signed(leadId, "another secret", "/leads", form, world.now()),
      signed("smoke-made-up", secret, "/leads", form, world.now()),
      signed(leadId, secret, "/leads", { ...form, name: "Another" }, world.now()),
      { "x-smarketing-key": leadId },
      {},
    ];
    for (const [i, mark] of marks.entries()) {
      const { statusCode } = await posted(world, "/leads", { ...form, email: `a${i}@b.example` }, mark);
      expect(statusCode).toBe(202);
    }
    world.pass(16 * 60);
    await posted(world, "/leads", form, signed(leadId, secret, "/leads", form, world.now()));
    expect(leads(world)).toHaveLength(marks.length + 1);
    for (const lead of leads(world)) {
      expect(isSmokeId(String(lead.leadId))).toBe(false);
      expect(lead.override).toBeUndefined();
      expect(lead.columnPartition).toBeDefined();
    }
  });

  it("answers for its own lead only", async () => {
    const world = aWorld();
    const { leadId, secret } = await addSmokeKey(world.table, world.now());
    for (const path of ["/answers", "/outcomes"])
      for (const of of ["lead-0001", undefined]) {
        const body = { leadId: of, by: smokeRepId, answer: "accept", how: "called", outcome: "won" };
        const { statusCode } = await posted(world, path, body, signed(leadId, secret, path, body, world.now()));
        expect([path, of, statusCode]).toEqual([path, of, 401]);
      }
  });
});

describe("the lead of a smoke test that nobody answers or erases", () => {
  it("goes up the whole ladder without a mail to anyone real, and never to a rep of the team", async () => {
    const world = aWorld();
    const { leadId, secret } = await addSmokeKey(world.table, world.now());
    const body = { email: `success+${leadId}@simulator.amazonses.com`, name: "Smoke test" };
    const timestamp = String(Math.floor(Date.parse(world.now()) / 1000));
    await posted(world, "/leads", body, {
      "x-smarketing-key": leadId,
      "x-smarketing-timestamp": timestamp,
      "x-smarketing-signature": signatureOf(secret, {
        timestamp,
        method: "POST",
        path: "/leads",
        body: Buffer.from(JSON.stringify(body)),
      }),
    });
    await world.settle();
    for (let steps = 0; steps < 500 && (await world.lead(leadId))?.cycle === 1; steps++)
      if (!(await world.advance())) break;
    expect((await world.lead(leadId))?.cycle).toBe(2);
    const owners = new Set(
      items(world)
        .filter(({ sk }) => String(sk).startsWith("MOVE#"))
        .map(({ ownerId }) => ownerId),
    );
    expect(owners).toEqual(new Set([undefined, smokeRepId]));
    expect(world.mails.length).toBeGreaterThan(2);
    expect(world.mails.filter(({ to }) => !to.email.endsWith("@simulator.amazonses.com"))).toEqual([]);
    await countsNothing(world);
    await tellsNobody(world);
    expect(
      items(world).filter((item) => "columnPartition" in item || "card" in item || "searchPartition" in item),
    ).toEqual([]);
  });
});
