import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  derivedReferenceId,
  type SigningKey,
  signReference,
  verifyReference,
} from "../../../lambdas/domain/reference/reference.ts";

const key = (keyId: string, fill: number): SigningKey => ({ keyId, secret: new Uint8Array(32).fill(fill) });
const [current, former] = [key("k2", 2), key("k1", 1)];
const keyring = [current, former];
const referenceId = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);

describe("a reference", () => {
  it("is understood as long as its key is kept, also when a newer key signs", () => {
    fc.assert(
      fc.property(referenceId, fc.constantFrom(...keyring), (id, signer) => {
        expect(verifyReference(signReference(id, signer), keyring)).toBe(id);
      }),
    );
    expect(verifyReference(signReference("id", former), [current])).toBeUndefined();
  });

  it("is made of characters that no mail program breaks or escapes", () => {
    fc.assert(
      fc.property(referenceId, (id) => {
        expect(signReference(id, current)).toMatch(/^[\w.-]+$/);
      }),
    );
  });

  it("is refused when its last character was changed, also where the text would decode to the same bytes", () => {
    const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"];
    fc.assert(
      fc.property(referenceId, fc.constantFrom(...alphabet), (id, last) => {
        const reference = signReference(id, current);
        fc.pre(!reference.endsWith(last));
        expect(verifyReference(`${reference.slice(0, -1)}${last}`, keyring)).toBeUndefined();
      }),
    );
  });

  it("is refused when any part of it was changed", () => {
    fc.assert(
      fc.property(referenceId, referenceId, (id, other) => {
        fc.pre(id !== other);
        const [keyId, , signature] = signReference(id, current).split(".");
        expect(verifyReference(`${keyId}.${other}.${signature}`, keyring)).toBeUndefined();
        expect(verifyReference(`k1.${id}.${signature}`, keyring)).toBeUndefined();
        expect(verifyReference(`k3.${id}.${signature}`, keyring)).toBeUndefined();
        expect(verifyReference(`${keyId}.${id}.${other}`, keyring)).toBeUndefined();
      }),
    );
  });

  it("is refused when another secret signed it under the same key's name", () => {
    expect(verifyReference(signReference("id", key("k2", 9)), keyring)).toBeUndefined();
  });

  it("is refused when it is incomplete, too long or nonsense, without an error", () => {
    const whole = signReference("id", current);
    for (const text of [
      "",
      ".",
      "..",
      "k2",
      "k2.id",
      "k2.id.",
      `${whole}.x`,
      `${whole}A`,
      whole.slice(0, -1),
      ` ${whole}`,
    ])
      expect(verifyReference(text, keyring)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(verifyReference(text, keyring)).toBeUndefined();
      }),
    );
  });
});

describe("a derived reference", () => {
  const purpose = fc.array(fc.oneof(fc.string(), fc.nat()), { maxLength: 4 });

  it("is the same for the same purpose, and another for any other, however its parts are cut", () => {
    fc.assert(
      fc.property(purpose, purpose, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(derivedReferenceId(one, current) === derivedReferenceId(other, current)).toBe(isSame);
      }),
    );
    expect(derivedReferenceId(["a", "bc"], current)).not.toBe(derivedReferenceId(["ab", "c"], current));
  });

  it("cannot be computed without the key", () => {
    expect(derivedReferenceId(["answer", "lead-0001", 1], current)).not.toBe(
      derivedReferenceId(["answer", "lead-0001", 1], former),
    );
  });

  it("can itself be signed", () => {
    const id = derivedReferenceId(["answer", "lead-0001", 1], current);
    expect(verifyReference(signReference(id, current), keyring)).toBe(id);
  });
});
