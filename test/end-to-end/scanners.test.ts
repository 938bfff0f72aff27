import { describe, expect, it } from "vitest";
import {
  confirmConsent,
  fitting,
  isConfirmation,
  isHandOff,
  isNurture,
  leadIdOf,
  leadIn,
  leadItems,
  leadNow,
  mailAbout,
  type SentMail,
  someone,
  submit,
} from "./pipeline.ts";

const { interest: _, ...notYet } = fitting;

/** Every address in the mail that leads to us, from the text and from the page. */
const ourLinks = ({ text, html }: SentMail): string[] => [
  ...new Set([...`${text}\n${html}`.matchAll(/http:\/\/127\.0\.0\.1:\d+\/[\w-]+\/[\w.~-]+/g)].map(([link]) => link)),
];

const agents = ["Mozilla/5.0 (compatible; SafeLinks)", "curl/8.5.0", "Barracuda Sentinel"];

/** Opens every link in every way that a scanner has, several times over. */
const scan = async (mail: SentMail): Promise<number> => {
  const links = ourLinks(mail);
  for (const link of links)
    for (const agent of agents)
      for (const method of ["HEAD", "GET"]) {
        const answer = await fetch(link, { method, headers: { "user-agent": agent } });
        expect(answer.status).toBe(200);
      }
  return links.length;
};

/** What a scanner might change: the facts about the lead, not how far the machine has got with it. */
const factsOf = async (leadId: string) => {
  const { consents, unsubscribedAt, undeliverable, contact, cycle } = await leadNow(leadId);
  const kinds = ["ENGAGEMENT#", "ANSWER#", "OUTCOME#", "SUBMISSION#", "FAMILIARITY"];
  const items = await Promise.all(kinds.map((kind) => leadItems(leadId, kind)));
  return { consents, unsubscribedAt, undeliverable, contact, cycle, items };
};

describe("a scanner that opens every link in a mail", () => {
  it("changes nothing for a lead that is nurtured", async () => {
    const { mark, body } = someone(notYet);
    await submit(body);
    const leadId = await leadIdOf(body.email);
    await leadIn(leadId, "nurturing");
    const question = await mailAbout(mark, "please confirm", isConfirmation);
    const atFirst = await factsOf(leadId);
    expect(await scan(question)).toBeGreaterThanOrEqual(2);
    expect(await factsOf(leadId)).toEqual(atFirst);
    await confirmConsent(mark);
    const piece = await mailAbout(mark, "the first piece", isNurture);
    const later = await factsOf(leadId);
    expect(await scan(piece)).toBeGreaterThanOrEqual(2);
    expect(await factsOf(leadId)).toEqual(later);
  });

  it("answers for no one in sales", async () => {
    const { mark, body } = someone(fitting);
    await submit(body);
    const leadId = await leadIdOf(body.email);
    const handOff = await mailAbout(mark, "hand-off", isHandOff);
    const before = await factsOf(leadId);
    expect(await scan(handOff)).toBeGreaterThanOrEqual(1);
    expect(await factsOf(leadId)).toEqual(before);
  });
});
