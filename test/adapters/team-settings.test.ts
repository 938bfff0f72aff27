import { beforeEach, describe, expect, it } from "vitest";
import type { ApiKey } from "../../lambdas/adapters/dynamo-api-keys.ts";
import { putGrant, sign } from "../../lambdas/adapters/dynamo-references.ts";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { type DynamoTable, readItem, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { readRepSettings, readTeam } from "../../lambdas/adapters/dynamo-team.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { signatureOf, signedHeaders } from "../../lambdas/domain/http/signature.ts";
import type { PageDependencies } from "../../lambdas/http/reference-page.ts";
import { intakeRepChange, parseRepChangeDetail, repChangeFromBus } from "../../lambdas/team/intake-rep-change.ts";
import { postTeam } from "../../lambdas/team/post-team.ts";
import { settings } from "../../lambdas/team/settings.ts";
import { teamLink } from "../../lambdas/team/team-link.ts";
import { cipherTwin } from "../../local/twin/cipher-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { anApiKey } from "../builders/api-key.ts";
import { daysFromNow, now } from "../builders/now.ts";
import { engines, isolatingEngines, newTable } from "./engines.ts";

const agreement = anAgreement();
const absence = { from: "2026-03-10", to: "2026-03-13" };
const add = { rep: "ana", version: "0", set: "absence-added", ...absence };

const depsOn = async (endpoint: string): Promise<PageDependencies> => {
  const table = await newTable(endpoint);
  return { table, keyring: signingKeys(table), agreement, now: () => now };
};

/** The link as the command prints it and a mail carries it: what comes after the last slash. */
const linkOf = async (deps: PageDependencies, who: string): Promise<string> => {
  const link = await teamLink({ ...deps, publicUrl: "https://leads.example" }, who);
  await transact(deps.table, [putGrant(deps.table, link.referenceId, link.grant)]);
  return link.url.replace("https://leads.example/team/", "");
};

const visit = (deps: PageDependencies, reference: string, form?: Record<string, string>) =>
  settings(deps)({
    rawPath: `/team/${reference}`,
    rawQueryString: "",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    requestContext: { requestId: "request-0003", http: { method: form === undefined ? "GET" : "POST" } },
    pathParameters: { reference },
    body: new URLSearchParams(form).toString(),
  });

const repNow = async ({ table }: PageDependencies, repId: string) =>
  (await readTeam(table, agreement, now)).find(({ rep }) => rep.id === repId);

describe.each(engines())("the settings page on $name", ({ endpoint }) => {
  let deps: PageDependencies;
  let table: DynamoTable;
  beforeEach(async () => {
    deps = await depsOn(endpoint);
    table = deps.table;
  });

  it("shows a page however often it is opened, and changes nothing", async () => {
    const reference = await linkOf(deps, "ana");
    for (let i = 0; i < 2; i++) {
      const { statusCode, body } = await visit(deps, reference);
      expect([statusCode, body]).toEqual([200, expect.stringContaining("Ausencias y capacidad")]);
      expect(body).not.toContain("Luis Mora");
    }
    expect(await readRepSettings(table, "ana")).toBeUndefined();
  });

  it("takes an absence, effective for every reader of the team at once", async () => {
    const { statusCode, body } = await visit(deps, await linkOf(deps, "ana"), add);
    expect([statusCode, body]).toEqual([200, expect.stringContaining("del 10 mar 2026 al 13 mar 2026")]);
    expect(await repNow(deps, "ana")).toMatchObject({ rep: { absences: [absence] }, settingsVersion: 1 });
    expect(await readItem(table, keys.repSettings("ana"))).toMatchObject({ repId: "ana", by: "ana", at: now });
  });

  it("takes a double click as one change, and shows a late form the present settings", async () => {
    const reference = await linkOf(deps, "ana");
    for (let i = 0; i < 2; i++) expect((await visit(deps, reference, add)).statusCode).toBe(200);
    const late = { rep: "ana", version: "0", set: "capacity", newPerWeek: "3" };
    const { statusCode, body } = await visit(deps, await linkOf(deps, "pablo"), late);
    expect([statusCode, body]).toEqual([409, expect.stringContaining("alguien lo ha cambiado mientras tanto")]);
    expect(body).toContain("del 10 mar 2026 al 13 mar 2026");
    expect(await repNow(deps, "ana")).toMatchObject({ rep: { capacity: { newPerWeek: 8 } }, settingsVersion: 1 });
    const again = { rep: "ana", version: "1", set: "absence-removed", ...absence };
    for (let i = 0; i < 2; i++) expect((await visit(deps, reference, again)).statusCode).toBe(200);
    expect(await repNow(deps, "ana")).toMatchObject({ rep: { absences: [] }, settingsVersion: 2 });
  });

  it("shows what is wrong with a form, and changes nothing", async () => {
    const reference = await linkOf(deps, "ana");
    const reversed = { ...add, to: "2026-03-09" };
    for (const form of [{ ...add, from: "" }, reversed, { ...add, version: "?" }])
      expect((await visit(deps, reference, form)).statusCode).toBe(422);
    expect((await visit(deps, reference, { ...add, from: "2026-04-05", to: "2026-04-01" })).body).toContain(
      "El último día es anterior al primero.",
    );
    expect(await readRepSettings(table, "ana")).toBeUndefined();
  });

  it("lets a manager set a last day for their reps, and no one change others' reps", async () => {
    const leaves = { rep: "luis", version: "0", set: "leaves", leaves: "2026-03-09" };
    const ofLuis = await linkOf(deps, "luis");
    expect((await visit(deps, ofLuis, leaves)).statusCode).toBe(404);
    expect((await visit(deps, ofLuis, add)).statusCode).toBe(404);
    const { statusCode, body } = await visit(deps, await linkOf(deps, "pablo"), leaves);
    expect([statusCode, body]).toEqual([200, expect.stringContaining(" open>\n<summary>Luis Mora")]);
    expect(await repNow(deps, "luis")).toMatchObject({ rep: { leaves: "2026-03-09" } });
    expect((await visit(deps, ofLuis)).statusCode).toBe(404);
  });

  it("opens for 90 days, by a link that stays the same, and for no other purpose", async () => {
    const reference = await linkOf(deps, "ana");
    expect(await linkOf(deps, "ana")).toBe(reference);
    const at = (days: number) => ({ ...deps, now: () => daysFromNow(days) });
    expect((await visit(at(89), reference)).statusCode).toBe(200);
    expect((await visit(at(90), reference)).statusCode).toBe(404);
    const grant = { leadId: "TEAM", cycle: 0, ownerId: "ana", language: "es", until: daysFromNow(1) } as const;
    await transact(table, [putGrant(table, "other", { ...grant, purpose: "outcome" })]);
    expect((await visit(deps, await sign(deps.keyring, "other"))).statusCode).toBe(404);
  });

  it("a change by an event is carried out once, or refused with the reason", async () => {
    const read = parseRepChangeDetail({ rep: "ana", absences: [absence], capacity: { openAtMost: 2 } });
    if (!read.ok) throw new Error(read.reason);
    for (let i = 0; i < 2; i++) expect(await repChangeFromBus(deps, read.change, "event-1")).toBeUndefined();
    expect(await repNow(deps, "ana")).toMatchObject({
      rep: { absences: [absence], capacity: { newPerWeek: 8, openAtMost: 2 } },
      settingsVersion: 1,
    });
    expect(await repChangeFromBus(deps, { ...read.change, repId: "nobody" }, "event-2")).toMatch(/no such rep/);
    expect(parseRepChangeDetail({ rep: "ana", leaves: "soon" })).toMatchObject({ ok: false, reason: /^leaves: / });
  });
});

describe.each(engines())("POST /team on $name", ({ endpoint }) => {
  const asked = (key: ApiKey, body: string) => {
    const timestamp = String(Date.parse(now) / 1000);
    const signed = { timestamp, method: "POST", path: "/team", body: Buffer.from(body) };
    return {
      rawPath: "/team",
      rawQueryString: "",
      headers: {
        "content-type": "application/json",
        [signedHeaders.key]: key.keyId,
        [signedHeaders.timestamp]: timestamp,
        [signedHeaders.signature]: signatureOf(key.secret, signed),
      },
      requestContext: { requestId: "request-0004", http: { method: "POST" } },
      body,
    };
  };

  it("changes a rep by a signed request, and returns the rep's settings or what is wrong", async () => {
    const deps = { ...(await depsOn(endpoint)), decrypt: cipherTwin.decrypt };
    const key = await anApiKey(deps.table, now);
    const post = async (body: object) => {
      const response = await postTeam(deps)(asked(key, JSON.stringify(body)));
      return [response.statusCode, JSON.parse(response.body)];
    };
    const shown = { rep: "ana", version: 1, absences: [absence], capacity: { newPerWeek: 1 }, at: now };
    expect(await post({ rep: "ana", absences: [absence], capacity: { newPerWeek: 1 } })).toEqual([200, shown]);
    expect(await readRepSettings(deps.table, "ana")).toMatchObject({ by: `key:${key.keyId}` });
    expect(await post({ rep: "nobody", absences: [] })).toMatchObject([404, { title: "No such rep" }]);
    const reversed = { rep: "ana", absences: [{ from: "2026-03-13", to: "2026-03-10" }] };
    expect(await post(reversed)).toMatchObject([422, { errors: [{ field: "absences" }] }]);
    const forged = asked({ ...key, secret: "another" }, "{}");
    expect((await postTeam(deps)(forged)).statusCode).toBe(401);
  });
});

describe.each(isolatingEngines())("two at once on $name", ({ endpoint }) => {
  it("both change a rep by a request: neither change is lost", async () => {
    const deps = await depsOn(endpoint);
    const changes = Array.from({ length: 8 }, (_, i) => ({
      set: "absence-added" as const,
      absence: { from: `2026-05-0${i + 1}`, to: `2026-05-0${i + 1}` },
    }));
    await Promise.all(
      changes.map((step) =>
        intakeRepChange(deps, { repId: "ana", steps: [step] }, { by: "key:crm", correlationId: "request" }),
      ),
    );
    const after = await readRepSettings(deps.table, "ana");
    expect([after?.version, after?.absences.length]).toEqual([8, 8]);
  });

  it("both send a form made from the same page: one is accepted, the other sees that it came too late", async () => {
    const deps = await depsOn(endpoint);
    const [ana, pablo] = [await linkOf(deps, "ana"), await linkOf(deps, "pablo")];
    const capacity = { rep: "ana", version: "0", set: "capacity", newPerWeek: "3" };
    const answers = await Promise.all([visit(deps, ana, add), visit(deps, pablo, capacity)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect((await readRepSettings(deps.table, "ana"))?.version).toBe(1);
  });
});
