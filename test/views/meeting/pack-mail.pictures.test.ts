import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { chartPictures } from "../../../lambdas/adapters/chart-pictures.ts";
import { rawMail } from "../../../lambdas/adapters/raw-mailer.ts";
import { paintCharts } from "../../../lambdas/meeting/make-meeting.ts";
import { packMail } from "../../../lambdas/views/meeting/pack-mail.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aFullPack } from "../../builders/pack.ts";

const { resolve } = createRequire(import.meta.url);
const file = (name: string) => readFileSync(resolve(name));
const draw = () => chartPictures(file("@resvg/resvg-wasm/index_bg.wasm"), file("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"));

const reader = { id: "elena", name: "Elena Vidal", email: "elena@engranaje.example", language: "es" } as const;
const mostBytes = 60_000;

describe("the pictures of the mail", () => {
  it.each(["es", "en"] as const)("are small PNGs, twice as sharp as they are drawn (%s)", async (language) => {
    for (const { chart, bytes } of paintCharts(aFullPack().charts, language, await draw())) {
      const png = Buffer.from(bytes);
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect([chart.id, png.readUInt32BE(16)]).toEqual([chart.id, 800]);
      expect(png.length).toBeLessThan(mostBytes);
    }
  });

  it("travel beside the HTML that shows them, with the text before it", async () => {
    const [pack, agreement] = [aFullPack(), anAgreement()];
    const pictures = paintCharts(pack.charts, "es", await draw());
    const mail = packMail({ pack, reader, agreement, publicUrl: "https://api.example", pictures });
    const raw = (await rawMail("Engranaje <hola@engranaje.example>", mail)).toString();
    const types = [...raw.matchAll(/^Content-Type: ([\w/]+)/gm)].map(([, type]) => type);
    const images = pictures.map(() => "image/png");
    expect(types).toEqual(["multipart/alternative", "text/plain", "multipart/related", "text/html", ...images]);
    for (const { cid } of mail.pictures ?? []) expect(raw).toContain(`Content-ID: <${cid}>`);
    expect(raw).toMatch(/^To: Elena Vidal <elena@engranaje\.example>/m);
  });

  it("an invitation is an alternative of the text, and a file", async () => {
    const invitation = {
      method: "REQUEST",
      name: "reunion.ics",
      content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    } as const;
    const mail = { to: reader, subject: "Invitación", text: "Hola", html: "<p>Hola</p>", invitation };
    const raw = (await rawMail("Engranaje <hola@engranaje.example>", mail)).toString();
    const types = [...raw.matchAll(/^Content-Type: ([\w/]+)/gm)].map(([, type]) => type);
    expect(types).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/html",
      "text/calendar",
      "application/ics",
    ]);
    expect(raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);
  });
});
