import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main as journey } from "../../bin/journey.ts";
import { typed } from "./command.ts";
import { theCrm } from "./crm.ts";
import {
  eventually,
  fillIn,
  handedOff,
  leadIn,
  leadItems,
  leadNow,
  linkIn,
  mailAbout,
  mailsAbout,
  outputs,
  type SentMail,
} from "./pipeline.ts";

const isOutcome = (mail: SentMail) => mail.text.includes("/outcomes/");

const ask = await theCrm();

describe("what became of a lead", () => {
  it("is told stage by stage; both teams hear of the win, and a wrong word is corrected", async () => {
    const { mark, body, leadId, link, mail: handOff } = await handedOff();
    const rep = handOff.to.join();
    expect((await fillIn(link, { answer: "accept" })).status).toBe(200);
    const outcomes = linkIn(await mailAbout(mark, "how it stands", isOutcome), "outcomes");
    expect((await fillIn(outcomes, { outcome: "sales-qualified" })).status).toBe(200);
    expect((await leadNow(leadId)).stage).toBe("sales-qualified");
    expect((await fillIn(outcomes, { outcome: "opportunity" })).status).toBe(200);
    expect((await fillIn(outcomes, { outcome: "won", amount: "12.500" })).status).toBe(200);
    await leadIn(leadId, "won");
    const celebrated = await eventually("everybody hears of the win", async () => {
      const mails = (await mailsAbout(mark)).filter(({ text }) => !/\/(answers|outcomes|go|confirm)\//.test(text));
      const to = new Set(mails.flatMap((mail) => mail.to));
      return to.has(rep) && to.has("marketing@anaquel.example") ? mails : undefined;
    });
    expect(celebrated.map(({ to }) => to.join())).toEqual([...new Set(celebrated.map(({ to }) => to.join()))]);
    const told = await (await fetch(outcomes)).text();
    const [, corrects = ""] = /name="corrects" value="([^"]+)"/.exec(told) ?? [];
    const amended = await fillIn(outcomes, { outcome: "won", amount: "13.000", corrects });
    expect(amended.status).toBe(200);
    expect(await leadNow(leadId)).toMatchObject({ stage: "won", amount: 13_000 });
    expect(await leadItems(leadId, "OUTCOME#1#")).toHaveLength(4);
    const screen = ["--agreement", "agreement.demo.yaml", "--language", "en"];
    await eventually("operations see the whole journey and its end", async () => {
      const said = await typed(journey, body.email.toUpperCase(), ...screen);
      return said.includes(`  ${leadId}.1  SUCCEEDED`) && said.includes("ended in “Won”") ? said : undefined;
    });
  });

  it("is reported to marketing with the gate's reasons, when sales rejects it", async () => {
    const { mark, leadId, link } = await handedOff();
    await fillIn(link, { answer: "reject", reason: "too-early", note: "En otoño" });
    const mail = await mailAbout(mark, "the rejection", ({ to }) => to.join() === "marketing@anaquel.example");
    expect(mail.text).toContain("En otoño");
    const lead = await leadIn(leadId, "nurturing");
    expect(lead).toMatchObject({ cycle: 2, recycled: { reason: "too-early", programme: "when-the-time-comes" } });
  });
});

describe("another system", () => {
  it("is told by the API itself what it may ask and how", async () => {
    const response = await fetch(new URL("/openapi.json", outputs.api));
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
    expect(await response.text()).toBe(readFileSync("docs/openapi.json", "utf8"));
  });

  it("answers and tells outcomes by signed requests; the same one again gets the same answer", async () => {
    const { leadId } = await handedOff();
    const lead = await leadIn(leadId, "handed-off");
    const by = "followUp" in lead ? lead.followUp.ownerId : "";
    const timestamp = String(Math.floor(Date.now() / 1000));
    const body = { leadId, by, answer: "accept" };
    const [first, again] = [
      await ask("POST", "/answers", body, timestamp),
      await ask("POST", "/answers", body, timestamp),
    ];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await again.text()).toBe(await first.text());
    expect(await leadItems(leadId, "ANSWER#")).toHaveLength(1);
    expect((await ask("POST", "/outcomes", { leadId, by, outcome: "lost", reason: "price" })).status).toBe(200);
    expect((await leadNow(leadId)).stage).toBe("lost");
    expect((await ask("POST", "/answers", { leadId, by, answer: "reject", reason: "no-budget" })).status).toBe(409);
  });

  it("is refused without a signature of ours, and reads how both halves are kept with one", async () => {
    const unsigned = await fetch(new URL("/sla", outputs.api));
    expect([unsigned.status, unsigned.headers.get("content-type")]).toEqual([
      401,
      "application/problem+json; charset=utf-8",
    ]);
    const old = await ask("GET", "/sla", undefined, String(Math.floor(Date.now() / 1000) - 3600));
    expect(old.status).toBe(401);
    const sla = await ask("GET", "/sla?weeks=2");
    expect(sla.status).toBe(200);
    expect(JSON.stringify(await sla.json())).toContain("mqls");
  });
});
