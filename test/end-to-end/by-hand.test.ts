import { expect, it } from "vitest";
import * as z from "zod/mini";
import { LeadStorySchema } from "../../lambdas/contract/board.ts";
import { LeadAddedSchema, SimilarSchema } from "../../lambdas/contract/board-by-hand.ts";
import { asking } from "./board-api.ts";
import {
  eventually,
  fitting,
  isConfirmation,
  isHandOff,
  leadIn,
  leadNow,
  mailAbout,
  mailsAbout,
  someone,
} from "./pipeline.ts";

const VersionSchema = z.pick(LeadStorySchema, { version: true });

it("is added after a call, handed off, told apart from a duplicate, and corrected with its history", async () => {
  const ask = await asking("marketing");
  const { mark, body } = someone();
  const { email, company } = body;
  const phone = "+34 600 123 456";
  const known = { ...fitting, companySize: String(fitting.companySize), phone, name: `Inés Marín ${mark}`, company };
  const consent = { how: "phone", on: new Date().toISOString().slice(0, 10), said: "Sí, mándame novedades" };
  const added = await ask("leads", { email, values: known, way: "phone-call", consent });
  expect(added.status).toBe(200);
  const { leadId = "", isNew } = LeadAddedSchema.parse(added.body);
  expect(isNew).toBe(true);

  await leadIn(leadId, "handed-off");
  const handOff = await mailAbout(mark, "hand-off", isHandOff);
  expect(handOff.text).toContain(phone);
  // Nobody is written to because a colleague has added them, but for the question whether they agree.
  const theirs = (await mailsAbout(mark)).filter(({ to }) => to.some((address) => address === email));
  expect(theirs.filter((mail) => !isConfirmation(mail))).toEqual([]);

  const { name } = known;
  const found = await ask("leads/similar", { email: `otra.${email}`, phone, name, company });
  // Leads of other tests have the same telephone.
  const similarTo = SimilarSchema.parse(found.body).leads;
  expect(similarTo.find((each) => each.leadId === leadId)).toMatchObject({ by: ["phone", "person"] });

  const edited = await eventually("the lead holds still for a moment", async () => {
    const { version } = VersionSchema.parse((await ask(`leads/${leadId}`)).body);
    const { status } = await ask(`leads/${leadId}/edit`, { version, values: { phone: "+34 600 654 321" } });
    return status === 200 ? true : undefined;
  });
  expect(edited).toBe(true);
  expect((await leadNow(leadId)).contact.phone).toBe("+34 600 654 321");
  const { histories = [], similar } = LeadStorySchema.parse((await ask(`leads/${leadId}`)).body);
  const phones = histories.find(({ label }) => label.en === "Phone")?.values ?? [];
  expect(phones.map(({ value }) => value.en)).toEqual(["+34 600 654 321", phone]);
  expect(similar).toEqual([]);
});
