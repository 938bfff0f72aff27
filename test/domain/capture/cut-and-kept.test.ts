import { describe, expect, it } from "vitest";
import { limits } from "../../../lambdas/contract/limits.ts";
import { accepted, formPost, jsonPost, submissionOf } from "./request.ts";

describe("a field that is too long or no text", () => {
  it("is cut, and all of it is kept beside", async () => {
    const { contact, utm, other } = await submissionOf({ company: "c".repeat(250), utm_content: "u".repeat(400) });
    expect([contact.company, utm.content]).toEqual(["c".repeat(200), "u".repeat(300)]);
    expect(other).toEqual([
      { name: "company", value: "c".repeat(250) },
      { name: "utmContent", value: "u".repeat(400) },
    ]);
  });

  it("keeps its rest, where all of it would be too long", async () => {
    const pageUrl = `https://x.example/?${"p".repeat(2040)}${"q".repeat(940)}`;
    const { pageUrl: kept, contact, other } = await submissionOf({ pageUrl, message: `${"m".repeat(5000)} and n` });
    expect(kept).toBe(pageUrl.slice(0, limits.fieldCharacters.pageUrl));
    expect(contact.message).toBe("m".repeat(5000));
    expect(other).toEqual([
      { name: "message", value: "and n" },
      { name: "pageUrl", value: pageUrl.slice(limits.fieldCharacters.pageUrl) },
    ]);
  });

  it("of many ticked boxes keeps whole ones", async () => {
    const interest = Array.from({ length: 120 }, (_, i) => `interest ${i}`);
    const { contact, other } = await submissionOf({ interest });
    expect(interest.join(", ").startsWith(`${contact.interest}, interest`)).toBe(true);
    expect(other).toEqual([{ name: "interest", value: interest.join(", ") }]);
    expect((await submissionOf({ interest: interest.slice(0, 14) })).other).toEqual([]);
  });

  it.each(["visitorId", "timeZone", "phone"])("is nothing, where a beginning would be another (%s)", async (field) => {
    const { contact, other, ...said } = await submissionOf({ [field]: "1".repeat(500) });
    expect([contact, said.visitorId, said.timeZone]).toEqual([{}, undefined, undefined]);
    expect(other).toEqual([{ name: field, value: "1".repeat(500) }]);
  });

  it("is kept as it was sent when it is an object or a tick", async () => {
    const { contact, other } = await submissionOf({ company: { a: 1 }, jobTitle: true, industry: ["a", { b: 2 }, 3] });
    expect(contact).toEqual({ industry: "a, 3" });
    expect(other).toEqual([
      { name: "company", value: '{"a":1}' },
      { name: "jobTitle", value: "true" },
      { name: "industry", value: '{"b":2}' },
    ]);
  });

  it("a name or a second address beside the address is kept", async () => {
    const named = await accepted(jsonPost({ email: '"Ana Gil" <ana@x.example>' }));
    expect(named.submission).toMatchObject({
      email: "ana@x.example",
      other: [{ name: "email", value: '"Ana Gil" <ana@x.example>' }],
    });
    const two = await accepted(jsonPost({ email: ["ana@x.example", "b@x.example"] }));
    expect(two.submission).toMatchObject({ email: "ana@x.example", other: [{ value: "ana@x.example, b@x.example" }] });
    expect((await submissionOf({ correo: "no" })).other).toEqual([{ name: "correo", value: "no" }]);
  });

  it("what is called an address and is none does not cost the form its lead", async () => {
    const { submission } = await accepted(jsonPost({ email: "see below", "work email": "ana@x.example" }));
    expect(submission).toMatchObject({ email: "ana@x.example", other: [{ name: "email", value: "see below" }] });
  });
});

describe("fields inside of others", () => {
  const emailOf = async (body: object) => (await accepted(jsonPost(body))).submission.email;

  it.each([
    { contact: { email: "ana@x.example" } },
    { data: { lead: { "E-mail": "ana@x.example" } } },
    { fields: [{ name: "email", value: "ana@x.example" }] },
    { fields: [{ id: "f_1", label: "Correo", value: "ana@x.example" }] },
    { answers: [{ key: "q1", label: "Email", type: "INPUT", value: "ana@x.example" }] },
    { fields: { email: { id: "email", value: "ana@x.example" } } },
    { email: { value: "ana@x.example" } },
    { email: { address: "ana@x.example", type: "work" } },
    { email: [{ value: "ana@x.example" }] },
    { "data.email": "ana@x.example" },
    { "fields[email][value]": "ana@x.example" },
    { "contact[email]": "ana@x.example" },
    { "email[0]": "ana@x.example" },
  ])("are read: %j", async (body) => {
    expect(await emailOf(body)).toBe("ana@x.example");
  });

  it("count after those outside, which stay", async () => {
    const { submission } = await accepted(jsonPost({ contact: { email: "in@x.example" }, email: "out@x.example" }));
    expect(submission).toMatchObject({ email: "out@x.example", other: [{ name: "email", value: "in@x.example" }] });
  });

  it("are not those of somebody else", async () => {
    const { contact, other } = await submissionOf({ referrer: { name: "Eva", email: "eva@x.example" } });
    expect(contact).toEqual({});
    expect(other).toEqual([{ name: "referrer", value: '{"name":"Eva","email":"eva@x.example"}' }]);
  });

  it("make a name, a company, a telephone and a country of their parts", async () => {
    const { contact, other } = await submissionOf({
      name: { first: "Ana", last: "Gil" },
      company: { name: "Talleres Norte", size: 40, vat: "B1" },
      phone: { number: "600 111 222", country: "ES" },
      country: { code: "PT", name: "Portugal" },
    });
    expect(contact).toMatchObject({ name: "Ana Gil", company: "Talleres Norte", companySize: 40, country: "PT" });
    expect(contact.phone).toBe("600 111 222");
    expect(other).toEqual([
      { name: "company.vat", value: "B1" },
      { name: "country.name", value: "Portugal" },
    ]);
  });

  it.each([
    [{ interest: { demo: true, guide: false, pricing: "on" } }, { interest: "demo, pricing" }],
    [{ interest: "demo; guide" }, { interest: "demo, guide" }],
    [{ industry: { id: 3, name: "Papel" } }, { industry: "Papel" }],
    [{ jobTitle: { title: "CEO" } }, { jobTitle: "CEO" }],
    [{ name: ["Ana", "", "Gil"] }, { name: "Ana Gil" }],
  ])("say what was chosen: %j", async (sent, contact) => {
    expect((await submissionOf(sent)).contact).toEqual(contact);
  });

  it("make a size of both of its ends", async () => {
    const { contact } = await submissionOf({ companySize: { min: 50, max: 249 } });
    expect(contact).toMatchObject({ companySize: 50, readAs: [{ field: "companySize", value: 50, upTo: 249 }] });
  });

  it("by their places in a list are one list", async () => {
    const request = formPost([
      ["email", "a@b.es"],
      ["interests[0]", "a"],
      ["interests[1]", "demo"],
    ]);
    expect((await accepted(request)).submission.contact.interest).toBe("a, demo");
  });
});
