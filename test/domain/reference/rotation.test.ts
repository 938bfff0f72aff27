import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planRotation, stillLiving } from "../../../lambdas/domain/reference/rotation.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const linksEnd = (at: string) => new Date(Date.parse(at) + 60 * 86_400_000).toISOString();
const plan = (...keys: { keyId: string; createdAt?: string }[]) => planRotation(keys, linksEnd);

describe("rotating the keys of links", () => {
  it("makes the first key, and the second one without dropping any", () => {
    expect(plan()).toEqual({ next: "1", drops: [] });
    expect(plan({ keyId: "1" })).toEqual({ next: "2", drops: [] });
  });

  it("keeps the newest two: the one before the last is dropped, whose links died after the last was made", () => {
    const rotation = plan({ keyId: "1" }, { keyId: "2", createdAt: daysFromNow(-61) });
    expect(rotation).toEqual({ next: "3", drops: [{ keyId: "1", linksMayLiveUntil: daysFromNow(-1) }] });
    expect(stillLiving(rotation, now)).toEqual([]);
  });

  it("says which links would stop working", () => {
    const rotation = plan({ keyId: "1" }, { keyId: "2", createdAt: daysFromNow(-59) });
    expect(stillLiving(rotation, now)).toEqual([{ keyId: "1", linksMayLiveUntil: daysFromNow(1) }]);
    const unknown = plan({ keyId: "1" }, { keyId: "2" });
    expect(stillLiving(unknown, now)).toEqual([{ keyId: "1", linksMayLiveUntil: undefined }]);
  });

  it("counts keys as numbers, and leaves two whatever there was", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 15 }), (ids) => {
        const { next, drops } = plan(...ids.map((id) => ({ keyId: String(id) })));
        const left = [...ids.map(String).filter((id) => !drops.some(({ keyId }) => keyId === id)), next];
        expect(left).toHaveLength(Math.min(2, ids.length + 1));
        expect(Number(next)).toBe(Math.max(0, ...ids) + 1);
        expect(left).toContain(String(Math.max(...ids, Number(next))));
      }),
    );
  });
});
