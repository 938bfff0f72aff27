import { describe, expect, it } from "vitest";
import { reasonsBefore, type SalesFact, sayEarlierCycles } from "../../../lambdas/domain/hand-off/earlier-cycles.ts";
import { readerIn } from "../../../lambdas/domain/text/when.ts";
import { anAgreement } from "../../builders/agreement.ts";

const agreement = anAgreement();
const es = readerIn("es", agreement);
const at = (day: number) => `2026-02-0${day}T10:00:00.000Z`;

const facts: readonly SalesFact[] = [
  { cycle: 1, at: at(1), ownerId: "luis", kind: "snoozed", reason: "De viaje" },
  { cycle: 1, at: at(2), ownerId: "luis", kind: "rejected", reason: "not-now", by: "pablo" },
  { cycle: 1, at: at(2), ownerId: "luis", because: "rejected:not-now" },
  { cycle: 2, at: at(3), ownerId: "ana", because: "nobody-followed-up" },
  { cycle: 3, at: at(4), ownerId: "ana", kind: "accepted" },
  { cycle: 3, at: at(6), ownerId: "ana", kind: "lost", reason: "price", note: "Muy caros" },
  { cycle: 3, at: at(5), ownerId: "ana", kind: "won" },
  { cycle: 5, at: at(7), ownerId: "ana", kind: "passed-on" },
];

describe("earlier cycles", () => {
  it("are listed with how each ended, by whom and why; the last outcome counts", () => {
    expect(sayEarlierCycles(facts, 5, es, agreement)).toEqual([
      "Ciclo 1: rechazado por Pablo Rey el 2 feb 2026: «Ahora no es el momento»",
      "Ciclo 2: volvió a marketing el 3 feb 2026 sin respuesta de Ana Gil",
      "Ciclo 3: perdido el 6 feb 2026, según Ana Gil: «Precio». Nota: «Muy caros»",
    ]);
    expect(sayEarlierCycles(facts, 5, readerIn("en", agreement), agreement)[0]).toBe(
      "Cycle 1: rejected by Pablo Rey on 2 Feb 2026: “Not the right time”",
    );
  });

  it("say nothing of this cycle, nor of one that sales never ended", () => {
    expect(sayEarlierCycles(facts, 1, es, agreement)).toEqual([]);
    expect(sayEarlierCycles(facts, 6, es, agreement)).toHaveLength(3);
  });

  it("give their reasons, the newest first", () => {
    expect(reasonsBefore(facts, 4)).toEqual(["price", "not-now"]);
  });

  it("call someone, and a reason, that the agreement no longer has by their ids", () => {
    const old = [{ cycle: 1, at: at(1), ownerId: "rosa", kind: "rejected", reason: "too-small" }];
    expect(sayEarlierCycles(old, 2, es, agreement)).toEqual(["Ciclo 1: rechazado por rosa el 1 feb 2026: «too-small»"]);
  });
});
