import { unmarshall } from "@aws-sdk/util-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import type { CaptureDependencies } from "../../lambdas/capture/capture-dependencies.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import type { AsideKind } from "../../lambdas/contract/agreed-limits.ts";
import { keptAsidePartition } from "../../lambdas/contract/table.ts";
import { holdBeyondLimits } from "../../lambdas/publish/hold-beyond-limits.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { daysFromNow, now } from "../builders/now.ts";

const agreement = anAgreement({
  limits: {
    forms: {
      network: { hour: 3, day: 5 },
      address: { hour: 2, day: 4 },
      domain: { hour: 4, day: 6 },
      total: { hour: 8, day: 12 },
    },
  },
});

let table: Twin;
let deps: CaptureDependencies;
let clock = now;
beforeEach(() => {
  [table, clock] = [dynamoTwin(), now];
  deps = { table, agreement, siteOrigins: [], now: () => clock, keyring: signingKeys(table) };
});

let forms = 0;
/** A form from this network. */
const send = async (network: string, fields: object = {}) => {
  forms += 1;
  const body = { email: `p${forms}@company${forms}.example`, name: "Inés Soler", n: forms, ...fields };
  return postLead(deps)({
    rawPath: "/leads",
    headers: { "content-type": "application/json" },
    requestContext: { requestId: `request-${forms}`, http: { method: "POST", sourceIp: network } },
    body: JSON.stringify(body),
  });
};

const items = () => table.items().map((item) => unmarshall(item));
const leads = () => items().filter(({ sk }) => sk === "PROFILE");
const aside = (kind: AsideKind) =>
  items().filter(({ attentionPartition }) => attentionPartition === keptAsidePartition(kind));

const changes = () =>
  table.takeChanges().map(({ id, before, after }) => ({
    id,
    at: clock,
    before: before && unmarshall(before),
    after: after && unmarshall(after),
  }));

/** What the stream's reader does with all that has changed. @returns how many leads it keeps aside */
const streamRead = async (): Promise<number> => {
  const hold = holdBeyondLimits({ table, agreement, now: () => clock });
  const held = new Set<unknown>();
  for (const change of changes()) if (await hold(change)) held.add(change.after?.leadId);
  return held.size;
};
const later = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();

describe("forms from one network", () => {
  it("beyond the hour's number are kept aside, with the same response, and those of other networks are not", async () => {
    const responses = [];
    for (let i = 0; i < 5; i++) responses.push(await send("203.0.113.7"));
    expect(leads()).toHaveLength(3);
    expect(aside("network")).toHaveLength(2);
    const shapes = responses.map(({ statusCode, headers, body }) => [
      statusCode,
      headers,
      Object.keys(JSON.parse(body)),
    ]);
    expect(new Set(shapes.map((shape) => JSON.stringify(shape)))).toHaveProperty("size", 1);
    await send("203.0.113.8");
    expect(leads()).toHaveLength(4);
  });

  it("count again in the next hour, up to the day's number, and again on the next day", async () => {
    for (let i = 0; i < 4; i++) await send("203.0.113.7");
    clock = later(1);
    for (let i = 0; i < 4; i++) await send("203.0.113.7");
    expect(leads()).toHaveLength(4);
    clock = daysFromNow(1);
    await send("203.0.113.7");
    expect(leads()).toHaveLength(5);
  });

  it("are one network when 64 bits of IPv6 are the same", async () => {
    for (const host of ["1", "3:4:5", "ffff", "a"]) await send(`2001:db8:1:2::${host}`);
    expect(leads()).toHaveLength(3);
    await send("2001:db8:1:3::1");
    expect(leads()).toHaveLength(4);
  });

  it("are in the table by no address", async () => {
    await send("203.0.113.7");
    expect(JSON.stringify(table.items())).not.toContain("203.0.113");
  });

  it("pass when they cannot be counted", async () => {
    const { client } = table;
    const forward = client.send.bind(client);
    Object.assign(client, {
      send: (command: object) =>
        JSON.stringify(command).includes("LIMIT#") ? Promise.reject(new Error("throttled")) : forward(Object(command)),
    });
    for (let i = 0; i < 6; i++) expect((await send("203.0.113.7")).statusCode).toBe(202);
    expect(leads()).toHaveLength(6);
  });
});

describe("a form that was taken", () => {
  it("is the same request when it is sent again beyond the limit", async () => {
    const fields = { email: "ines@talleresnorte.example", n: 1 };
    const first = await send("203.0.113.7", fields);
    for (let i = 0; i < 3; i++) await send("203.0.113.7");
    expect((await send("203.0.113.7", fields)).body).toBe(first.body);
    expect(aside("network").map(({ email }) => email)).not.toContain(fields.email);
  });

  it("and one that is kept aside get one reference each, however often they are sent", async () => {
    for (let i = 0; i < 3; i++) await send("203.0.113.7");
    const fields = { email: "ines@talleresnorte.example", n: 1 };
    const [first, again] = [await send("203.0.113.7", fields), await send("203.0.113.7", fields)];
    expect(JSON.parse(again.body).reference.split(".")).toEqual(JSON.parse(first.body).reference.split("."));
    expect(aside("network")).toHaveLength(1);
  });
});

describe("forms that the stream's reader counts", () => {
  const networks = (i: number) => `198.51.100.${i}`;

  it("by one address, however it is written, are kept aside in capture once it has counted them", async () => {
    for (const email of ["ana@casa.example", "ANA@casa.example", "ana+a@casa.example", "Ana+b@casa.example"]) {
      await send(networks(1 + forms), { email });
      await streamRead();
    }
    expect(
      aside("address")
        .map(({ email }) => email)
        .sort(),
    ).toEqual(["ana+a@casa.example", "ana+b@casa.example"]);
  });

  it("of one domain, whatever stands before it, leave private mailboxes alone", async () => {
    const [personal = ""] = agreement.terms.company.personalMail;
    for (let i = 0; i < 6; i++) {
      await send(networks(i), { email: `p${i}@s${i}.flood.example` });
      await streamRead();
    }
    expect(aside("domain")).toHaveLength(2);
    for (let i = 0; i < 6; i++) await send(networks(10 + i), { email: `p${i}@${personal}` });
    expect(aside("domain")).toHaveLength(2);
  });

  it("hold their new leads when they came in faster than it could count", async () => {
    for (let i = 0; i < 6; i++) await send(networks(i), { email: `p${i}@flood.example` });
    expect(leads()).toHaveLength(6);
    expect(await streamRead()).toBe(2);
    const [held] = aside("domain");
    expect(held).toMatchObject({ sk: "PROFILE", stage: "captured", aside: { kind: "domain", at: now } });
    expect(held).not.toHaveProperty("stagePartition");
    expect(held).not.toHaveProperty("columnPartition");
  });

  it("count once, however often the stream delivers them", async () => {
    for (let i = 0; i < 4; i++) await send(networks(i), { email: `p${i}@flood.example` });
    const delivered = changes();
    const hold = holdBeyondLimits({ table, agreement, now: () => clock });
    for (let i = 0; i < 3; i++) for (const change of delivered) expect(await hold(change)).toBe(false);
  });

  it("in all leave room that what is over another limit has not used up", async () => {
    for (let i = 0; i < 20; i++) {
      await send(networks(i), { email: `p${i}@flood.example` });
      await streamRead();
    }
    expect(leads()).toHaveLength(4);
    for (let i = 0; i < 6; i++) {
      await send(networks(30 + i));
      await streamRead();
    }
    expect(leads()).toHaveLength(8);
    expect(aside("total")).toHaveLength(2);
  });

  it("never stop a lead that was known before", async () => {
    await send(networks(1), { email: "ana@casa.example" });
    await streamRead();
    for (let i = 0; i < 3; i++) await send(networks(2 + i), { email: "ana@casa.example", name: `Ana ${i}` });
    expect(await streamRead()).toBe(0);
    expect(leads()).toHaveLength(1);
    expect(leads()[0]).not.toHaveProperty("aside");
  });

  it("with a text that others have sent weigh as one sign more, and alone pass", async () => {
    const message = "Hola, hemos visto su página y queremos mejorar sus ventas de este año, llámenos";
    for (let i = 0; i < 4; i++) {
      await send(networks(i), { message: `${message} ${i}` });
      await streamRead();
    }
    expect(aside("signs")).toHaveLength(0);
    const links = "https://a.example https://b.example https://c.example";
    await send(networks(40), { message: `${message} ${links}` });
    expect(aside("signs").map(({ asideReason }) => asideReason)).toEqual([["same-text", "links"]]);
  });
});
