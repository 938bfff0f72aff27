import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { KeptMail } from "../../local/inbox/kept-mail.ts";
import { inboxHandler } from "../../local/inbox.ts";

const servers: Server[] = [];

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${portOf(server)}`;
};

const portOf = (server: Server): number => {
  const address = server.address() satisfies AddressInfo | string | null;
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address.port;
};

const stop = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

afterEach(async () => {
  await Promise.all(servers.splice(0).map(stop));
});

interface CloudRecord {
  readonly MessageId: string;
  readonly Source: string;
  readonly To: readonly string[];
  readonly Subject: string;
  readonly BodyText: string | null;
  readonly BodyHtml: string | null;
  readonly Timestamp: number;
  readonly Type: string;
}

/** A record as the local cloud keeps it. */
const aRecord = (overrides: Partial<CloudRecord> = {}): CloudRecord => ({
  MessageId: "one@email.amazonses.com",
  Source: "hola@almena.example",
  To: ["lucia@empresa.example"],
  Subject: "Bienvenida",
  BodyText: "Hola, Lucía.",
  BodyHtml: "<!doctype html><html><head><title>Hola</title></head><body><p>Hola, Lucía.</p></body></html>",
  Timestamp: 1_767_225_600.25,
  Type: "v2.SendEmail",
  ...overrides,
});

/** A cloud that has sent these mails, by account. */
const cloudWith = (messages: Readonly<Record<string, readonly CloudRecord[]>>): Promise<string> =>
  serve((request, response) => {
    response.writeHead(request.url === "/_ministack/ses/messages" ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify({ messages }));
  });

const oneAccount = (...records: readonly CloudRecord[]): Promise<string> => cloudWith({ "000000000000": records });

/** The inbox mounted below `/inbox`, as the front server does it. */
const inboxOf = async (awsEndpoint: string, mails: Readonly<Record<string, KeptMail>> = {}): Promise<string> => {
  const handler = inboxHandler({ awsEndpoint, kept: async (id) => mails[id] });
  return `${await serve((request, response) => {
    void handler(request, response, (request.url ?? "").slice("/inbox".length));
  })}/inbox`;
};

const hostile = `"><script>document.title='broken'</script><img src=x onerror="alert(1)">`;

it("lists none of the mails that went before its since", async () => {
  const awsEndpoint = await oneAccount(
    aRecord(),
    aRecord({ MessageId: "two@email.amazonses.com", Timestamp: 1_767_225_602 }),
  );
  const handler = inboxHandler({ awsEndpoint, kept: async () => undefined, since: "2026-01-01T00:00:01.000Z" });
  const front = await serve((request, response) => void handler(request, response, request.url ?? ""));
  const listed: unknown = await (await fetch(`${front}/messages.json`)).json();
  expect(listed).toMatchObject([{ id: "two@email.amazonses.com" }]);
  expect((await fetch(`${front}/messages/one@email.amazonses.com.html`)).status).toBe(404);
});

describe("messages.json", () => {
  it("returns every mail of every account, oldest first, whatever the cloud's order", async () => {
    const inbox = await inboxOf(
      await cloudWith({
        "111111111111": [
          aRecord({ MessageId: "third", Timestamp: 30 }),
          aRecord({ MessageId: "first", Timestamp: 10 }),
        ],
        "000000000000": [aRecord({ MessageId: "second", Timestamp: 20 })],
      }),
    );

    const response = await fetch(`${inbox}/messages.json`);

    expect(response.headers.get("content-type")).toContain("application/json");
    expect(await response.json()).toMatchObject([{ id: "first" }, { id: "second" }, { id: "third" }]);
  });

  it("returns a mail with the field names that scripts know, with an ISO instant", async () => {
    const inbox = await inboxOf(await oneAccount(aRecord({ BodyHtml: null })));

    expect(await (await fetch(`${inbox}/messages.json`)).json()).toEqual([
      {
        id: "one@email.amazonses.com",
        to: ["lucia@empresa.example"],
        from: "hola@almena.example",
        subject: "Bienvenida",
        text: "Hola, Lucía.",
        html: "",
        sentAt: "2026-01-01T00:00:00.250Z",
        files: [],
        headers: [],
      },
    ]);
  });

  it("is an empty list when nothing was sent", async () => {
    const inbox = await inboxOf(await cloudWith({}));

    expect(await (await fetch(`${inbox}/messages.json`)).json()).toEqual([]);
  });

  it("says 502 and where it looked when the cloud is down, and recovers with it", async () => {
    const cloud = await oneAccount(aRecord());
    const inbox = await inboxOf(cloud);
    const [server] = servers;
    if (server === undefined) throw new Error("no cloud");
    const { port } = new URL(cloud);
    await stop(server);

    const down = await fetch(`${inbox}/messages.json`);

    expect(down.status).toBe(502);
    expect(down.headers.get("content-type")).toBe("application/problem+json");
    expect(await down.json()).toMatchObject({ status: 502, detail: expect.stringContaining(cloud) });

    await new Promise<void>((resolve) => server.listen(Number(port), "127.0.0.1", resolve));
    expect((await fetch(`${inbox}/messages.json`)).status).toBe(200);
  });

  it.each([
    ["an error", 500, "{}"],
    ["no JSON", 200, "<html>"],
    ["another shape", 200, '{"messages":{"000000000000":[{"MessageId":7}]}}'],
  ])("says 502 when the cloud answers with %s", async (_, status, body) => {
    const inbox = await inboxOf(
      await serve((_request, response) => {
        response.writeHead(status).end(body);
      }),
    );

    expect((await fetch(`${inbox}/messages.json`)).status).toBe(502);
    expect((await fetch(`${inbox}/messages/one.html`)).status).toBe(502);
  });
});

describe("the page", () => {
  it("is shown as a folder wherever it is mounted, so that its relative addresses hold", async () => {
    const inbox = await inboxOf(await cloudWith({}));

    const page = await fetch(inbox);

    expect(page.url).toBe(`${inbox}/`);
    expect(page.status).toBe(200);
    const addresses = [...(await page.text()).matchAll(/(?:href|src)="(inbox\.[a-z]+)"/g)].map(
      ([, address]) => address,
    );
    expect(addresses).toEqual(["inbox.css", "inbox.js"]);
    const types = addresses.map(async (address) => (await fetch(`${inbox}/${address}`)).headers.get("content-type"));
    expect(await Promise.all(types)).toEqual(["text/css; charset=utf-8", "text/javascript; charset=utf-8"]);
  });

  it("speaks the browser's language", async () => {
    const inbox = await inboxOf(await cloudWith({}));
    const titleIn = async (language: string) =>
      /<h2>(.*?)<\/h2>/.exec(
        await (await fetch(`${inbox}/`, { headers: { "accept-language": language } })).text(),
      )?.[1];

    expect(await titleIn("es-ES,es;q=0.9,en;q=0.8")).toBe("Todavía no se ha enviado ningún correo");
    expect(await titleIn("en-GB,en")).toBe("No e-mail has been sent yet");
  });

  it("holds nothing of any mail, and a policy under which only its own script runs", async () => {
    const inbox = await inboxOf(await oneAccount(aRecord({ Subject: hostile, Source: hostile, BodyHtml: hostile })));

    const page = await fetch(`${inbox}/`);

    expect(await page.text()).not.toContain("broken");
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("is shown while the cloud is down", async () => {
    const inbox = await inboxOf("http://127.0.0.1:9");

    expect((await fetch(`${inbox}/`)).status).toBe(200);
  });

  it("is for reading only", async () => {
    const inbox = await inboxOf(await cloudWith({}));

    const posted = await fetch(`${inbox}/messages.json`, { method: "POST" });

    expect(posted.status).toBe(405);
    expect(posted.headers.get("allow")).toBe("GET, HEAD");
  });

  it.each([
    "/messages/",
    "/messages/%E0%A4%A.html",
    "/messages/none.html",
    "/messages/one@email.amazonses.com/files/0",
    "/../package.json",
    "/inbox.ts",
  ])("answers 404 for %s", async (path) => {
    const handler = inboxHandler({ awsEndpoint: await oneAccount(aRecord()), kept: async () => undefined });
    const front = await serve((request, response) => void handler(request, response, path));

    expect((await fetch(front)).status).toBe(404);
  });
});

describe("what goes with a mail", () => {
  const id = "one@email.amazonses.com";
  const picture = { name: "chart.png", type: "image/png", bytes: Buffer.from([1, 2, 3]), cid: "chart@meeting" };
  const calendar = { name: "reunión.ics", type: "text/calendar", bytes: Buffer.from("BEGIN:VCALENDAR") };
  const script = { name: "a.svg", type: "image/svg+xml", bytes: Buffer.from("<svg/>"), cid: "drawing" };
  const html = `<p><img src="cid:chart@meeting" alt="x"><img src="cid:drawing"><img src="cid:unknown"></p>`;
  const kept: KeptMail = {
    content: { subject: "Reunión", text: "Hola", html },
    files: [picture, calendar, script],
    invitation: { method: "REQUEST", says: { es: "lunes", en: "Monday" } },
    headers: ["List-Unsubscribe: <https://almena.example/bye>"],
  };
  const inbox = async () => inboxOf(await oneAccount(aRecord()), { [id]: kept });

  it("is listed without its bytes, and replaces the cloud's parsed copy of the mail", async () => {
    const [mail] = await (await fetch(`${await inbox()}/messages.json`)).json();

    expect(mail).toMatchObject({
      ...kept.content,
      headers: kept.headers,
      invitation: kept.invitation,
      files: [
        { name: "chart.png", type: "image/png", cid: "chart@meeting", size: 3 },
        { name: "reunión.ics", type: "text/calendar", size: 15 },
        { name: "a.svg" },
      ],
    });
    expect(Object.keys(mail.files[0])).not.toContain("bytes");
  });

  it("is downloaded from the listed address, under its name, and opens nothing", async () => {
    const at = await inbox();
    const [mail] = await (await fetch(`${at}/messages.json`)).json();

    const file = await fetch(new URL(mail.files[1].address, `${at}/messages.json`));

    expect(await file.text()).toBe("BEGIN:VCALENDAR");
    expect(file.headers.get("content-type")).toBe("text/calendar");
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''reuni%C3%B3n.ics");
    expect(file.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect((await fetch(`${at}/messages/${id}/files/3`)).status).toBe(404);
  });

  it("is shown in its place when it is a picture, whereas a drawing that can hold a script is not", async () => {
    const mail = await fetch(`${await inbox()}/messages/${id}.html`);

    const text = await mail.text();
    expect(text).toContain('<img src="data:image/png;base64,AQID" alt="x">');
    expect(text).toContain('<img src="cid:drawing"><img src="cid:unknown">');
    expect(mail.headers.get("content-security-policy")).toContain("img-src data:;");
  });

  it("cannot put anything of its own into the answer's headers", async () => {
    const broken = { name: 'a"\r\nx: y', type: "text/html\r\nset-cookie: a=b", bytes: Buffer.from("<b>") };
    const at = await inboxOf(await oneAccount(aRecord()), { [id]: { files: [broken], headers: [] } });

    const file = await fetch(`${at}/messages/${id}/files/0`);

    expect(file.status).toBe(200);
    expect(file.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.headers.get("set-cookie")).toBeNull();
  });
});

describe("one mail alone", () => {
  it("is the mail's HTML, found by its id as written in an address or plain", async () => {
    const cloud = await oneAccount(aRecord());
    const inbox = await inboxOf(cloud);

    const encoded = await fetch(`${inbox}/messages/${encodeURIComponent("one@email.amazonses.com")}.html`);
    const bare = await fetch(`${inbox}/messages/one@email.amazonses.com.html`);

    expect(await encoded.text()).toContain("<p>Hola, Lucía.</p>");
    expect(bare.status).toBe(200);
  });

  it("opens its links in a new tab and keeps the mail's doctype first", async () => {
    const inbox = await inboxOf(await oneAccount(aRecord()));

    const mail = await (await fetch(`${inbox}/messages/one@email.amazonses.com.html`)).text();

    expect(mail).toMatch(/^<!doctype html><html><head><base target="_blank"><title>/);
  });

  it("is sandboxed: no script, no request, no form, whatever it holds", async () => {
    const inbox = await inboxOf(await oneAccount(aRecord({ BodyHtml: hostile })));

    const { headers } = await fetch(`${inbox}/messages/one@email.amazonses.com.html`);

    const policy = (headers.get("content-security-policy") ?? "").split("; ");
    expect(policy).toContain("sandbox allow-popups allow-popups-to-escape-sandbox");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(policy.some((directive) => directive.startsWith("script-src"))).toBe(false);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("shows the text, escaped, of a mail without HTML", async () => {
    const inbox = await inboxOf(await oneAccount(aRecord({ BodyHtml: null, BodyText: `Hola\n${hostile}` })));

    const mail = await (await fetch(`${inbox}/messages/one@email.amazonses.com.html`)).text();

    expect(mail).toContain("Hola\n&quot;&gt;&lt;script&gt;");
    expect(mail).not.toContain("<script>");
  });
});
