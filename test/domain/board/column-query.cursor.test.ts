import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Place, parseCursor, writeCursor } from "../../../lambdas/domain/board/column-query.ts";
import { now } from "../../builders/now.ts";

const place = fc.oneof(
  fc.constant<Place>("start"),
  fc.constant<Place>("end"),
  fc.record({
    at: fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }).map((at) => at.toISOString()),
    leadId: fc.string({ minLength: 1, maxLength: 40 }),
  }),
);

describe("a cursor", () => {
  it("comes back as it was written, and is none when all has been read", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (places) => {
        const cursor = writeCursor("question", places);
        if (places.every((each) => each === "end")) expect(cursor).toBeUndefined();
        else expect(parseCursor(cursor ?? "", "question", places.length)).toEqual(places);
      }),
    );
  });

  it("is refused for another question, for another number of parts, and when it is something else", () => {
    const cursor = writeCursor("question", [{ at: now, leadId: "lead-1" }]) ?? "";
    expect(parseCursor(cursor, "another", 1)).toBeUndefined();
    expect(parseCursor(cursor, "question", 2)).toBeUndefined();
    const forged = [{}, null, "text", { of: "question", places: [{ at: "now", leadId: "l" }] }, { of: "question" }];
    for (const each of forged) {
      const text = Buffer.from(JSON.stringify(each)).toString("base64url");
      expect(parseCursor(text, "question", 1)).toBeUndefined();
    }
    expect(parseCursor("%%%", "question", 1)).toBeUndefined();
    expect(parseCursor("", "question", 1)).toBeUndefined();
  });
});
