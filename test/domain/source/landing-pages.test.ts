import { describe, expect, it } from "vitest";
import { sampleOf } from "../../sources/sample.ts";
import { arrivedIn, bytes, laura, page, question, readAs, textOf } from "./kinds.ts";

describe("a form on a hosted page", () => {
  it.each(["unbounce", "unbounce-json"])("is a form of Unbounce, out of its lists (%s)", async (name) => {
    expect(await arrivedIn("unbounce", sampleOf(name))).toEqual([
      {
        what: "form",
        at: "2026-11-18T22:57:00.000Z",
        beside: { pageUrl: "https://promo.almacenes-gil.example/demo/" },
        answers: [
          { id: "full_name", value: "Laura Gil" },
          { id: "email", value: laura },
          { id: "topics", value: ["Precio", "Guía"] },
          { id: "news", value: "Acepto recibir novedades" },
        ],
      },
    ]);
  });

  it("is what Unbounce has really sent (a request that snowplow/enrich keeps in its tests)", async () => {
    const body =
      "page_url=http%3A%2F%2Funbouncepages.com%2Fwayfaring-147%2F&page_name=Wayfaring&page_id=7648177d-7323-4330-b4f9-9951a52138b6&variant=a&data.json=%7B%22userfield1%22%3A%5B%22asdfasdfad%22%5D%2C%22ip_address%22%3A%5B%2285.73.39.163%22%5D%2C%22page_uuid%22%3A%5B%227648177d-7323-4330-b4f9-9951a52138b6%22%5D%2C%22variant%22%3A%5B%22a%22%5D%2C%22time_submitted%22%3A%5B%2212%3A12+PM+UTC%22%5D%2C%22date_submitted%22%3A%5B%222017-11-15%22%5D%2C%22page_url%22%3A%5B%22http%3A%2F%2Funbouncepages.com%2Fwayfaring-147%2F%22%5D%2C%22page_name%22%3A%5B%22Wayfaring%22%5D%7D";
    expect(await arrivedIn("unbounce", { ...sampleOf("unbounce"), body: bytes(body) })).toEqual([
      {
        what: "form",
        at: "2017-11-15T12:12:00.000Z",
        beside: { pageUrl: "http://unbouncepages.com/wayfaring-147/" },
        answers: [{ id: "userfield1", value: "asdfasdfad" }],
      },
    ]);
  });

  it.each([
    ["12:05 AM UTC", "2026-11-18T00:05:00.000Z"],
    ["9:05 AM UTC", "2026-11-18T09:05:00.000Z"],
    ["18:05 PM UTC", undefined],
    ["9:05 PM CET", undefined],
    ["", undefined],
  ])("was sent to Unbounce at %s", async (time, at) => {
    const body = bytes(JSON.stringify({ email: [laura], date_submitted: ["2026-11-18"], time_submitted: [time] }));
    expect(await arrivedIn("unbounce", { ...sampleOf("unbounce-json"), body })).toMatchObject([{ at }]);
  });

  it("is a submission of Netlify, shown fields first and hidden ones after", async () => {
    expect(await arrivedIn("netlify", sampleOf("netlify"))).toEqual([
      {
        what: "form",
        id: "5f85b2ae5c1a3a0007c0b6c1",
        at: "2026-11-18T18:17:02.088Z",
        beside: page,
        answers: [
          { id: "name", label: "Name", value: "Laura Gil" },
          { id: "email", label: "Email", value: laura },
          { id: "interest", label: "Interest", value: "Demo" },
          { id: "topics", label: "Topics", value: ["Precio", "Guía"] },
          { id: "news", label: "News", value: "on" },
          { id: "utm_source", value: "newsletter" },
        ],
      },
    ]);
  });

  it("may have a field of Netlify's with a name that every object has", async () => {
    const fields = [{ name: "constructor", title: "Constructor", value: "Obras Gil" }];
    const body = bytes(JSON.stringify({ data: {}, ordered_human_fields: fields }));
    expect(await arrivedIn("netlify", { ...sampleOf("netlify"), body })).toMatchObject([
      { answers: [{ id: "constructor", label: "Constructor", value: "Obras Gil" }] },
    ]);
  });

  it("is a submission of Formspree", async () => {
    expect(await arrivedIn("formspree", sampleOf("formspree"))).toEqual([
      {
        what: "form",
        at: "2026-11-18T18:17:02.134Z",
        answers: [
          { id: "name", value: "Laura Gil" },
          { id: "email", value: laura },
          { id: "topics", value: ["Precio", "Guía"] },
          { id: "message", value: question },
          { id: "news", value: "on" },
        ],
      },
    ]);
  });
});

it("is not Unbounce's when the JSON within its form is cut", async () => {
  const sample = sampleOf("unbounce");
  const body = bytes(
    textOf(sample)
      .replace(/&data\.xml=.*/, "")
      .slice(0, -30),
  );
  expect(await readAs("unbounce", { ...sample, body })).toEqual({ ok: false, because: "other-shape" });
});
