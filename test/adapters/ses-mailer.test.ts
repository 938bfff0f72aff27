import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { rawMail } from "../../lambdas/adapters/raw-mailer.ts";
import type { SendMail } from "../../lambdas/adapters/ses-mailer.ts";

const mail = { to: { name: "Ana", email: "ana@company.example" }, subject: "Hola", text: "Hola", html: "<p>Hola</p>" };

const isPort = (address: string | AddressInfo | null): address is AddressInfo =>
  address !== null && typeof address === "object";

describe("a mail as it is given to SES", () => {
  const asked: { path: string | undefined; body: unknown }[] = [];
  let status = 200;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked.push({ path: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(status === 200 ? { MessageId: "m-1" } : { message: "no" }));
  });
  let send: SendMail;

  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (!isPort(address)) throw new Error("the server listens on a port");
    vi.stubEnv("AWS_ENDPOINT_URL_SESV2", `http://127.0.0.1:${address.port}`);
    for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "us-east-1");
    // The client is made when its module is read.
    vi.resetModules();
    const { sesMailer } = await import("../../lambdas/adapters/ses-mailer.ts");
    send = sesMailer("Engranaje <hola@engranaje.example>", "Mails-1");
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    server.close();
  });

  it("goes by our configuration set, with what it is about in tags that SES takes", async () => {
    const tags = { leadId: "lead-0001", purpose: "hand-off", odd: "a b:ñ" };
    expect(await send({ ...mail, tags })).toEqual({ providerId: "m-1" });
    expect(asked.at(-1)).toMatchObject({
      path: "/v2/email/outbound-emails",
      body: {
        FromEmailAddress: "Engranaje <hola@engranaje.example>",
        ConfigurationSetName: "Mails-1",
        EmailTags: [
          { Name: "leadId", Value: "lead-0001" },
          { Name: "purpose", Value: "hand-off" },
          { Name: "odd", Value: "a_b__" },
        ],
      },
    });
  });

  it("takes its files along", async () => {
    await send({
      ...mail,
      attachments: [{ name: "plazo.ics", type: "text/calendar; charset=utf-8", content: "Ñ\r\n" }],
    });
    expect(asked.at(-1)).toMatchObject({
      body: {
        Content: {
          Simple: {
            Attachments: [
              {
                FileName: "plazo.ics",
                ContentType: "text/calendar; charset=utf-8",
                ContentDisposition: "ATTACHMENT",
                ContentTransferEncoding: "BASE64",
                RawContent: Buffer.from("Ñ\r\n").toString("base64"),
              },
            ],
          },
        },
      },
    });
    await send(mail);
    expect(asked.at(-1)?.body).not.toHaveProperty("Content.Simple.Attachments");
  });

  it("says that no person wrote it, whatever kind of mail it is", async () => {
    await send({ ...mail, headers: [{ name: "List-Unsubscribe", value: "<https://x.example>" }] });
    expect(asked.at(-1)).toMatchObject({
      body: {
        Content: {
          Simple: {
            Headers: [
              { Name: "List-Unsubscribe", Value: "<https://x.example>" },
              { Name: "Auto-Submitted", Value: "auto-generated" },
              { Name: "X-Auto-Response-Suppress", Value: "All" },
            ],
          },
        },
      },
    });
    const raw = (await rawMail("Engranaje <hola@engranaje.example>", mail)).toString();
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
  });

  it("was not sent when SES says so, and is of unknown state when SES fails", async () => {
    status = 400;
    await expect(send(mail)).rejects.toThrow(expect.objectContaining({ name: "MailNotSent" }));
    status = 500;
    await expect(send(mail)).rejects.toThrow(expect.not.objectContaining({ name: "MailNotSent" }));
    expect(asked).toHaveLength(6);
  });
});
