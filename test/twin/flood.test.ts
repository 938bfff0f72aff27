import { expect, it, vi } from "vitest";
import { loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import { postLead } from "../../lambdas/capture/post-lead.ts";
import { keys } from "../../lambdas/contract/table.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { confirm } from "../../lambdas/nurture/confirm.ts";
import { sweepFlood } from "../../lambdas/wake/sweep-aside.ts";
import { formSent } from "../../local/twin/requests.ts";
import { World } from "../../local/twin/world.ts";
import { asking } from "../board/asking.ts";
import { synthesisedDefinition } from "../journey/definition.ts";

// A function's own pauses take no time of the world's clock.
vi.mock("node:timers/promises", () => ({ setTimeout: async () => {} }));

const shipped = loadAgreement("agreement.yaml");
if (!shipped.ok) throw new Error("the shipped agreement has mistakes");
const { agreement } = shipped;

/** In an hour of a working day: a flood from five networks, each form a wish for a demo, and among it forty people. */
const flooding = 2000;
const people = 40;
const networks = 5;
const begins = "2026-03-10T09:00:00.000Z";

const fits = {
  name: "Inés Otero",
  jobTitle: "Directora de operaciones",
  companySize: 120,
  industry: "Alimentación",
  country: "ES",
  phone: "+34 910 000 000",
  consent: "on",
};

it("a flood of forms keeps nobody from sales or nurture, loses none, and leaves sales its week", async () => {
  const world = new World(synthesisedDefinition(), agreement, { begins });
  let sent = 0;
  const send = async (email: string, network: string, fields: object) => {
    sent += 1;
    const response = await postLead({ ...world.task, siteOrigins: [] })({
      rawPath: "/leads",
      headers: { "content-type": "application/json" },
      requestContext: { requestId: `form-${sent}`, http: { method: "POST", sourceIp: network } },
      body: JSON.stringify({ ...fits, company: email, email, ...fields }),
    });
    expect(response.statusCode).toBe(202);
  };
  const leads = async (): Promise<Map<string, Lead>> => {
    const found = new Map<string, Lead>();
    for (const { pk, leadId } of world.table.each()) {
      if (!pk?.S?.startsWith(keys.emailClaim("").pk) || leadId?.S === undefined) continue;
      const lead = await world.lead(leadId.S);
      if (lead !== undefined) found.set(lead.email, lead);
    }
    return found;
  };
  const persons = Array.from({ length: people }, (_, i) => ({
    email: `persona${i}@empresa${i}.example`,
    network: `198.51.100.${i}`,
    asksForDemo: i % 4 === 0,
  }));
  const every = Math.floor(flooding / people);
  for (let i = 0; i < flooding; i++) {
    await send(`x${i}@sender${i}.example`, `203.0.113.${i % networks}`, { interest: "demo" });
    const person = i % every === 0 ? persons[i / every] : undefined;
    if (person !== undefined)
      await send(person.email, person.network, person.asksForDemo ? { interest: "demo" } : { interest: "guide" });
    if (i % 20 === 0) {
      world.pass(3600 / (flooding / 20));
      await world.settle();
    }
  }
  await world.settle();
  await sweepFlood(world.table, world.now());
  await world.settle();

  // People read the mail that asks them to confirm, and click; machines do not.
  for (const { email } of persons.filter(({ asksForDemo }) => asksForDemo)) {
    const link = world.mails.find(({ to, text }) => to.email === email && text.includes("/confirm/"))?.text;
    const [, reference = ""] = /\/confirm\/([\w.~-]+)/.exec(link ?? "") ?? [];
    if (reference !== "") await confirm(world.task)(formSent("/confirm", reference, {}));
  }
  await world.settle();

  const found = await leads();
  for (const { email, asksForDemo } of persons) {
    const stages = asksForDemo ? ["handed-off", "qualified"] : ["nurturing", "qualified", "handed-off"];
    expect(stages, email).toContain(found.get(email)?.stage);
  }
  const passed = [...found.values()].filter(({ email }) => email.startsWith("x"));
  const { kinds } = (await asking(world.table, { agreement, now: world.now })("marketing", "aside")).body;
  const aside = kinds
    .filter(({ kind }: { kind: string }) => kind !== "fast-lane")
    .reduce((sum: number, { count }: { count: number }) => sum + count, 0);
  expect(passed.length + aside).toBe(flooding);
  const { hour } = agreement.terms.limits?.forms?.network ?? { hour: 0 };
  expect(passed.length).toBeLessThanOrEqual(networks * hour * 2);
  const handedOff = passed.filter(({ stage }) => stage === "handed-off");
  expect(handedOff.length).toBeLessThanOrEqual(agreement.terms.limits?.fastLanePerDay ?? 0);

  const mails = new Map<string, number>();
  for (const { to } of world.mails) mails.set(to.email, (mails.get(to.email) ?? 0) + 1);
  expect(Math.max(...passed.map(({ email }) => mails.get(email) ?? 0))).toBeLessThanOrEqual(3);
  expect(world.events.filter(({ type }) => type === "FormsKeptAside")).toHaveLength(1);
  console.info(
    `flood ${flooding}: ${passed.length} passed, ${aside} aside, ${handedOff.length} handed off, ` +
      `${[...mails].filter(([email]) => email.startsWith("x")).length} strangers with mail`,
  );
});
