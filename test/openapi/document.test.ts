import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { documentFile, openApiText } from "../../bin/openapi/document.ts";
import { boardPosts, boardReads } from "../../lambdas/contract/board.ts";
import { fieldCalled } from "../../lambdas/domain/capture/field-names.ts";
import { parseEngagementFields } from "../../lambdas/domain/capture/parse-engagements.ts";
import { parseFields } from "../../lambdas/domain/capture/submission-fields.ts";
import { parseAnswerBody } from "../../lambdas/domain/follow-up/parse-answer.ts";
import { parseOutcomeBody } from "../../lambdas/domain/outcome/parse-outcome-body.ts";
import { parseRepChange } from "../../lambdas/domain/team/parse-rep-change.ts";
import { anAgreement } from "../builders/agreement.ts";
import { synthesise } from "../infrastructure/synthesise.ts";
import { faultsBy, reference, undocumented } from "./documented.ts";

const run = promisify(execFile);

const rules = {
  now: "2026-11-24T12:00:00.000Z",
  siteOrigins: [],
  languages: ["es", "en"],
  defaultLanguage: "es",
  leastFillMillis: 0,
  timeZone: "Europe/Madrid",
  consentPurpose: "nurture",
  company: "Empresa",
  ownFields: [],
} as const;

describe("the API's reference", () => {
  it("is as the schemas make it (npm run openapi writes it again)", () => {
    expect(readFileSync(documentFile, "utf8") === openApiText()).toBe(true);
  });

  it("is valid by the linter, with its examples", async () => {
    const cli = path.join("node_modules", "@redocly", "cli", "bin", "cli.js");
    const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", CI: "true" };
    const options = ["lint", documentFile, "--config", "test/openapi/redocly.yaml", "--format=json"];
    const { stdout } = await run(process.execPath, [cli, ...options], { env: { ...process.env, ...quiet } });
    const { totals, problems } = JSON.parse(stdout);
    expect({ totals, problems }).toEqual({ totals: { errors: 0, warnings: 0, ignored: 0 }, problems: [] });
  });

  it("has the routes of the template, and no others; each with the proof that it asks for", () => {
    const deployed = Object.values(synthesise().template.findResources("AWS::ApiGatewayV2::Route")).map(
      ({ Properties: { RouteKey, AuthorizationType } }) => ({
        key: String(RouteKey),
        proof: AuthorizationType === "JWT",
      }),
    );
    const covers = ({ key }: { key: string }, method: string, template: string): boolean => {
      const [verb, at = ""] = key.split(" ");
      // A list of `exports/{list}` may have a route of its own.
      const isMet = (form: string, by: string) =>
        new RegExp(`^${form.replace(/\{\w+\+\}/, ".+").replace(/\{\w+\}/g, "[^/]+")}$`).test(by);
      return verb === method.toUpperCase() && (isMet(at, template) || isMet(template, at));
    };
    const operations = Object.entries(reference.paths).flatMap(([template, methods]) =>
      Object.entries(methods).map(([method, { security }]) => ({ template, method, security })),
    );
    for (const { template, method, security } of operations) {
      const routes = deployed.filter((route) => covers(route, method, template));
      expect(routes.length, `${method} ${template}`).toBeGreaterThan(0);
      expect(
        routes.some(({ proof }) => proof),
        `${method} ${template}`,
      ).toBe(security.some((way) => "boardToken" in way));
    }
    for (const route of deployed.filter(({ key }) => key !== "$default"))
      expect(
        operations.filter(({ template, method }) => covers(route, method, template)),
        route.key,
      ).not.toEqual([]);
  });

  it("has every path of the board's contract", () => {
    const below = (method: string): string[] =>
      Object.entries(reference.paths)
        .filter(([template, methods]) => template.startsWith("/board/api/") && method in methods)
        .map(([template]) => template.slice("/board/api/".length));
    expect(below("get").sort()).toEqual(Object.keys(boardReads).sort());
    expect(below("post").sort()).toEqual(Object.keys(boardPosts).sort());
  });
});

describe("a response that is held against it", () => {
  const found = { method: "POST", path: "/board/api/search", status: 200, contentType: "application/json" };
  it.each([
    [{ cards: [], more: false }, ""],
    [{ cards: [] }, "required property 'more'"],
    [{ cards: [], more: false, also: 1 }, "additional properties"],
    [{ cards: [{ leadId: "l" }], more: false }, "required property 'cycle'"],
  ])("must have what it promises, and nothing else: %j", (body, fault) => {
    const said = undocumented({ ...found, body });
    expect(said === "").toBe(fault === "");
    expect(said).toContain(fault);
  });

  it("must have a status and a type of the document", () => {
    const body = { cards: [], more: false };
    expect(undocumented({ ...found, body, status: 201 })).toContain("not in the document");
    expect(undocumented({ ...found, body, contentType: "text/html" })).toContain("only application/json");
    expect(undocumented({ ...found, body, path: "/boards" })).toContain("no such path");
  });
});

const FormSchema = reference.components.schemas.Lead;
const properties: Record<string, { "x-spellings": string[] }> = Object(FormSchema).properties;

describe("what is read by hand", () => {
  it("a form's field is the same by all of its names", () => {
    const entries = Object.entries(properties);
    expect(entries.length).toBeGreaterThan(25);
    for (const [name, { "x-spellings": others }] of entries) {
      const fields = new Set([name, ...others].map(fieldCalled));
      expect([fields.size, fields.has(undefined)], name).toEqual([1, false]);
    }
  });

  it("a lead that fits the document is taken in, and without an address it is not", () => {
    const place = ["components", "schemas", "Lead"];
    const taken: Record<string, unknown>[] = [
      { email: "l@e.example", companySize: 120, consent: true, interest: ["demo", "prices"], "more of it": [1] },
      { email: "l@e.example", companySize: "50-200", consent: { purpose: "nurture", given: "yes", at: "2026-11-24" } },
      { email: "l@e.example", consent: ["nurture", "news"], phone: 600000000, language: "Español" },
      { email: "l@e.example", company: "x".repeat(201), name: { first: "Lucía", last: "Marín" } },
    ];
    for (const each of taken) {
      expect(faultsBy(place, each)).toBe("");
      expect(parseFields(Object.entries(each), rules)).toMatchObject({ ok: true, submission: { cut: 0 } });
    }
    expect(faultsBy(place, { name: "Lucía" })).not.toBe("");
    expect(parseFields(Object.entries({ name: "Lucía" }), rules).ok).toBe(false);
  });

  const visitorId = "v".repeat(16);
  const event = { kind: "page-viewed" };
  it.each<[boolean, object]>([
    [true, { reference: "r", events: [event] }],
    [true, { visitorId, ...event, id: "a", at: "2026-11-24T10:00:00Z", subject: "s".repeat(500) }],
    [true, { visitorId, reference: "r".repeat(300), events: Array(20).fill(event) }],
    [false, { events: [event] }],
    [false, { visitorId, events: [] }],
    [false, { visitorId, events: Array(21).fill(event) }],
    [false, { visitorId: "short", ...event }],
    [false, { visitorId, kind: "k".repeat(65) }],
    [false, { visitorId, events: [{ ...event, id: "with blanks" }] }],
    [false, { visitorId, events: [{ ...event, subject: "s".repeat(501) }] }],
    [false, { visitorId, events: [{ subject: "no kind" }] }],
  ])("an engagement is taken in, or not, as the document has it (%#: %s)", (isTaken, body) => {
    const forms = ["Engagement", "Engagements"].map((name) => faultsBy(["components", "schemas", name], body));
    expect(forms.includes("")).toBe(isTaken);
    expect(parseEngagementFields(Object.entries(body), rules).ok).toBe(isTaken);
  });
});

const examplesOf = (template: string): unknown[] => {
  const media = reference.paths[template]?.post?.requestBody?.content["application/json"];
  return Object.values(Object(media?.examples)).map((example) => Object(example).value);
};

describe("the examples", () => {
  const team = anAgreement();
  it("are taken in by what reads them", () => {
    for (const each of [...examplesOf("/leads")])
      expect(parseFields(Object.entries(Object(each)), rules).ok).toBe(true);
    for (const each of examplesOf("/engagements"))
      expect(parseEngagementFields(Object.entries(Object(each)), rules).ok).toBe(true);
    for (const each of examplesOf("/answers")) expect(parseAnswerBody(each).ok).toBe(true);
    for (const each of examplesOf("/outcomes"))
      expect(parseOutcomeBody({ ...Object(each), by: team.terms.team.reps[0]?.id }, team)).toMatchObject({ ok: true });
    for (const each of examplesOf("/team")) expect(parseRepChange(each).ok).toBe(true);
  });
});
