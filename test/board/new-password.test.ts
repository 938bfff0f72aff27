import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { readTrail } from "../../lambdas/adapters/dynamo-trail.ts";
import { MailNotSentError } from "../../lambdas/adapters/ses-mailer.ts";
import { newPassword } from "../../lambdas/board/new-password.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { daysFromNow, now } from "../builders/now.ts";

const publicUrl = "https://leads.example.com";
const strong = "Propia-y-larga-2";
const marta = { user: "marta", email: "marta@empresa.example" };

const directory = ({ send = async () => undefined }: { send?: () => Promise<undefined> } = {}) => {
  const table = dynamoTwin();
  const clock = { now };
  const mails: Mail[] = [];
  const replaced: string[] = [];
  let waited = 0;
  const answer = newPassword({
    ...{ table, keyring: signingKeys(table), now: () => clock.now, company: "Anaquel", publicUrl },
    passwords: {
      find: async (typed) => (Object.values(marta).includes(typed) ? marta : undefined),
      roleOf: async () => "manager",
      replace: async (user, password) => void replaced.push(`${user} ${password}`),
    },
    send: async (mail) => {
      await send();
      mails.push(mail);
      return { providerId: "1" };
    },
    sameTime: async () => {
      waited += 1;
    },
  });
  const ask = async (step: "forgotten" | "reset", body: object, over: { site?: string; sourceIp?: string } = {}) => {
    const { site = "same-origin", sourceIp = "203.0.113.9" } = over;
    return ResponseSchema.parse(
      await answer({
        rawPath: `/board/session/${step}`,
        headers: { "content-type": "application/json", "sec-fetch-site": site },
        requestContext: { requestId: crypto.randomUUID(), http: { method: "POST", sourceIp } },
        body: JSON.stringify(body),
      }),
    );
  };
  const forget = (user: string, over = {}) => ask("forgotten", { user, language: "es" }, over);
  const reference = (): string => /#(\S+)/.exec(mails.at(-1)?.text ?? "")?.[1] ?? "";
  return { table, clock, mails, replaced, ask, forget, reference, waited: () => waited };
};

const ResponseSchema = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

describe("who has forgotten the password", () => {
  it("gets a link by mail, by name or by address, in the language of the page", async () => {
    const { forget, ask, mails } = directory();
    await forget("marta");
    await ask("forgotten", { user: marta.email, language: "en" });
    expect(mails.map(({ to, subject }) => [to.email, subject])).toEqual([
      [marta.email, "Elige una contraseña nueva para el tablero"],
      [marta.email, "Choose a new password for the board"],
    ]);
    expect(mails[0]?.text).toMatch(/https:\/\/leads\.example\.com\/board\/new-password#[\w.-]{20,}/);
  });

  it("gets the same answer at the same time whether there is such a user or not, or the mail went or not", async () => {
    const known = directory();
    const broken = directory({ send: () => Promise.reject(new MailNotSentError("refused")) });
    const answers = [await known.forget("marta"), await known.forget("nobody"), await broken.forget("marta")];
    expect(answers[0]).toMatchObject({ statusCode: 202, body: "" });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect([known.waited(), known.mails.length]).toEqual([2, 1]);
  });

  it("gets three mails an hour, whoever asks for them", async () => {
    const { forget, mails, clock } = directory();
    for (let i = 0; i < 5; i++) expect((await forget("marta", { sourceIp: `198.51.100.${i}` })).statusCode).toBe(202);
    expect(mails).toHaveLength(3);
    clock.now = daysFromNow(1 / 24);
    await forget("marta");
    expect(mails).toHaveLength(4);
  });

  it("is heard ten times an hour from one network", async () => {
    const { forget } = directory();
    for (let i = 0; i < 10; i++) expect((await forget(`user-${i}`)).statusCode).toBe(202);
    expect(await forget("marta")).toMatchObject({ statusCode: 429, headers: { "retry-after": "1800" } });
    expect((await forget("marta", { sourceIp: "198.51.100.7" })).statusCode).toBe(202);
  });
});

describe("the link of that mail", () => {
  it("replaces the password once, within thirty minutes, and the audit trail has it", async () => {
    const { forget, ask, reference, replaced, table } = directory();
    await forget("marta");
    const link = reference();
    expect((await ask("reset", { reference: link, password: strong })).statusCode).toBe(204);
    expect(replaced).toEqual([`marta ${strong}`]);
    expect((await ask("reset", { reference: link, password: strong })).statusCode).toBe(404);
    expect(replaced).toHaveLength(1);
    const { steps } = await readTrail(table, now.slice(0, 10), 10);
    expect(steps).toMatchObject([{ user: "marta", role: "manager", did: "secured", by: "session/password" }]);
  });

  it("is over after them, and no other text is one", async () => {
    const { forget, ask, reference, replaced, clock } = directory();
    await forget("marta");
    const link = reference();
    for (const wrong of ["1.invented.x", `${link}x`, link.replace(/.$/, (last) => (last === "A" ? "Q" : "A"))])
      expect((await ask("reset", { reference: wrong, password: strong })).statusCode).toBe(404);
    clock.now = daysFromNow(0.5 / 24);
    expect((await ask("reset", { reference: link, password: strong })).statusCode).toBe(404);
    expect(replaced).toEqual([]);
  });

  it("stays good when the password was too weak", async () => {
    const { forget, ask, reference } = directory();
    await forget("marta");
    expect((await ask("reset", { reference: reference(), password: "corta" })).statusCode).toBe(422);
    expect((await ask("reset", { reference: reference(), password: strong })).statusCode).toBe(204);
  });

  it("works on the board's own page only", async () => {
    const { forget, ask, reference, mails } = directory();
    expect((await forget("marta", { site: "cross-site" })).statusCode).toBe(403);
    expect(mails).toEqual([]);
    await forget("marta");
    const answer = await ask("reset", { reference: reference(), password: strong }, { site: "cross-site" });
    expect(answer.statusCode).toBe(403);
  });
});
