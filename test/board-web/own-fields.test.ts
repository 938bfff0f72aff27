import { describe, expect, it } from "vitest";
import { meOf } from "../../lambdas/views/board/me.ts";
import { ownFieldsOf } from "../../web/board/components/own-fields.ts";
import { anAgreement } from "../builders/agreement.ts";
import { fieldsOfEachType } from "../builders/own-fields.ts";

/** As the board's API tells it. */
const listFields = () => {
  const fields = fieldsOfEachType.map((field) => ({
    ...field,
    shown: field.type === "text" ? ["lead" as const] : ["lead" as const, "list" as const],
  }));
  return meOf({ user: "ana", role: "marketing" }, anAgreement({ fields }), []).listFields;
};

describe("the agreement's own fields on a card", () => {
  it("are those that lists show, by their labels and in the reader's words", () => {
    const own = {
      "zz-many-of": ["sap", "own"],
      "zz-one-of": "none",
      "zz-number": 1200.5,
      "zz-yes-no": true,
      "zz-text": "only on the lead's page",
      gone: 1,
    };
    expect(ownFieldsOf({ own }, listFields()).map(({ es }) => es)).toEqual([
      "Pregunta number: 1200,5",
      "Pregunta yes-no: sí",
      "Pregunta one-of: Ninguno, de momento",
      "Pregunta many-of: SAP y Uno propio (a medida)",
    ]);
    expect(ownFieldsOf({ own }, listFields()).at(0)?.en).toBe("Question number: 1,200.5");
  });

  it("are none where the card, or the API of an earlier release, knows of none", () => {
    expect(ownFieldsOf({}, listFields())).toEqual([]);
    expect(ownFieldsOf({ own: { "zz-number": 3 } })).toEqual([]);
  });
});
