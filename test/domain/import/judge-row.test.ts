import { describe, expect, it } from "vitest";
import type { ImportTerms } from "../../../lambdas/contract/imports.ts";
import { checkTerms, kindsOfLists } from "../../../lambdas/domain/import/check-terms.ts";
import { judgeRow, takenRow } from "../../../lambdas/domain/import/judge-row.ts";
import { rowReader } from "../../../lambdas/domain/import/parse-row.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { shippedAgreement } from "../../builders/shipped-agreement.ts";
import { rules } from "../capture/request.ts";

const proof = "Firmado en el stand";
const terms: ImportTerms = {
  mapping: ["email", "name", "company", "region", "consent"].map((to, column) => ({ column, to })),
  headerRows: 1,
  dateOrder: "dmy",
  decimal: ",",
  origin: "feria-2026",
  basis: { is: "per-row", proof },
};
const read = rowReader({ terms, header: [], rules });
const row = read(["ines@talleresnorte.example", "Inés Otero", "Otra empresa", "Bizkaia", "sí"]);
const known = aLead("nurturing");

describe("what becomes of a row", () => {
  it("is a new lead when nobody knows the address", () => {
    expect(judgeRow(row, {})).toEqual({ is: "new", consent: "yes" });
  });

  it("fills a known lead, and keeps beside it what differs", () => {
    expect(judgeRow(row, { known })).toEqual({
      is: "known",
      leadId: known.leadId,
      fills: ["region"],
      differs: ["company"],
      consent: "yes",
    });
  });

  it("is refused when an earlier row has the address", () => {
    expect(judgeRow(row, { earlierRow: 4 })).toEqual({
      is: "refused",
      because: "duplicate-in-list",
      field: "email",
      ofRow: 4,
    });
  });

  it("is refused for its address", () => {
    expect(judgeRow(read(["nadie", "Inés"]), {})).toEqual({ is: "refused", because: "invalid-email", field: "email" });
  });

  it.each([
    ["unsubscribed", { known: { ...known, unsubscribedAt: now } }, "unsubscribed"],
    ["declined", { known: { ...known, declinedAt: now } }, "declined"],
    ["bounced", { known: { ...known, undeliverable: { because: "bounced", at: now } } }, "undeliverable"],
    ["complained", { known: { ...known, undeliverable: { because: "complained", at: now } } }, "complained"],
    ["unsubscribed before they were erased", { suppression: { reason: "unsubscribed", at: now } }, "unsubscribed"],
    ["bounced before they were erased", { suppression: { reason: "bounced", at: now } }, "undeliverable"],
  ] as const)("mails nobody again who has %s", (_, context, mail) => {
    const verdict = judgeRow(row, context);
    expect(verdict).toMatchObject({ mail });
    if (!row.ok) throw new Error("refused");
    expect(row.submission.consents).toHaveLength(1);
    expect(takenRow(row.submission, verdict).consents).toEqual([]);
  });

  it("takes the consent of everybody else", () => {
    if (!row.ok) throw new Error("refused");
    const lifted = { reason: "unsubscribed", at: "2026-01-01T00:00:00.000Z", liftedAt: now } as const;
    expect(takenRow(row.submission, judgeRow(row, { suppression: lifted })).consents).toHaveLength(1);
  });
});

describe("what a list may say that its people did", () => {
  it("is nothing that pages, mails and forms report themselves, and nothing of the fast lane", () => {
    const fair = { kind: "fair", label: { es: "Feria", en: "Fair" }, points: 20, halfLife: "60 days", cap: 20 };
    const call = { ...fair, kind: "phone-call" };
    const { familiarity, gate } = shippedAgreement().terms;
    const kindsIn = (fastLane: string[]) =>
      kindsOfLists({
        familiarity: [...familiarity, fair, call],
        gate: { ...gate, fastLane: fastLane.map((kind) => ({ kind, within: "1 day" })) },
      }).map(({ kind }) => kind);
    expect(kindsIn(["meeting-booked", "phone-call"])).toEqual(["webinar-attended", "fair"]);
    expect(kindsIn(["fair"])).toEqual(["meeting-booked", "webinar-attended", "phone-call"]);
  });
});

describe("the terms of a list", () => {
  const check = (more: Partial<ImportTerms>) =>
    checkTerms({ ...terms, ...more }, { ownFields: [], kinds: [{ kind: "fair-visit" }], rows: 3, columns: 6 }).map(
      ({ because }) => because,
    );
  const columns = (...targets: string[]) => ({ mapping: targets.map((to, column) => ({ column, to })) });

  it("can be kept", () => {
    expect(check({ engagement: { kind: "fair-visit", at: now } })).toEqual([]);
    expect(check(columns("email", "phone", "phone", "ignore", "ignore", "consent"))).toEqual([]);
  });

  it.each<[string, Partial<ImportTerms>, string]>([
    ["no address", columns("name", "consent"), "no-email"],
    ["two addresses", columns("email", "consent", "email"), "twice"],
    ["a column twice", { mapping: [...terms.mapping, { column: 0, to: "ignore" }] }, "twice"],
    ["a field that there is not", columns("email", "consent", "shoe-size"), "unknown-target"],
    ["what steers a form", columns("email", "consent", "honeypot"), "unknown-target"],
    ["a column that there is not", { mapping: [...terms.mapping, { column: 6, to: "phone" }] }, "unknown-column"],
    ["consent by row without a column for it", columns("email"), "no-consent-column"],
    ["a consent column that nothing asks for", { basis: { is: "none" } }, "consent-unused"],
    ["a deed that the agreement does not know", { engagement: { kind: "dance", at: now } }, "unknown-engagement"],
    ["nothing below the header", { headerRows: 3 }, "no-rows"],
  ])("cannot be kept with %s", (_, more, because) => {
    expect(check(more)).toEqual([because]);
  });
});
