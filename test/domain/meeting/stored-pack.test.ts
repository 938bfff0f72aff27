import { describe, expect, it } from "vitest";
import { StoredPackSchema } from "../../../lambdas/domain/meeting/stored-pack.ts";
import { packOf } from "../../../lambdas/views/meeting/pack-of.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { someFigures } from "../../builders/figures.ts";
import { noTalk } from "../../builders/pack.ts";

const agreement = anAgreement();
const figures = someFigures();
const pack = packOf({ ...noTalk, week: "2026-W48", figures, capacity: 5, agreement, now: figures.asOf });

describe("a pack that is kept", () => {
  it("comes back as it was made, with what its proposals would change", () => {
    expect(pack.proposals.some(({ change }) => change !== undefined)).toBe(true);
    expect(StoredPackSchema.parse(structuredClone(pack))).toEqual(pack);
  });

  it("still reads when its proposals were sentences alone", () => {
    const says = { es: "¿Lo quitamos?", en: "Drop it?" };
    const earlier = { ...structuredClone(pack), proposals: [says], more: undefined };
    expect(StoredPackSchema.parse(earlier).proposals).toEqual([{ says }]);
  });
});
