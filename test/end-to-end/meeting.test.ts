import ICAL from "ical.js";
import { beforeAll, describe, expect, inject, it } from "vitest";
import * as z from "zod/mini";
import { main } from "../../bin/meeting.ts";
import { weekBefore, weekNumber } from "../../lambdas/domain/meeting/meeting-week.ts";
import { readAgreement } from "../../local/read-agreement.ts";
import { asking } from "./board-api.ts";
import { typed } from "./command.ts";
import { outputs } from "./pipeline.ts";

const { terms } = readAgreement(inject("agreementFile"));
const { director, marketing, managers, reps } = terms.team;
const colleagues = [director, marketing, ...managers, ...reps];

let week: string;
let said: string;

const meeting = (...options: string[]): Promise<string> => typed(main, ...options);

beforeAll(async () => {
  said = await meeting();
  week = /\d{4}-W\d{2}/.exec(said)?.[0] ?? "";
});

const MailSchema = z.object({
  id: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  files: z.array(z.object({ name: z.string(), type: z.string(), cid: z.optional(z.string()), address: z.string() })),
  invitation: z.optional(z.object({ method: z.string(), says: z.object({ es: z.string(), en: z.string() }) })),
});
type MeetingMail = z.infer<typeof MailSchema>;

const inInbox = (address: string): Promise<Response> => fetch(new URL(address, `${outputs.inbox}/`));

/** All mails of the meeting; others may go out meanwhile. */
const meetingMails = async (): Promise<MeetingMail[]> => {
  const mails = z.array(MailSchema).parse(await (await inInbox("messages.json")).json());
  return mails.filter(
    ({ files, invitation }) => invitation !== undefined || files.some(({ cid }) => cid !== undefined),
  );
};
const isPack = ({ invitation }: MeetingMail): boolean => invitation === undefined;
const isTo = (email: string) => (mail: MeetingMail) => mail.to.includes(email.toLowerCase());

const words = {
  es: {
    subject: (n: number) => `qué pasó en la semana ${n}`,
    text: "Cifras y compromisos",
    title: "Reunión semanal sobre la semana",
  },
  en: {
    subject: (n: number) => `what happened in week ${n}`,
    text: "Figures and promises",
    title: "Weekly meeting about week",
  },
};

describe("the pack of the weekly meeting", () => {
  it.each(colleagues)("reaches $id once, in $language, with its pictures", async ({ email, language }) => {
    const [mail, ...others] = (await meetingMails()).filter(isPack).filter(isTo(email));
    if (mail === undefined) throw new Error("no mail");
    const say = words[language];
    expect(others).toEqual([]);
    expect(mail.subject).toContain(say.subject(weekNumber(weekBefore(week))));
    expect(mail.text).toContain(say.text);
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(mail.html).toContain(say.title);

    const pictures = mail.files.filter(({ type, cid }) => type === "image/png" && cid !== undefined);
    expect(pictures.length).toBeGreaterThanOrEqual(2);
    const shown = [...mail.html.matchAll(/<img src="cid:([^"]+)" alt="([^"]{20,})"/g)];
    expect(shown.map(([, cid]) => cid).sort()).toEqual(pictures.map(({ cid }) => cid).sort());
    for (const { address } of pictures) {
      const bytes = Buffer.from(await (await inInbox(address)).arrayBuffer());
      expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    }
    const opened = await (await inInbox(`messages/${encodeURIComponent(mail.id)}.html`)).text();
    expect(opened.match(/<img src="data:image\/png;base64,/g)).toHaveLength(pictures.length);
  });

  it("comes with an invitation for who is to attend: every week, by the clocks of the company", async () => {
    const invitations = (await meetingMails()).filter((mail) => !isPack(mail));
    const { attendees, time } = terms.weeklyMeeting;
    expect(invitations.flatMap(({ to }) => to).sort()).toEqual([...attendees].sort());
    for (const { files, invitation } of invitations) {
      expect(invitation).toMatchObject({ method: "REQUEST", says: { es: expect.stringMatching(/cada semana$/) } });
      const [file] = files;
      const calendar = new ICAL.Component(ICAL.parse(await (await inInbox(file?.address ?? "")).text()));
      expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
      const event = calendar.getFirstSubcomponent("vevent");
      expect(String(event?.getFirstPropertyValue("rrule"))).toBe("FREQ=WEEKLY");
      expect(event?.getFirstProperty("dtstart")?.getParameter("tzid")).toBe(terms.company.timeZone);
      expect(String(event?.getFirstPropertyValue("dtstart"))).toContain(`T${time}:00`);
      expect(calendar.getFirstSubcomponent("vtimezone")?.getFirstPropertyValue("tzid")).toBe(terms.company.timeZone);
      expect(event?.getAllProperties("attendee")).toHaveLength(attendees.length);
    }
  });

  it("is reported to the operator, and mailed once however often it is made", async () => {
    expect(said).toContain(`The pack of ${week} is made: ${outputs.board}/meeting/${week}`);
    expect(said).toContain(`${colleagues[0]?.name}`);
    const before = (await meetingMails()).map(({ id }) => id);
    expect(await meeting()).toContain(`Mailed to nobody; ${colleagues.length} had it before.`);
    expect(await meeting("--again")).toContain("nothing to send");
    expect((await meetingMails()).map(({ id }) => id)).toEqual(before);
  });
});

describe("the meeting on the board", () => {
  it("shows the pack to the signed-in user", async () => {
    for (const role of ["rep", "marketing", "manager"] as const) {
      const ask = await asking(role);
      const { status, body } = await ask(`meetings/${week}`);
      expect([role, status, body.week, body.charts.length >= 2]).toEqual([role, 200, week, true]);
      expect((await ask("meetings")).body.packs).toContainEqual(expect.objectContaining({ week }));
      expect((await ask("meetings/2020-W01")).status).toBe(404);
    }
  });

  it("takes a manager's decision, and whether it held; a rep notes none", async () => {
    const [manager, rep] = [await asking("manager"), await asking("rep")];
    const decision = { text: "Pedir la fecha del proyecto en el formulario", ownerId: marketing.id };
    expect((await rep(`meetings/${week}/decisions`, decision)).status).toBe(403);
    const noted = await manager(`meetings/${week}/decisions`, decision);
    expect(noted).toMatchObject({ status: 200, body: decision });
    const { decisionId } = noted.body;
    const decisions = async () => (await rep(`meetings/${week}`)).body.decisions;
    expect(await decisions()).toContainEqual(expect.objectContaining({ ...decision, decisionId }));

    const address = `meetings/${week}/decisions/${decisionId}`;
    expect((await rep(address, { held: true })).status).toBe(403);
    expect(await manager(address, { held: true })).toMatchObject({ status: 200, body: { held: true } });
    expect(await decisions()).toContainEqual(expect.objectContaining({ decisionId, held: true }));
    expect((await manager(`meetings/${week}/decisions/unknown`, { held: true })).status).toBe(404);
  });
});
