import { describe, expect, it } from "vitest";
import { createFormat } from "../../web/board/format-of.ts";

const es = createFormat("es", "Europe/Madrid");
const en = createFormat("en", "Europe/Madrid");
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, " ");

describe("numbers and times in the reader's language", () => {
  it("durations are shown in their two largest units", () => {
    expect([0, 59, 3600, 7500, 90_061].map((seconds) => plain(es.duration(seconds)))).toEqual([
      "0 s",
      "59 s",
      "1 h",
      "2 h 5 min",
      "1 d 1 h",
    ]);
    expect(en.duration(7500)).toBe("2h 5m");
  });

  it("instants go by the clocks of the agreement, whatever the reader's are", () => {
    const iso = "2026-07-01T22:30:00.000Z";
    expect([es.time(iso), es.date(iso), en.date(iso)]).toEqual(["00:30", "2 jul 2026", "2 Jul 2026"]);
  });

  it("past times are worded as past", () => {
    const now = Date.parse("2026-11-24T12:00:00.000Z");
    expect(plain(es.until("2026-11-24T10:00:00.000Z", now))).toBe("hace 2 h");
    expect(en.until("2026-11-24T12:45:00.000Z", now)).toBe("in 45m");
  });

  it("amounts show cents only where there are some, and a share of nothing is a dash", () => {
    expect([plain(es.money(12_500)), plain(es.money(12_500.5)), en.money(12_500)]).toEqual([
      "12.500 €",
      "12.500,50 €",
      "€12,500",
    ]);
    expect([plain(es.share(0.756)), en.share(null), es.number(12_345)]).toEqual(["76 %", "–", "12.345"]);
  });
});
