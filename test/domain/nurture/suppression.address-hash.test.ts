import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressHash } from "../../../lambdas/domain/nurture/suppression.ts";

describe("the hash of an address", () => {
  it("is always the same, for it must be found again in years to come", () => {
    expect(addressHash("ines@talleresnorte.example")).toBe(
      "a6e51934ed21affcaa216fb3f003bf56019ec37733242ecd7242a0557999a5da",
    );
  });

  it("does not hold the address, and differs for each", () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.emailAddress(), (one, other) => {
        expect(addressHash(one)).toMatch(/^[0-9a-f]{64}$/);
        expect(addressHash(one) === addressHash(other)).toBe(one === other);
      }),
    );
  });
});
