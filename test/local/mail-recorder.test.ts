import { once } from "node:events";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { afterEach, describe, expect, it, vi } from "vitest";
import { rawMail } from "../../lambdas/adapters/raw-mailer.ts";
import { messageTags } from "../../lambdas/domain/mail/message-tags.ts";
import { invitationNow } from "../../lambdas/domain/meeting/invitation.ts";
import { readersOf } from "../../lambdas/domain/meeting/readers.ts";
import { parseMailFeedback } from "../../lambdas/domain/nurture/mail-feedback.ts";
import { invitationFile } from "../../lambdas/views/meeting/invitation-file.ts";
import { openAnyDoor } from "../../local/front-server/door.ts";
import type { MailEvent } from "../../local/mail-events.ts";
import { mailRecorder } from "../../local/mail-recorder.ts";
import { anAgreement } from "../builders/agreement.ts";

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

/** A mail service that accepts every mail (by default), and the recorder before it. */
const recording = async (answer: { status: number; body: unknown } = { status: 200, body: { MessageId: "m1" } }) => {
  const taken: unknown[] = [];
  const service = createServer(async (request, response) => {
    taken.push({ path: request.url, body: await json(request) });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  }).listen(0, "127.0.0.1");
  await once(service, "listening");
  const door = await openAnyDoor();
  const published: MailEvent[] = [];
  const busEnds = { now: false };
  const publish = async (event: MailEvent) => {
    if (busEnds.now) throw new Error("connect ECONNREFUSED");
    published.push(event);
  };
  const { handler, kept, end } = mailRecorder(`http://127.0.0.1:${Object(service.address()).port}`, publish);
  door.answerWith(handler);
  toClose.push(
    () => door.close(),
    async () => {
      service.close();
      service.closeAllConnections();
    },
  );
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new SESv2Client({ endpoint: door.origin, region: "us-east-1", credentials, maxAttempts: 1 });
  return { client, kept, end, busEnds, taken, published };
};

const agreement = anAgreement({
  weeklyMeeting: { day: "monday", time: "09:30", attendees: ["carla@engranaje.example"] },
});

const png = Buffer.from([137, 80, 78, 71]);

/** The mail of the weekly meeting: a picture in the HTML, and an invitation. */
const meetingMail = async (): Promise<Buffer> => {
  const [reader] = readersOf(agreement);
  if (reader === undefined) throw new Error("nobody reads");
  const invitation = invitationNow(undefined, agreement, "2026-11-27T09:00:00.000Z");
  const boardUrl = "https://api.example/board";
  return rawMail("Almena <hola@almena.example>", {
    to: { name: "Íñigo", email: "inigo@almena.example" },
    subject: "Reunión semanal S49: qué pasó en la semana 48",
    text: "Nos vemos el lunes.",
    html: '<p>¡Hola!<img src="cid:chart@meeting" alt="Un gráfico"></p>',
    pictures: [{ cid: "chart@meeting", name: "chart.png", bytes: png }],
    invitation: {
      method: "REQUEST",
      name: "reunión.ics",
      content: invitationFile({ invitation, method: "REQUEST", reader, attendees: [reader], agreement, boardUrl }),
    },
    headers: [{ name: "List-Unsubscribe", value: "<https://almena.example/bye>" }],
  });
};

describe("the recorder before the local mail service", () => {
  it.each([
    ["ana@almena.example", ["Send", "Delivery"]],
    ["bounce@simulator.amazonses.com", ["Send", "Bounce"]],
    ["complaint+7@simulator.amazonses.com", ["Send", "Delivery", "Complaint"]],
    ["ooto@simulator.amazonses.com", ["Send", "Delivery", "Bounce"]],
  ])("publishes what SES says of a mail to %s, which we understand", async (to, types) => {
    const { client, kept, published } = await recording();
    const name = { leadId: "l-1", cycle: 1, purpose: "nurture", step: "guide" } as const;
    const tags = Object.entries(messageTags(name, 1)).map(([Name, Value]) => ({ Name, Value }));
    await client.send(
      new SendEmailCommand({
        Content: { Raw: { Data: Buffer.from("Subject: x") } },
        Destination: { ToAddresses: [to] },
        ConfigurationSetName: "Mails-1",
        EmailTags: tags,
      }),
    );
    await kept("m1");
    expect(published.map(({ detail }) => detail.eventType)).toEqual(types);
    for (const { detail } of published)
      expect(detail).toMatchObject({ mail: { messageId: "m1", tags: { "ses:configuration-set": ["Mails-1"] } } });
    const read = published.map(({ detail }) => parseMailFeedback(detail, "2099-01-01T00:00:00.000Z"));
    expect(read[0]).toMatchObject({ means: "sent", mail: name, providerId: "m1" });
    expect(read).not.toContain(undefined);
  });

  it("warns of an event that was lost, but not of one that nobody is there to hear any more", async () => {
    const warned = vi.spyOn(process, "emitWarning").mockReturnValue();
    try {
      const { client, kept, end, busEnds, taken } = await recording();
      const mail = {
        Content: { Raw: { Data: Buffer.from("Subject: x") } },
        Destination: { ToAddresses: ["a@x.example"] },
      };
      const sent = async () => {
        await client.send(new SendEmailCommand({ ...mail, ConfigurationSetName: "Mails-1" }));
        await kept("m1");
      };
      busEnds.now = true;
      await sent();
      expect(warned.mock.calls).toEqual([[expect.stringContaining("an event about a mail was not published")]]);
      end();
      await sent();
      expect([warned.mock.calls.length, taken.length]).toEqual([1, 2]);
    } finally {
      warned.mockRestore();
    }
  });

  it("keeps a mail as it goes over the wire: both texts, pictures, files, when one is invited to", async () => {
    const { client, kept } = await recording();
    await client.send(new SendEmailCommand({ Content: { Raw: { Data: await meetingMail() } } }));
    expect(await kept("m1")).toEqual({
      content: {
        subject: "Reunión semanal S49: qué pasó en la semana 48",
        text: "Nos vemos el lunes.",
        html: '<p>¡Hola!<img src="cid:chart@meeting" alt="Un gráfico"></p>',
      },
      files: [
        { name: "chart.png", type: "image/png", bytes: png, cid: "chart@meeting" },
        { name: "reunión.ics", type: "application/ics", bytes: expect.any(Buffer), cid: undefined },
      ],
      invitation: {
        method: "REQUEST",
        says: {
          es: "lunes 30 de noviembre, 09:30 (hora de Madrid), cada semana",
          en: "Monday 30 November, 09:30 (Madrid time), every week",
        },
      },
      headers: ["List-Unsubscribe: <https://almena.example/bye>"],
    });
  });

  it("keeps attachments and headers of a mail that is given in parts", async () => {
    const { client, kept } = await recording();
    const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });
    const RawContent = new TextEncoder().encode("BEGIN:VCALENDAR ñ");
    const attached = { FileName: "plazo.ics", ContentType: "text/calendar; charset=utf-8; method=PUBLISH", RawContent };
    await client.send(
      new SendEmailCommand({
        Content: {
          Simple: {
            Subject: utf8("Hola"),
            Body: { Text: utf8("Hola") },
            Headers: [{ Name: "List-Unsubscribe", Value: "<https://almena.example/bye>" }],
            Attachments: [attached],
          },
        },
      }),
    );
    expect(await kept("m1")).toEqual({
      files: [{ name: "plazo.ics", type: "text/calendar", bytes: Buffer.from(RawContent) }],
      headers: ["List-Unsubscribe: <https://almena.example/bye>"],
    });
  });

  it("passes request and answer on as they are", async () => {
    const { client, taken } = await recording();
    const input = { FromEmailAddress: "a@b.example", Content: { Raw: { Data: await meetingMail() } } };
    expect((await client.send(new SendEmailCommand(input))).MessageId).toBe("m1");
    const body = { ...input, Content: { Raw: { Data: input.Content.Raw.Data.toString("base64") } } };
    expect(taken).toEqual([{ path: "/v2/email/outbound-emails", body }]);
  });

  it("keeps nothing of a mail that was refused, and lets the refusal through", async () => {
    const { client, kept } = await recording({ status: 400, body: { message: "Email address is not verified." } });
    const sent = client.send(new SendEmailCommand({ Content: { Raw: { Data: await meetingMail() } } }));
    await expect(sent).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
    expect(await kept("m1")).toBeUndefined();
  });

  it("keeps the files of a mail whose calendar cannot be read", async () => {
    const { client, kept } = await recording();
    const invitation = { method: "REQUEST", name: "x.ics", content: "not a calendar" } as const;
    const mail = { to: { name: "A", email: "a@b.example" }, subject: "s", text: "t", html: "<p>h</p>", invitation };
    await client.send(new SendEmailCommand({ Content: { Raw: { Data: await rawMail("a@b.example", mail) } } }));
    expect(await kept("m1")).toMatchObject({ invitation: undefined, files: [{ name: "x.ics" }] });
  });
});
