import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { SourceKindId } from "../../../lambdas/contract/sources.ts";
import type { Arrived, KindReading } from "../../../lambdas/domain/source/kind.ts";
import { sampleOf } from "../../sources/sample.ts";
import { kindOf, readAs } from "./kinds.ts";

/** As each sample in test/sources is read. */
const expected: readonly [sample: string, kind: SourceKindId, arrived: readonly Arrived[]][] = [
  [
    "typeform",
    "typeform",
    [
      {
        what: "form",
        id: "a3a12ec67a1365927098a606107fac15",
        at: "2026-11-18T18:17:02.000Z",
        answers: [
          { id: "readable_ref_name", label: "¿Cómo se llama?", value: "Laura Gil" },
          { id: "readable_ref_email", label: "Correo electrónico", value: "laura.gil@almacenes-gil.example" },
          { id: "readable_ref_choice", label: "¿Qué le interesa?", value: "Demo" },
          { id: "readable_ref_choices", label: "Intereses", value: ["Precio", "Guía", "Visita"] },
          { id: "readable_ref_number", label: "Empleados", value: 120 },
          { id: "readable_ref_date", label: "¿Cuándo empezó?", value: "2026-10-01" },
          { id: "readable_ref_website", label: "Su web", value: "https://almacenes-gil.example" },
          { id: "readable_ref_legal", label: "Acepto recibir novedades", value: true },
          { id: "utm_source", value: "newsletter" },
          { id: "score", value: 4 },
          { id: "segmento", value: "retail" },
        ],
      },
    ],
  ],
  [
    "tally",
    "tally",
    [
      {
        what: "form",
        id: "2wgx4n",
        at: "2026-11-18T09:18:25.000Z",
        answers: [
          { id: "question_mVGEg3", label: "Nombre y apellidos", value: "Iván Rey" },
          { id: "question_nPpjVn", label: "Correo electrónico", value: "ivan.rey@talleres-rey.example" },
          { id: "question_mKVD7M", label: "¿Qué le interesa?", value: ["Demo"] },
          { id: "question_3EKz4n", label: "Acepto recibir novedades", value: ["Sí, acepto"] },
          { id: "question_3EKz4n_a3d7b1f0", label: "Acepto recibir novedades (Sí, acepto)", value: true },
          { id: "question_wzr2kL", label: "Pliego", value: ["https://storage.tally.example/pliego.pdf"] },
          { id: "question_wA7Lrd", label: "Urgencia", value: ["Almacén: Alta"] },
          { id: "question_3qLEkn_7c2e", label: "utm_source", value: "newsletter" },
        ],
      },
    ],
  ],
  [
    "jotform",
    "jotform",
    [
      {
        what: "form",
        id: "6084250982513018472",
        answers: [
          { id: "nombre[first]", label: "Nombre (first)", value: "Nuria" },
          { id: "nombre[last]", label: "Nombre (last)", value: "Vidal Soto" },
          { id: "correo", label: "Correo electrónico", value: "nuria.vidal@bodegas-vidal.example" },
          { id: "telefono", label: "Teléfono móvil", value: "(600) 123-456" },
          { id: "intereses", label: "¿Qué le interesa?", value: ["Demo", "Precio, con IVA"] },
          { id: "fecha", value: "2026-12-01" },
          { id: "novedades", label: "Novedades", value: ["Acepto recibir novedades"] },
          { id: "mensaje", value: "" },
          { id: "pliego", value: ["https://www.jotform.example/uploads/pliego.pdf"] },
        ],
      },
    ],
  ],
  [
    "google-ads",
    "google-ads",
    [
      {
        what: "form",
        id: "TeSter-Lead-8b1f0c2d",
        at: "2026-11-18T12:30:00.000Z",
        answers: [
          { id: "FULL_NAME", label: "Nombre completo", value: "Pau Serra" },
          { id: "EMAIL", label: "Correo electrónico", value: "pau.serra@fontaneria-serra.example" },
          { id: "PHONE_NUMBER", label: "Teléfono", value: "+34600123456" },
          { id: "COMPANY_SIZE", label: "¿Cuántas personas trabajan en su empresa?", value: "De 10 a 49" },
          { id: "COMPANY_NAME", value: "Fontanería Serra" },
          { id: "gcl_id", value: "EAIaIQobChMI" },
          { id: "form_id", value: "40000000000" },
          { id: "adgroup_id", value: "20000000000" },
          { id: "creative_id", value: "30000000000" },
        ],
        // Above 2^53: read as it is written.
        beside: { utmCampaign: "1234567890123456789" },
      },
    ],
  ],
  [
    "google-ads-test",
    "google-ads",
    [
      {
        what: "form",
        id: "TeSter-123-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        answers: [
          { id: "FULL_NAME", label: "Full Name", value: "FirstName LastName" },
          { id: "EMAIL", label: "User Email", value: "test@example.com" },
          { id: "gcl_id", value: "TeSter-123-ABC" },
          { id: "form_id", value: "0" },
        ],
        beside: { utmCampaign: "0" },
        isTest: true,
      },
    ],
  ],
  [
    "google-forms",
    "google-forms",
    [
      {
        what: "form",
        id: "2_ABaOnud0000000000000000000000000000000",
        at: "2026-11-18T10:04:05.000Z",
        answers: [
          { id: "839274651", label: "Nombre y apellidos", value: "Rosa Mateo" },
          { id: "1028374655", label: "¿Qué le interesa?", value: ["Demo", "Precio"] },
          { id: "564738291", label: "Urgencia", value: ["Alta, Media", ""] },
          { id: "192837465", label: "Acepto recibir novedades", value: "Sí" },
          { id: "email", value: "rosa.mateo@imprenta-mateo.example" },
        ],
      },
    ],
  ],
  [
    "meta-lead-ads",
    "meta-lead-ads",
    [
      { what: "lead-id", id: "1122334455667788", at: "2026-11-18T11:07:44.000Z" },
      { what: "lead-id", id: "98765432109876543", at: "2026-11-18T11:07:45.000Z" },
    ],
  ],
  ["meta-lead-ads-test", "meta-lead-ads", [{ what: "nothing", because: "ping" }]],
  [
    "linkedin-lead-gen",
    "linkedin-lead-gen",
    [{ what: "lead-id", id: "249592fc-d272-44ba-a7db-c2bdce579507-6", at: "2026-11-18T11:07:44.881Z" }],
  ],
  ["linkedin-lead-gen-deleted", "linkedin-lead-gen", [{ what: "nothing", because: "other-event" }]],
  [
    "hubspot",
    "hubspot",
    [
      {
        what: "form",
        id: "512345678901-1795000064000",
        at: "2026-11-18T11:07:44.000Z",
        answers: [
          { id: "email", value: "luis.cano@maderas-cano.example" },
          { id: "firstname", value: "Luis" },
          { id: "lastname", value: "Cano" },
          { id: "jobtitle", value: "Gerente" },
          { id: "company", value: "Maderas Cano" },
          { id: "novedades", value: "true" },
          { id: "hs_language", value: "es" },
          { id: "recent_conversion_date", value: "1795000064000" },
        ],
        beside: {},
      },
    ],
  ],
  [
    "hubspot-contact",
    "hubspot",
    [
      {
        what: "form",
        // Of the newest of its forms.
        id: "2e137f47a86e48798322d47f6f529a93",
        at: "2026-11-18T11:07:44.000Z",
        answers: [
          { id: "email", value: "luis.cano@maderas-cano.example" },
          { id: "firstname", value: "Luis" },
          { id: "company", value: "Maderas Cano" },
        ],
        beside: { pageUrl: "https://www.example.com/demo" },
      },
    ],
  ],
  ["hubspot-events", "hubspot", [{ what: "nothing", because: "other-event" }]],
  [
    "webflow",
    "webflow",
    [
      {
        what: "form",
        id: "6321ca84df3949bfc6752327",
        at: "2026-11-18T12:35:16.117Z",
        answers: [
          { id: "Nombre", label: "Nombre", value: "Elena" },
          { id: "Apellidos", label: "Apellidos", value: "Ruiz Vela" },
          { id: "email", label: "email", value: "elena.ruiz@logistica-ruiz.example" },
          { id: "Teléfono", label: "Teléfono", value: 34600123456 },
          { id: "Novedades", label: "Novedades", value: "true" },
        ],
      },
    ],
  ],
  [
    "webflow-v1",
    "webflow",
    [
      {
        what: "form",
        id: "6321ca84df3949bfc6752327",
        at: "2026-11-18T12:35:16.117Z",
        answers: [
          { id: "name", label: "name", value: "Elena Ruiz" },
          { id: "email", label: "email", value: "elena.ruiz@logistica-ruiz.example" },
        ],
      },
    ],
  ],
  [
    "calendly",
    "calendly",
    [
      {
        what: "form",
        id: "https://api.calendly.com/scheduled_events/AAAAAAAAAAAAAAAA/invitees/BBBBBBBBBBBBBBBB",
        at: "2026-11-18T10:30:00.000Z",
        answers: [
          { id: "name", value: "Hugo Marín" },
          { id: "email", value: "hugo.marin@aceites-marin.example" },
          { id: "text_reminder_number", value: "+34600123456" },
          { id: "scheduled_event.name", value: "Demo de 30 minutos" },
          { id: "scheduled_event.start_time", value: "2026-11-25T09:00:00.000000Z" },
          { label: "Empresa", value: "Aceites Marín" },
          { label: "Acepto recibir novedades", value: "Sí" },
        ],
        beside: {
          utmSource: "newsletter",
          utmMedium: "email",
          utmCampaign: "demo-otono",
          timeZone: "Europe/Madrid",
        },
        did: [{ kind: "meeting-booked", subject: "2026-11-25T09:00:00.000000Z" }],
      },
    ],
  ],
  ["calendly-canceled", "calendly", [{ what: "nothing", because: "other-event" }]],
  [
    "calendly-routing",
    "calendly",
    [
      {
        what: "form",
        id: "https://api.calendly.com/routing_form_submissions/DDDDDDDDDDDDDDDD",
        at: "2026-11-18T10:20:00.000Z",
        answers: [
          { id: "f0f3b3a4", label: "Correo electrónico", value: "hugo.marin@aceites-marin.example" },
          { id: "a1b2c3d4", label: "Empleados", value: "De 10 a 49" },
        ],
        beside: { utmSource: "newsletter" },
      },
    ],
  ],
];

describe("what a tool sends", () => {
  it.each(expected)("is read as its documentation says: %s", async (sample, kind, arrived) => {
    expect(await readAs(kind, sampleOf(sample))).toEqual({ ok: true, arrived });
  });

  it.each([
    ["typeform", "typeform", "LtWXD3crgy", "01HZX"],
    ["tally", "tally", "a4cb511e-d513-4fa5-baee-b815d718dfd1", "0f0f0f0f-d513-4fa5-baee-b815d718dfd1"],
    ["calendly", "calendly", '"created_at": "2026-11-18T10:30:00.000000Z",\n  "created_by"', '"created_by"'],
  ] as const)("has the same id when it is delivered again: %s", async (sample, kind, delivery, another) => {
    const request = sampleOf(sample);
    const body = Buffer.from(request.body).toString();
    expect(body).toContain(delivery);
    const again = await readAs(kind, { ...request, body: Buffer.from(body.replace(delivery, another)) });
    const first = await readAs(kind, request);
    expect(idsIn(again)).toEqual(idsIn(first));
    expect(idsIn(first)).toHaveLength(1);
  });
});

const idsIn = (reading: KindReading): unknown[] =>
  reading.ok ? reading.arrived.flatMap((each) => ("id" in each && each.id !== undefined ? [each.id] : [])) : [];

const leadIn = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../sources/${name}.json`, import.meta.url), "utf8"));

describe("a lead that is fetched", () => {
  it("of Meta has its answers, its boxes and its campaign", () => {
    const { fetching } = kindOf("meta-lead-ads");
    expect(fetching?.origin).toBe("https://graph.facebook.com");
    expect(fetching?.request("1122334455667788", "EAAB")).toEqual({
      path: "/v25.0/1122334455667788?fields=created_time,campaign_id,campaign_name,ad_name,platform,is_organic,field_data,custom_disclaimer_responses",
      headers: { authorization: "Bearer EAAB" },
    });
    expect(fetching?.read(leadIn("meta-lead-ads-lead"), "1122334455667788")).toEqual({
      ok: true,
      arrived: [
        {
          what: "form",
          id: "1122334455667788",
          at: "2026-11-18T17:01:04.000Z",
          answers: [
            { id: "full_name", value: "Marta Pons" },
            { id: "email", value: "marta.pons@congelados-pons.example" },
            { id: "phone_number", value: "+34600123456" },
            { id: "¿qué_le_interesa?", value: ["demo", "precio"] },
            { id: "novedades", value: true },
            { id: "terceros", value: false },
            { id: "ad_name", value: "Vídeo almacén" },
            { id: "platform", value: "ig" },
            { id: "is_organic", value: false },
          ],
          beside: { utmCampaign: "Demo otoño" },
        },
      ],
    });
  });

  it("of Meta's testing tool is a test", () => {
    const lead = {
      field_data: [
        { name: "email", values: ["test@meta.com"] },
        { name: "full_name", values: ["<test lead: dummy data for full_name>"] },
      ],
    };
    expect(kindOf("meta-lead-ads").fetching?.read(lead, "1")).toMatchObject({ arrived: [{ isTest: true }] });
  });

  it.each([
    [400, { error: { code: 190, type: "OAuthException" } }, "token"],
    [400, { error: { code: 102 } }, "token"],
    [403, { error: { code: 10 } }, "token"],
    [403, { error: { code: 200 } }, "token"],
    [400, { error: { code: 100, error_subcode: 33 } }, "gone"],
    [400, { error: { code: 4 } }, "passing"],
    [500, undefined, "passing"],
  ])("of Meta and is not there is told from a token that is no longer good: %i %j", (status, json, fault) => {
    expect(kindOf("meta-lead-ads").fetching?.fault(status, json)).toBe(fault);
  });

  it("of LinkedIn has its answers by the questions of its form", () => {
    const { fetching } = kindOf("linkedin-lead-gen");
    expect(fetching?.origin).toBe("https://api.linkedin.com");
    expect(fetching?.request("249592fc-6", "AQX")).toEqual({
      path: "/rest/leadFormResponses/249592fc-6?fields=id,submittedAt,testLead,leadMetadata,formResponse,form:(hiddenFields,creationLocale,name,id,content)",
      headers: {
        authorization: "Bearer AQX",
        "linkedin-version": "202607",
        "x-restli-protocol-version": "2.0.0",
      },
    });
    expect(fetching?.read(leadIn("linkedin-lead-gen-lead"), "249592fc-6")).toEqual({
      ok: true,
      arrived: [
        {
          what: "form",
          id: "249592fc-6",
          at: "2026-11-18T11:07:44.288Z",
          answers: [
            { id: "EMAIL", label: "Correo electrónico", value: "sara.lopez@clinica-lopez.example" },
            { id: "707234246", label: "¿Qué le interesa?", value: ["Demo"] },
            { id: "FIRST_NAME", label: "Nombre", value: "Sara" },
            // The form says nothing of this question.
            { id: "207234246", value: "López" },
            { id: "consent-0", value: true },
            { id: "utm_source", value: "linkedin" },
          ],
          beside: { utmCampaign: "198356826", language: "es" },
        },
      ],
    });
  });

  it.each([
    [401, "token"],
    [403, "token"],
    [404, "gone"],
    [410, "gone"],
    [426, "passing"],
    [429, "passing"],
    [503, "passing"],
  ] as const)("of LinkedIn and is not there is told from a token that is no longer good: %i", (status, fault) => {
    expect(kindOf("linkedin-lead-gen").fetching?.fault(status, {})).toBe(fault);
  });

  it.each(["meta-lead-ads", "linkedin-lead-gen"] as const)("of %s is never asked for beneath another path", (kind) => {
    expect(kindOf(kind).fetching?.request("../me?x=1", "t").path).toContain("/..%2Fme%3Fx%3D1?fields=");
  });
});
