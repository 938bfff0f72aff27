import { expect, it } from "vitest";
import { factsOf } from "../../../lambdas/views/story/facts.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

const contact = { name: "Laura Gil", companySize: 8 };

it.each(["es", "en"] as const)(
  "what is worded differently is there in the reader's language, whatever the lead's (%s)",
  (language) => {
    const facts = factsOf(aLead("handed-off", { contact, language }), anAgreement());
    const size = facts.find(({ label }) => label.en === "Size");
    expect(size?.said).toEqual({ es: "8 personas", en: "8 people" });
    expect(facts.find(({ label }) => label.en === "Name")).toEqual({
      label: { es: "Nombre", en: "Name" },
      value: "Laura Gil",
    });
  },
);
