import { describe, expect, it } from "vitest";
import { sampleOf } from "../../sources/sample.ts";
import { arrivedIn, bytes, laura, page, textOf } from "./kinds.ts";

describe("a marketing tool", () => {
  it("is several submissions of Mautic, the contact's fields after what was sent", async () => {
    const sent = [
      { id: "intereses", value: ["Precio", "Guía"] },
      { id: "novedades", value: "1" },
    ];
    const form = { what: "form", at: "2026-11-18T18:17:02.000Z", beside: page };
    expect(await arrivedIn("mautic", sampleOf("mautic"))).toEqual([
      {
        ...form,
        id: "13",
        answers: [
          { id: "email", value: laura },
          ...sent,
          { id: "firstname", label: "First Name", value: "Laura" },
          { id: "lastname", label: "Last Name", value: "Gil" },
          { id: "company", label: "Company", value: "Almacenes Gil" },
        ],
      },
      { ...form, id: "14", answers: [{ id: "email", value: "ines.vega@muebles-vega.example" }, ...sent] },
      { what: "nothing", because: "other-event" },
    ]);
  });

  it("is a test, as Mautic sends its example without a list", async () => {
    const {
      "mautic.form_on_submit": [first],
    } = JSON.parse(textOf(sampleOf("mautic")));
    const body = bytes(JSON.stringify({ "mautic.form_on_submit": first, timestamp: "2026-11-18T18:17:03+00:00" }));
    const [test] = await arrivedIn("mautic", { ...sampleOf("mautic"), body });
    expect(test).toMatchObject({ what: "form", id: "13", isTest: true });
  });

  it("is somebody whom Segment identifies, with where they came from", async () => {
    const [form, ...others] = await arrivedIn("segment", sampleOf("segment"));
    expect(others).toEqual([]);
    expect(form).toEqual({
      what: "form",
      id: "022bb90c-bbac-11e4-8dfc-aa07a5b093db",
      at: "2026-11-18T18:17:02.000Z",
      answers: [
        { id: "email", value: laura },
        { id: "firstName", value: "Laura" },
        { id: "lastName", value: "Gil" },
        { id: "company.name", value: "Almacenes Gil" },
        { id: "company.employee_count", value: 40 },
        { id: "news", value: true },
      ],
      beside: {
        ...page,
        utmSource: "newsletter",
        utmMedium: "email",
        utmCampaign: "otoño",
        utmTerm: "almacén",
        utmContent: "botón",
        visitorId: "507f191e810c19729de860ea",
        language: "es-ES",
        timeZone: "Europe/Madrid",
      },
    });
  });

  it("is what a browser did, by the agreement's names, as Segment tells it", async () => {
    const browser = { what: "engagement", at: "2026-11-18T18:16:02.000Z", visitorId: "507f191e810c19729de860ea" };
    const subject = page.pageUrl;
    const prices = "https://www.almacenes-gil.example/precios/";
    const [viewed, agreed, unknown, server, form, group] = await arrivedIn("segment", sampleOf("segment-batch"));
    expect(viewed).toEqual({ ...browser, id: "ajs-1", did: { kind: "page-viewed", subject: prices } });
    expect(agreed).toEqual({ ...browser, id: "ajs-2", did: { kind: "pricing-viewed", subject } });
    expect(unknown).toEqual({ ...browser, id: "ajs-3", did: { kind: "Video Played", subject } });
    expect([server, group]).toEqual([1, 2].map(() => ({ what: "nothing", because: "other-event" })));
    expect(form).toMatchObject({ what: "form", id: "022bb90c-bbac-11e4-8dfc-aa07a5b093db" });
  });

  it("may have the names of a batch of Segment's own API, and of things that every object has", async () => {
    const one = { type: "track", anonymousId: "507f191e810c19729de860ea", event: "constructor" };
    const body = bytes(JSON.stringify({ batch: [one, 3] }));
    expect(await arrivedIn("segment", { ...sampleOf("segment"), body })).toMatchObject([
      { what: "engagement", did: { kind: "constructor" } },
      { what: "unread", because: "other-shape" },
    ]);
  });

  it("is nobody's form if Segment knows no address", async () => {
    const body = bytes(JSON.stringify({ type: "identify", userId: "u-1", traits: { email: "", name: "Laura" } }));
    const arrived = await arrivedIn("segment", { ...sampleOf("segment"), body });
    expect(arrived).toEqual([{ what: "nothing", because: "other-event" }]);
  });
});
