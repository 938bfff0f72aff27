import { expect, it } from "vitest";
import type { OwnField } from "../../../lambdas/contract/agreement.ts";
import { reminderMail } from "../../../lambdas/views/follow-up/reminder-mail.ts";
import { claimBlocks } from "../../../lambdas/views/mail/claim-blocks.ts";
import { askOutcomeMail } from "../../../lambdas/views/outcome/outcome-mail.ts";
import { sayValue } from "../../../lambdas/views/page/claim-lines.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { daysFromNow, now } from "../../builders/now.ts";

const agreement = anAgreement();
const [rep] = agreement.terms.team.reps;
const claims = [
  { field: "phone", value: "666 600 600", submissionId: "s-2", at: daysFromNow(-1) },
  { field: "companySize", value: 12, submissionId: "s-2", at: daysFromNow(-1), dismissedAt: now, dismissedBy: "ana" },
];

it("a lead's claims that are open are in the mails to its owner, beside what was known", () => {
  if (rep === undefined) throw new Error("the agreement has no rep");
  const link = "https://api.example/answers/x";
  const mails = [
    reminderMail({ lead: aLead("handed-off", { claims }), rep, agreement, link, now }),
    askOutcomeMail({ lead: aLead("accepted", { claims }), rep, agreement, link }),
  ];
  for (const { text } of mails) {
    expect(text).toContain("El 9 mar 2026 un formulario decía: teléfono 666 600 600");
    expect(text).toContain("+34 910 000 000");
    expect(text).not.toContain("12 personas");
  }
  expect(claimBlocks(aLead("handed-off"), "es", agreement)).toEqual([]);
});

it("a claim names its field as within a sentence, and an abbreviation as it is", () => {
  const fields: OwnField[] = [
    { id: "erp", label: { es: "ERP", en: "ERP" }, type: "text", shown: ["lead"] },
    { id: "start", label: { es: "Fecha de inicio", en: "Start date" }, type: "text", shown: ["lead"] },
  ];
  const own = (field: string, value: string) =>
    sayValue({ field, value }, aLead("handed-off"), "en", anAgreement({ fields }));
  expect([own("erp", "Odoo"), own("start", "June")]).toEqual(["ERP Odoo", "start date June"]);
});
