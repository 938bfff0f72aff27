import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitsOf } from "../../../lambdas/contract/agreed-limits.ts";
import { asideOf } from "../../../lambdas/domain/capture/kept-aside.ts";
import { parseSubmission } from "../../../lambdas/domain/capture/parse-submission.ts";
import { refuse } from "../../../lambdas/views/capture/refuse.ts";
import { daysFromNow, now } from "../../builders/now.ts";
import { accepted, formPost, jsonPost, refused, rules, submissionOf } from "./request.ts";

describe("a submission", () => {
  it("is understood in Spanish", async () => {
    const submission = await submissionOf({
      nombre: " Inés ",
      apellidos: "Otero  Vidal",
      empresa: "Talleres Norte",
      cargo: "Directora de operaciones",
      teléfono: "+34 910 000 000",
      "número de empleados": "51-200",
      sector: "Fabricación",
      país: "España",
      mensaje: "Hola,\r\n¿cuándo?",
      idioma: "Español",
      interés: "demo",
      página: "https://www.engranaje.example/contacto",
      utm_source: "boletín",
      visitor_id: "v-1",
    });
    expect(submission).toEqual({
      email: "ines@talleresnorte.example",
      language: "es",
      languageChosen: true,
      contact: {
        name: "Inés Otero Vidal",
        company: "Talleres Norte",
        jobTitle: "Directora de operaciones",
        phone: "+34 910 000 000",
        companySize: 51,
        industry: "Fabricación",
        country: "ES",
        interest: "demo",
        message: "Hola,\n¿cuándo?",
        readAs: [
          {
            field: "phone",
            value: "+34 910 000 000",
            numbers: [{ as: "+34 910 000 000", dial: "+34910000000" }],
          },
          { field: "companySize", value: 51, upTo: 200 },
          { field: "name", value: "Inés Otero Vidal", given: "Inés" },
        ],
      },
      consents: [],
      pageUrl: "https://www.engranaje.example/contacto",
      utm: { source: "boletín" },
      visitorId: "v-1",
      other: [{ name: "companySize", value: "51-200" }],
      cut: 0,
    });
  });

  it("is understood in English, with UTM fields in an object and numbers as numbers", async () => {
    const { contact, utm, language } = await submissionOf({
      firstName: "Ada",
      last_name: "Byron",
      employees: 120,
      country: "United Kingdom",
      language: "en-GB",
      utm: { source: "ads", campaign: "spring" },
    });
    const readAs = [{ field: "name", value: "Ada Byron", given: "Ada" }];
    expect(contact).toEqual({ name: "Ada Byron", companySize: 120, country: "GB", readAs });
    expect({ utm, language }).toEqual({ utm: { source: "ads", campaign: "spring" }, language: "en" });
  });

  it.each([
    [{ name: "Ana Gil" }, "Ana Gil"],
    [{ name: "Ana Gil", nombre: "Ana", apellidos: "Gil" }, "Ana Gil"],
    [{ name: "Ana", surname: "Gil" }, "Ana Gil"],
    [{ nombre: "Ana", apellido1: "Gil", apellido2: "Mora" }, "Ana Gil Mora"],
    [{ apellidos: "Gil" }, "Gil"],
    [{ nombre: " " }, undefined],
  ])("with %j is of %s", async (fields, name) => {
    expect((await submissionOf(fields)).contact.name).toBe(name);
  });

  it.each([
    [{ nombre: "Inés", apellidos: "Otero" }, "Inés"],
    [{ nombre: "María José", apellidos: "Otero" }, "María José"],
    [{ nombre: "Inés Otero", apellidos: "Otero" }, "Inés"],
    [{ nombre: "INÉS", apellidos: "OTERO" }, "Inés"],
    [{ nombre: "Dr. Luis", apellidos: "Gil" }, "Luis"],
    [{ nombre: "Inés" }, "Inés"],
    [{ name: { first: "Ana", last: "Gil" } }, "Ana"],
    [{ nombre: "D.ª Inés", apellidos: "Otero" }, "Inés"],
    [{ nombre: "Mª José", apellidos: "Otero" }, "Mª José"],
    [{ nombre: "李", apellidos: "Gil" }, "李"],
    [{ nombre: "Sr.", apellidos: "Gil" }, undefined],
    [{ nombre: "Sra", apellidos: "Gil" }, undefined],
    [{ nombre: "A.", apellidos: "Gil" }, undefined],
    [{ nombre: "123", apellidos: "456" }, undefined],
    [{ nombre: "ana@example.com" }, undefined],
    [{ nombre: "Inés Otero" }, undefined],
    [{ name: "Ana Pérez" }, undefined],
    [{ name: "Weerd" }, undefined],
    [{ apellidos: "van de Weerd" }, undefined],
  ])("with %j is greeted as %s", async (fields, given) => {
    const { contact } = await submissionOf(fields);
    expect(contact.readAs?.find(({ field, value }) => field === "name" && value === contact.name)?.given).toBe(given);
  });

  it.each([
    [{ phone: "0631 123456", country: "Alemania" }, "+49631123456"],
    [{ phone: "600 111 222", prefijo: "+34" }, "+34600111222"],
    [{ phone: { country: "FR", number: "06 12 34 56 78" } }, "+33612345678"],
    [{ phone: "＋３４ ９１０ ０００ ０００" }, "+34910000000"],
    [{ phone: "600 111 222" }, undefined],
  ])("with %j is dialled %s", async (fields, dial) => {
    const { contact } = await submissionOf(fields);
    expect(contact.readAs?.[0]?.numbers?.[0]?.dial).toBe(dial);
    expect(contact.phone).toMatch(/\d\d/);
  });

  it("without a country has the telephone of ours, or of its address, when it is in use there", async () => {
    const dialOf = async (email: string, phone: string) =>
      (await accepted(jsonPost({ email, phone }), { ...rules, country: "ES" })).submission.contact.readAs?.[0]
        ?.numbers?.[0]?.dial;
    expect(await dialOf("a@b.example", "600 111 222")).toBe("+34600111222");
    expect(await dialOf("a@b.fr", "06 12 34 56 78")).toBe("+33612345678");
    expect(await dialOf("a@b.example", "123 456")).toBeUndefined();
  });

  it("speaks the agreement's first language unless it says another that the agreement has", async () => {
    expect(await submissionOf({})).toMatchObject({ language: "es", languageChosen: false });
    const french = await submissionOf({ language: "français" });
    expect(french).toMatchObject({ language: "es", languageChosen: false });
    expect(french.other).toEqual([{ name: "language", value: "français" }]);
    const monolingual = { ...rules, languages: ["es"] as const };
    const { submission } = await accepted(jsonPost({ email: "a@b.es", language: "en" }), monolingual);
    expect(submission).toMatchObject({ language: "es", languageChosen: false });
  });

  it("keeps what it could not understand, and never takes it for a fact", async () => {
    const { contact, other } = await submissionOf({ phone: "n/a", employees: "mediana", country: "Atlantis" });
    expect(contact).toEqual({ country: "Atlantis" });
    expect(other).toEqual([
      { name: "phone", value: "n/a" },
      { name: "companySize", value: "mediana" },
    ]);
  });

  it("takes no placeholder for a fact, in any field, and keeps it", async () => {
    const sent = {
      nombre: "-",
      apellidos: ".",
      cargo: "N/A",
      sector: "sin especificar",
      country: "n/a",
      region: "none",
    };
    const { contact, other } = await submissionOf({ ...sent, empresa: "Autónomo", interest: "Select…", message: "--" });
    expect(contact).toEqual({});
    expect(other.map(({ value }) => value).sort()).toEqual(
      [...Object.values(sent), "Autónomo", "Select…", "--"].sort(),
    );
    expect((await submissionOf({ country: "NA", name: "Nil" })).contact).toEqual({ country: "NA", name: "Nil" });
  });

  it("keeps unknown fields, nested ones as text, and further values of known ones", async () => {
    const { other, cut, contact } = await submissionOf({
      correo: "otra@talleresnorte.example",
      empresa: "Talleres Norte",
      company: "Talleres Norte, S. L.",
      presupuesto_anual: 5000,
      tags: ["a", { b: 1 }],
      nothing: null,
      empty: "",
      no: false,
    });
    expect(contact.company).toBe("Talleres Norte");
    expect({ other, cut }).toEqual({
      other: [
        { name: "correo", value: "otra@talleresnorte.example" },
        { name: "company", value: "Talleres Norte, S. L." },
        { name: "presupuesto_anual", value: "5000" },
        { name: "tags", value: '["a",{"b":1}]' },
        { name: "no", value: "false" },
      ],
      cut: 0,
    });
  });

  it("joins the boxes of one group", async () => {
    const request = formPost([
      ["email", "a@b.es"],
      ["interest[]", "demo"],
      ["interest[]", "precios"],
    ]);
    expect((await accepted(request)).submission.contact.interest).toBe("demo, precios");
  });

  it("keeps unknown fields within bounds and says how many it cut", async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`x${i}`, "y"]));
    expect(await submissionOf(many)).toMatchObject({ cut: 50 });
    expect((await submissionOf(many)).other).toHaveLength(100);
    const long = await submissionOf({ x: `${"a".repeat(1999)}😀b` });
    expect(long).toMatchObject({ cut: 1, other: [{ name: "x", value: `${"a".repeat(1999)}😀` }] });
    const heavy = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`x${i}`, "n".repeat(2000)]));
    const { other, cut } = await submissionOf(heavy);
    expect(JSON.stringify(other).length).toBeLessThan(45_000);
    expect(cut).toBe(30 - other.filter(({ value }) => value.length === 2000).length);
  });

  it("carries no control characters, half characters or marks that turn the text", async () => {
    const dirty = "a\u0000b\u001b[31m\u202ec\ud800d\r\nBcc: x";
    const { contact, other } = await submissionOf({
      company: dirty,
      message: `1\n\n\n\n2\u0007${dirty}`,
      [dirty]: dirty,
    });
    expect(contact).toEqual({ company: "a b [31mc\uFFFDd Bcc: x", message: "1\n\n2 a b [31mc\uFFFDd\nBcc: x" });
    expect(JSON.stringify(other)).not.toMatch(/\\u0000|\\u001b|\\ud800|\u202e/);
  });

  it("has an address without what nobody sees, in ASCII for mail services", async () => {
    expect((await submissionOf({ email: "com\u200bpras@muñoz-papelera.example\ufeff" })).email).toBe(
      "compras@xn--muoz-papelera-jkb.example",
    );
  });

  it("cannot reach our objects by the names of its fields", async () => {
    const body = '{"email":"a@b.es","__proto__":{"polluted":"yes"},"constructor":{"prototype":1},"toString":"x"}';
    const { submission } = await accepted(jsonPost(JSON.parse(body)));
    expect(submission.other).toEqual([
      { name: "__proto__", value: '{"polluted":"yes"}' },
      { name: "constructor", value: '{"prototype":1}' },
      { name: "toString", value: "x" },
    ]);
    expect(Object(submission).polluted).toBeUndefined();
    expect(Object({}).polluted).toBeUndefined();
  });

  it.each([
    { email: "no" },
    { email: ["no", "neither"] },
    { email: { a: 1 } },
    { email: `${"a".repeat(330)}@b.es` },
    {},
  ])("is refused for an address that is missing or impossible alone (%j)", async (fields) => {
    const worse = { name: "x".repeat(201), company: { a: 1 }, phone: "1".repeat(500), consentPurpose: "x".repeat(650) };
    const response = await refused(jsonPost({ ...worse, ...fields, consent: "on" }));
    expect(response.statusCode).toBe(422);
    expect(JSON.parse(response.body).errors.map(({ field }: { field: string }) => field)).toEqual(["email"]);
  });

  it("counts characters, not code units", async () => {
    expect((await submissionOf({ company: "😀".repeat(200) })).contact.company).toHaveLength(400);
  });
});

describe("a time zone", () => {
  it.each([
    [{ timeZone: "Europe/Madrid" }, "Europe/Madrid"],
    [{ tz: "america/BOGOTA" }, "America/Bogota"],
    [{ "zona-horaria": "UTC" }, "UTC"],
  ])("is that of the sender's clock (%j)", async (fields, zone) => {
    expect(await submissionOf(fields)).toMatchObject({ timeZone: zone, other: [] });
  });

  it.each(["+02:00", "Madrid", "Europe/Atlantis", "hora de Madrid", "CEST!", "-".repeat(100)])(
    "is kept beside the others when there is none of the name (%s)",
    async (said) => {
      const { timeZone, other } = await submissionOf({ timezone: said });
      expect([timeZone, other]).toEqual([undefined, [{ name: "timeZone", value: said }]]);
    },
  );
});

describe("a company's size and a country", () => {
  it("that cannot be read are kept beside, figures too", async () => {
    const { contact, other } = await submissionOf({ companySize: "100000000000", country: "🇪🇸" });
    expect(contact).toEqual({ country: "ES" });
    expect(other).toEqual([{ name: "companySize", value: "100000000000" }]);
  });

  it("is read from a bound alone", async () => {
    const { contact } = await submissionOf({ companySize: { max: 20 } });
    expect(contact).toMatchObject({ companySize: 1, readAs: [{ upTo: 20 }] });
  });
});

describe("a consent", () => {
  const page = "https://www.engranaje.example/";
  const consentsOf = async (fields: Record<string, unknown>) =>
    (await submissionOf(fields)).consents.map(({ formHash, said, ...consent }) => consent);

  it.each([
    "on",
    "Sí",
    "true",
    "1",
    "acepto",
    true,
    1,
    ["on"],
    { given: true },
    "news",
    { status: "granted" },
    "Sí, acepto",
    "Yes, I agree",
    "Marcado",
  ])("by a plain %j is the one of the nurture programme, given now", async (consent) => {
    expect(await consentsOf({ consent, page })).toEqual([{ purpose: "news", at: now, page }]);
  });

  it("is tied by a hash to the form that it was given in, which is that of no other", async () => {
    const consent = ["on"];
    const { bodyHash, submission } = await accepted(jsonPost({ email: "a@b.es", consent }));
    expect(bodyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(submission.consents.map(({ formHash }) => formHash)).toEqual([bodyHash]);
    const other = await submissionOf({ email: "a@b.es", consent, nombre: "Ana" });
    expect(other.consents[0]?.formHash).not.toBe(bodyHash);
  });

  it.each([
    ...["off", "no", "0", false, 0, "", null, [], "NO", " No ", "unticked", "Rechazo", "declined", "null"],
    { given: false, purpose: "news" },
    { given: "no", purpose: "news" },
    { given: 0, purpose: "news" },
    { value: false },
    { status: "denied" },
  ])("is not given by %j", async (consent) => {
    expect(await submissionOf({ consent })).toMatchObject({ consents: [], other: [] });
  });

  it("is given when a hidden `no` stands before the ticked box", async () => {
    const request = formPost([
      ["email", "a@b.es"],
      ["consent", "0"],
      ["consent", "1"],
    ]);
    expect((await accepted(request)).submission.consents).toHaveLength(1);
  });

  it.each([
    ...["off", "no", "0", false, 0, " No ", "Rechazo", "opt-out"],
    ...["No acepto", "No, gracias", "no thanks", "I do not agree"],
    { given: false, purpose: "News", version: 3 },
  ])("is refused by %j, whose raw words are kept", async (consent) => {
    const said = typeof consent === "object" ? JSON.stringify(consent) : String(consent).trim();
    const { consents, declined, other } = await submissionOf({ consent, page });
    expect([consents, other]).toEqual([[], []]);
    expect(declined).toMatchObject([{ purpose: "news", at: now, page, said }]);
    expect(declined?.[0]?.formHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(["", null, [], "unticked", "unchecked", "null", "undefined", "not selected", { given: "none" }])(
    "is not refused by %j: a box that nobody touched says nothing",
    async (consent) => {
      expect(await submissionOf({ consent })).not.toHaveProperty("declined");
      expect(await submissionOf({})).not.toHaveProperty("declined");
    },
  );

  it("is refused when the last answer of the form is a no", async () => {
    expect(await submissionOf({ consent: ["yes", "no"] })).toMatchObject({ consents: [], declined: [{ said: "no" }] });
    expect(await submissionOf({ consent: ["no", "yes"] })).not.toHaveProperty("declined");
    const other = await submissionOf({ consent: { given: false, purpose: "partner-offers" } });
    expect(other).toMatchObject({ other: [{ name: "consent" }] });
    expect(other).not.toHaveProperty("declined");
  });

  it.each([
    [{}, "{}"],
    ["maybe", "maybe"],
    ["Acepto la política de privacidad", "Acepto la política de privacidad"],
    ["partner-offers", "partner-offers"],
    [{ purpose: "news" }, '{"purpose":"news"}'],
    [{ agreed: true, checked: false }, '{"agreed":true,"checked":false}'],
    [{ sí: true }, '{"sí":true}'],
    [{ given: true, purpose: "partner-offers" }, '{"given":true,"purpose":"partner-offers"}'],
  ])("is not %j, which is kept as it was said", async (consent, said) => {
    expect(await submissionOf({ consent })).toMatchObject({ consents: [], other: [{ name: "consent", value: said }] });
  });

  it("is only to a purpose of the agreement", async () => {
    const { consents, other } = await submissionOf({ consent: "on", consentPurpose: "partner-offers" });
    expect(consents).toEqual([]);
    expect(other).toEqual([
      { name: "consent", value: "on" },
      { name: "consentPurpose", value: "partner-offers" },
    ]);
  });

  it("keeps the raw words of the yes as proof", async () => {
    expect((await submissionOf({ consent: " SÍ " })).consents).toMatchObject([{ said: "SÍ" }]);
    const object = { given: "Acepto", textVersion: "7" };
    expect((await submissionOf({ consent: object })).consents).toMatchObject([{ said: JSON.stringify(object) }]);
  });

  it("has the purpose, text and time that stand beside the box", async () => {
    const at = daysFromNow(-3);
    const fields = { consentPurpose: "News", consent_text_version: "2026-01", consent_time: at };
    expect(await consentsOf({ consent: "on", ...fields })).toEqual([{ purpose: "news", textVersion: "2026-01", at }]);
    const unticked = await submissionOf(fields);
    expect(unticked.consents).toEqual([]);
    expect(unticked.other.map(({ name }) => name)).toEqual(["consentPurpose", "consentTextVersion", "consentAt"]);
  });

  it("may be an object, a list of them, or a purpose", async () => {
    const at = daysFromNow(-1);
    const consent = [{ given: "yes", purpose: "news", version: 3, time: Date.parse(at) }];
    expect(await consentsOf({ consent })).toEqual([{ purpose: "news", textVersion: "3", at }]);
    expect(await consentsOf({ consent: "news" })).toEqual([{ purpose: "news", at: now }]);
  });

  it("is not a text that is neither yes nor a purpose, nor the acceptance of a privacy policy", async () => {
    const said = await submissionOf({ consent: "He leído el aviso legal", privacy: "on" });
    expect(said.consents).toEqual([]);
    expect(said.other.map(({ name }) => name)).toEqual(["consent", "privacy"]);
  });

  it("is not given in the future; a time that cannot be read is kept as it came", async () => {
    expect(await consentsOf({ consent: { given: true, at: daysFromNow(2) } })).toEqual([{ purpose: "news", at: now }]);
    const unclear = await submissionOf({ consent: "on", consentAt: "ayer" });
    expect(unclear.consents).toMatchObject([{ purpose: "news", at: now }]);
    expect(unclear.other).toEqual([{ name: "consentAt", value: "ayer" }]);
  });

  it("is looked for in the last ten answers; what was before is kept as it was said", async () => {
    const consent = [...Array.from({ length: 11 }, (_, i) => `purpose-${i}`), "yes"];
    const { consents, other } = await submissionOf({ consent });
    expect(consents).toMatchObject([{ purpose: "news", said: "yes" }]);
    expect(other).toEqual([{ name: "consent", value: consent.slice(0, -1).join(", ") }]);
  });

  it("with a text that is too long stands, with the text kept beside it", async () => {
    const { consents, other } = await submissionOf({ consent: "on", consentText: "t".repeat(300) });
    expect(consents).toMatchObject([{ purpose: "news", textVersion: "t".repeat(200) }]);
    expect(other).toEqual([{ name: "consentTextVersion", value: "t".repeat(300) }]);
  });
});

describe("whether a person filled in the form", () => {
  const asideReasonOf = async (fields: Record<string, unknown>) =>
    asideOf((await accepted(jsonPost({ email: "a@b.es", ...fields }))).signs, {}, limitsOf({}).forms)?.signs;
  const ago = (millis: number) => Date.parse(now) - millis;

  it("is not doubted for one sign alone: a browser fills in what nobody sees, and whole forms at once", async () => {
    expect(await asideReasonOf({ _gotcha: "https://spam.example" })).toBeUndefined();
    expect(await asideReasonOf({ _started: ago(0) })).toBeUndefined();
  });

  it("is doubted when the hidden field is filled in, sooner than a person can", async () => {
    for (const started of [ago(1999), String(ago(0)), new Date(ago(500)).toISOString()])
      expect(await asideReasonOf({ _gotcha: "x", _started: started })).toEqual(["trap", "too-fast"]);
    expect(await asideReasonOf({ _gotcha: "", _started: ago(0) })).toBeUndefined();
    expect(await asideReasonOf({ _gotcha: "x", _started: ago(2000) })).toBeUndefined();
  });

  it("is not judged by the future or by nonsense", async () => {
    for (const started of [ago(-1), "soon", -5, "", null, {}, true])
      expect(await asideReasonOf({ _gotcha: "x", _started: started })).toBeUndefined();
  });
});

describe("any fields at all", () => {
  it("are taken in beside an address, and kept within bounds", async () => {
    const names = fc.constantFrom("email", "nombre", "consent", "utm", "employees", "_started", "_next", "interest");
    const fields = fc.dictionary(fc.oneof(names, fc.string({ unit: "binary" })), fc.jsonValue(), { maxKeys: 30 });
    await fc.assert(
      fc.asyncProperty(fields, async (sent) => {
        const request = jsonPost({ ...sent, ...within });
        const read = await parseSubmission(request, rules);
        if (!read.ok) {
          throw new Error(refuse(request, read, rules).body);
        }
        expect(JSON.stringify(read.submission).length).toBeLessThan(150_000);
        expect(JSON.stringify(read.submission)).not.toMatch(/\\u(d[89a-f]|00[01])/i);
      }),
      { examples: [[{ name: {} }]] },
    );
  });

  /** Texts that pass, laid over whatever the property makes up for these names. */
  const within = { email: "a@b.es", nombre: "x", consent: "on", utm: "x", employees: "5", interest: "demo" };
});
