import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterConfirming,
  afterDismissing,
  afterForm,
  differing,
  factFields,
  factOf,
  isConfirmed,
  openClaims,
  type Said,
} from "../../../lambdas/domain/lead/claims.ts";
import { type Contact, type Lead, LeadSchema } from "../../../lambdas/domain/lead/lead.ts";
import { readAs } from "../../../lambdas/domain/lead/read-as.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const said = (contact: Contact, overrides: Partial<Said> = {}): Said => ({
  submissionId: "s-2",
  at: now,
  contact,
  ...overrides,
});
const hearing = (lead: Lead, form: Said): Lead => ({ ...lead, ...afterForm(lead, form) });

describe("what a lead is known by", () => {
  const lead = aLead("nurturing", { firstForm: "s-1" });

  it("came with its first form, when nothing else is kept", () => {
    expect(factOf(lead, "phone")).toEqual({
      value: "+34 910 000 000",
      from: "form",
      id: "s-1",
      at: lead.createdAt,
    });
    expect(factOf(lead, "region")).toBeUndefined();
    const ofAnEarlierRelease = { ...lead, firstForm: undefined };
    expect(factOf(ofAnEarlierRelease, "phone")).toMatchObject({ from: "form", id: undefined });
  });

  it("is filled by a later form where it was empty, with who said it and when", () => {
    const filled = hearing(lead, said({ region: "Bizkaia" }));
    expect(filled.contact).toEqual({ ...lead.contact, region: "Bizkaia" });
    expect(factOf(filled, "region")).toEqual({ value: "Bizkaia", from: "form", id: "s-2", at: now });
    expect(openClaims(filled)).toEqual([]);
  });

  it("stays when a later form says otherwise, which is kept beside", () => {
    const told = hearing(lead, said({ phone: "666 600 600", name: "I. Otero" }));
    expect(told.contact).toEqual(lead.contact);
    expect(openClaims(told)).toEqual([
      { field: "name", value: "I. Otero", submissionId: "s-2", at: now },
      { field: "phone", value: "666 600 600", submissionId: "s-2", at: now },
    ]);
  });

  it.each([
    [{ name: "INES  OTERO" }],
    [{ phone: "910000000" }],
    [{ phone: "0034 910 00 00 00" }],
    [{ company: "talleres norte", companySize: 120 }],
    [{ phone: "" }],
  ])("is said again by %j", (contact) => expect(differing(lead, said(contact))).toEqual([]));

  it("hears no difference in one number written in two ways, and keeps what each was read as", () => {
    const phones = (phone: string, dial: string) => ({
      phone,
      readAs: [{ field: "phone", value: phone, numbers: [{ as: phone, dial }] }],
    });
    const known = { ...lead, contact: phones("+44 (0)1632 960123", "+441632960123") };
    expect(hearing(known, said(phones("1632 960123", "+441632960123"))).claims).toBeUndefined();
    const told = hearing(known, said(phones("1632 960124", "+441632960124")));
    expect(told.claims).toMatchObject([{ field: "phone", value: "1632 960124" }]);
    expect(told.contact.readAs?.map(({ value }) => value)).toEqual(["+44 (0)1632 960123", "1632 960124"]);
    const taken = {
      ...told,
      ...afterConfirming(told, "phone", "1632 960124", { from: "colleague", id: "ana", at: now }),
    };
    expect(readAs(taken.contact, "phone", taken.contact.phone)?.numbers).toEqual([
      { as: "1632 960124", dial: "+441632960124" },
    ]);
  });

  it.each([[{ phone: "34" }], [{ phone: "+34 911 000 000" }], [{ phone: "000 000" }], [{ companySize: 12 }]])(
    "is said otherwise by %j",
    (contact) => expect(differing(lead, said(contact))).toHaveLength(1),
  );

  it("takes the language that somebody chooses, unless another was chosen before", () => {
    const chosen = hearing(lead, said({}, { language: "en" }));
    expect([chosen.language, openClaims(chosen)]).toEqual(["es", [expect.objectContaining({ value: "en" })]]);
    const byDefault = aLead("nurturing", { facts: { language: [] } });
    const first = hearing(byDefault, said({}, { language: "en" }));
    expect([first.language, openClaims(first)]).toEqual(["en", []]);
    expect(factOf(first, "language")).toMatchObject({ value: "en", id: "s-2" });
  });

  it("is replaced by what was confirmed, and keeps its predecessors", () => {
    const told = hearing(lead, said({ phone: "666 600 600" }));
    const source = { from: "colleague", id: "ana", at: daysFromNow(1) } as const;
    const taken = { ...told, ...afterConfirming(told, "phone", "666 600 600", source) };
    expect(taken.contact.phone).toBe("666 600 600");
    expect(openClaims(taken)).toEqual([]);
    const link = { from: "link", id: "s-9", at: daysFromNow(2) } as const;
    const again = { ...taken, ...afterConfirming(taken, "phone", "911 111 111", link) };
    expect(again.facts?.phone).toEqual([
      { value: "911 111 111", ...link },
      { value: "666 600 600", ...source },
      { value: "+34 910 000 000", from: "form", id: "s-1", at: lead.createdAt },
    ]);
  });

  it("says so when an older release has replaced it without saying whose it is", () => {
    const facts = { phone: [{ value: "666 600 600", from: "colleague" as const, id: "ana", at: daysFromNow(-3) }] };
    const fact = factOf(aLead("nurturing", { facts }), "phone");
    expect(fact).toEqual({ value: "+34 910 000 000", from: "form", at: daysFromNow(-3) });
  });
});

describe("claims", () => {
  it("are kept once each, three of a field, one of the message; the oldest goes, a dismissed one before it", () => {
    const numbers = ["611 111 111", "622 222 222", "611111111", "633 333 333"];
    const lead = numbers.reduce<Lead>(
      (known, phone, i) => hearing(known, said({ phone, message: `${i}` }, { submissionId: `s-${i}` })),
      aLead("nurturing"),
    );
    const of = (one: Lead, asked: string) =>
      openClaims(one).flatMap(({ field, value }) => (field === asked ? value : []));
    expect(of(lead, "phone")).toEqual(["611 111 111", "622 222 222", "633 333 333"]);
    expect(of(lead, "message")).toEqual(["3"]);
    const ref = { field: "phone", submissionId: "s-1" };
    const dismissed = { ...lead, claims: afterDismissing(lead.claims ?? [], ref, { by: "ana", at: now }) };
    expect(of(dismissed, "phone")).toEqual(["611 111 111", "633 333 333"]);
    const same = hearing(dismissed, said({ phone: "622 22 22 22" }));
    expect(of(same, "phone")).toEqual(["611 111 111", "633 333 333"]);
    const newer = hearing(same, said({ phone: "644 444 444" }));
    expect(of(newer, "phone")).toEqual(["611 111 111", "633 333 333", "644 444 444"]);
  });
});

const saidOf = ({ own, ...contact }: Contact, language: Lead["language"] | undefined, field: string) =>
  new Map<string, unknown>(Object.entries({ ...contact, language, ...own })).get(field);

describe("a field of the agreement's own", () => {
  const with2 = aLead("nurturing", { contact: { own: { warehouses: 2 } } });

  it("is filled where it is empty, and what differs is kept beside, like every other", () => {
    const told = { ...with2, ...afterForm(with2, said({ own: { warehouses: 5, erp: "sap", constructor: true } })) };
    expect(told.contact.own).toEqual({ warehouses: 2, erp: "sap", constructor: true });
    expect(told.claims).toEqual([{ field: "warehouses", value: 5, submissionId: "s-2", at: now }]);
    expect(factOf(told, "erp")).toEqual({ value: "sap", from: "form", id: "s-2", at: now });
    expect(factOf(told, "warehouses")).toMatchObject({ value: 2, from: "form" });
  });

  it.each([
    [{ own: { warehouses: 2 } }, []],
    [{ own: { warehouses: 3 } }, [{ field: "warehouses", value: 3 }]],
    [{ own: { tools: ["sage", "sap"] } }, []],
    [{ own: { tools: ["sage"] } }, [{ field: "tools", value: ["sage"] }]],
  ])("differs by what it says: %j", (contact, expected) => {
    const lead = aLead("nurturing", { contact: { own: { warehouses: 2, tools: ["sap", "sage"] } } });
    expect(differing(lead, said(contact))).toEqual(expected);
  });

  it("is confirmed by a link or by a colleague, and keeps what was known before", () => {
    const source = { from: "link", id: "s-2", at: now } as const;
    const confirmed = { ...with2, ...afterConfirming(with2, "warehouses", 5, source) };
    expect(confirmed.contact.own).toEqual({ warehouses: 5 });
    expect(confirmed.facts?.warehouses?.map(({ value }) => value)).toEqual([5, 2]);
    expect(LeadSchema.safeParse(confirmed).success).toBe(true);
  });
});

describe("whatever is claimed", () => {
  const text = fc.oneof(
    fc.constantFrom("Ana", "ana", "666 600 600", "+34 666600600", ""),
    fc.string({ maxLength: 12 }),
  );
  const ownIds = ["warehouses", "erp", "constructor"];
  const ownValue = fc.oneof(text, fc.nat(9), fc.boolean(), fc.array(fc.constantFrom("sap", "sage"), { maxLength: 2 }));
  const contact = fc.record<Contact>(
    {
      name: text,
      company: text,
      jobTitle: text,
      phone: text,
      companySize: fc.nat(300),
      industry: text,
      country: text,
      region: text,
      interest: text,
      message: text,
      own: fc.dictionary(fc.constantFrom(...ownIds), ownValue),
    },
    { requiredKeys: [] },
  );
  const form = fc.record({
    contact,
    language: fc.constantFrom("es" as const, "en" as const, undefined),
    submissionId: fc.uuid(),
    at: fc.constant(now),
  });
  const forms = fc.array(form, { maxLength: 8 });

  it("nothing that is known changes, and only what is empty is filled, by who said it first", () => {
    fc.assert(
      fc.property(contact, forms, (knownContact, sent) => {
        const lead: Lead = { ...aLead("nurturing"), contact: knownContact, firstForm: "s-first" };
        const told = sent.reduce<Lead>(hearing, lead);
        for (const field of [...factFields, ...ownIds]) {
          const before = factOf(lead, field);
          const first = sent.find(({ contact: said, language }) => {
            const value = saidOf(said, language, field);
            return value !== undefined && value !== "";
          });
          const fact = factOf(told, field);
          expect(fact?.id).toBe(before === undefined ? first?.submissionId : before.id);
          if (before !== undefined) expect(fact).toEqual(before);
        }
        expect(LeadSchema.safeParse(told).success).toBe(true);
      }),
    );
  });

  it("a confirmed fact stays as it was confirmed, and what differs is an open claim or was dismissed", () => {
    const field = fc.constantFrom("name", "phone", "company", "jobTitle");
    fc.assert(
      fc.property(field, fc.string({ minLength: 1, maxLength: 12 }), forms, forms, (of, value, before, later) => {
        const source = { from: "link", id: "s-link", at: daysFromNow(1) } as const;
        const known = before.reduce<Lead>(hearing, aLead("nurturing"));
        const confirmed: Lead = { ...known, ...afterConfirming(known, of, value, source) };
        const told = later.reduce<Lead>(hearing, confirmed);
        const fact = factOf(told, of);
        expect(fact).toEqual({ value, ...source });
        expect(fact !== undefined && isConfirmed(fact)).toBe(true);
        expect(told.contact[of]).toBe(value);
        const last = later.at(-1);
        const differs = last === undefined ? [] : differing(confirmed, last);
        const claimed = openClaims(told);
        expect(differs.every((said) => claimed.some((claim) => claim.field === said.field))).toBe(true);
        expect(claimed.filter((claim) => claim.field === of).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
