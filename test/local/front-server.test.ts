import { once } from "node:events";
import { request as call, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer, text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { bucketAt } from "../../local/front-server/bucket.ts";
import { type Door, openAnyDoor, openDoor } from "../../local/front-server/door.ts";
import { forwardTo } from "../../local/front-server/forward.ts";
import { front } from "../../local/front-server/front.ts";
import { staticFiles } from "../../local/front-server/static-files.ts";

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: NodeJS.Dict<string[]>;
  readonly body: Buffer;
}

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

const open = async (): Promise<Door> => {
  const door = await openAnyDoor();
  toClose.push(() => door.close());
  return door;
};

/** An API that remembers what reached it and answers 418 with two cookies. */
const upstream = async () => {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headersDistinct: headers } = request;
    seen.push({ method, url, headers, body: await buffer(request) });
    response.writeHead(418, "Teapot", { "set-cookie": ["a=1", "b=2"], location: "/thanks?x=1", "x-own": "ñ" });
    response.end(Buffer.from([0, 255, 13, 10]));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  toClose.push(async () => {
    if (server.listening) await close();
  });
  return { seen, close, address: `http://127.0.0.1:${Object(server.address()).port}/api/$default` };
};

const nobody = async () => {
  throw new Error("this part must not be asked");
};

const behindFront = async () => {
  const api = await upstream();
  const door = await open();
  door.answerWith(
    front({
      site: nobody,
      form: nobody,
      inbox: nobody,
      reference: nobody,
      api: forwardTo(api.address),
    }),
  );
  return { ...api, door };
};

/** As `fetch` would not send it: the path as written. */
const ask = async (door: Door, path: string, method = "GET", headers: Record<string, string> = {}, body = "") => {
  const request = call({ host: "127.0.0.1", port: door.port, path, method, headers }).end(body);
  const answers: IncomingMessage[] = await once(request, "response");
  const [answer] = answers;
  if (answer === undefined) throw new Error("no answer");
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
};

describe("the front server before the API", () => {
  it("passes method, path, query, headers and bytes on as they are", async () => {
    const { door, seen } = await behindFront();
    const body = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const headers = { "content-type": "multipart/form-data; boundary=x", "Idempotency-Key": "k", cookie: "c=1" };
    await fetch(`${door.origin}/leads?a=1&a=2&b=%C3%B1%2F`, { method: "PUT", headers, body });
    const [got] = seen;
    expect(got?.method).toBe("PUT");
    expect(got?.url).toBe("/api/$default/leads?a=1&a=2&b=%C3%B1%2F");
    expect(got?.body).toEqual(body);
    expect(got?.headers).toMatchObject({
      "content-type": ["multipart/form-data; boundary=x"],
      "idempotency-key": ["k"],
      cookie: ["c=1"],
      host: [`127.0.0.1:${door.port}`],
      "content-length": ["256"],
    });
  });

  it.each(["/answers/a%2Fb~c.d-e_f", "//leads", "/a/../leads", "/leads%00", "/formulario", "/inboxes?x"])(
    "does not touch the path %s",
    async (path) => {
      const { door, seen } = await behindFront();
      await ask(door, path);
      expect(seen.map(({ url }) => url)).toEqual([`/api/$default${path}`]);
    },
  );

  it("brings status, headers and bytes back as they are, and follows no redirect", async () => {
    const { door } = await behindFront();
    const response = await fetch(`${door.origin}/leads`, { method: "POST", body: "x", redirect: "manual" });
    expect(response.status).toBe(418);
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(response.headers.get("location")).toBe("/thanks?x=1");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([0, 255, 13, 10]));
  });

  it("passes a body of unknown length on whole", async () => {
    const { door, seen } = await behindFront();
    const body = "lead ".repeat(50_000);
    await ask(door, "/leads", "POST", { "transfer-encoding": "chunked" }, body);
    expect(seen[0]?.headers).toHaveProperty("transfer-encoding");
    expect(seen[0]?.body.equals(Buffer.from(body))).toBe(true);
  });

  it("announces no body where there is none", async () => {
    const { door, seen } = await behindFront();
    await ask(door, "/leads");
    expect(seen[0]?.headers).not.toHaveProperty("transfer-encoding");
    expect(seen[0]?.body).toHaveLength(0);
  });

  it("answers 502 with a sentence when the API is down", async () => {
    const { door, close } = await behindFront();
    await close();
    const response = await fetch(`${door.origin}/leads`, { method: "POST", body: "x" });
    expect(response.status).toBe(502);
    expect(await response.text()).toBe("The API of the local cloud does not answer (ECONNREFUSED).\n");
  });
});

describe("the front server's own pages", () => {
  it("leads from the start to the site, to both forms and to the inbox", async () => {
    const { door, seen } = await behindFront();
    const { status, body } = await ask(door, "/");
    expect(status).toBe(200);
    for (const link of ["/site/es/", "/site/en/", "/form/es/", "/form/en/", "/inbox/", "/reference/"])
      expect(body).toContain(`href="${link}"`);
    expect(seen).toEqual([]);
  });

  it("leaves site, form and inbox to those who serve them", async () => {
    const door = await open();
    const as = (name: string) => async (request: IncomingMessage, response: ServerResponse) => {
      response.end(`${name} ${request.url}`);
    };
    door.answerWith(
      front({
        site: as("site"),
        form: as("form"),
        inbox: as("inbox"),
        reference: as("reference"),
        api: as("api"),
      }),
    );
    const answers = [];
    for (const path of [
      "/site",
      "/sites",
      "/form",
      "/form/es/?x=1",
      "/inbox",
      "/inbox/messages.json",
      "/reference/",
      "/references",
      "/leads",
    ]) {
      answers.push((await ask(door, path)).body);
    }
    expect(answers).toEqual([
      "site /site",
      "api /sites",
      "form /form",
      "form /form/es/?x=1",
      "inbox /inbox",
      "inbox /inbox/messages.json",
      "reference /reference/",
      "api /references",
      "api /leads",
    ]);
  });

  it("serves files of its folder and nothing beside it", async () => {
    const door = await open();
    door.answerWith(staticFiles(fileURLToPath(new URL("../../test/local", import.meta.url)), "/form"));
    const own = await ask(door, "/form/front-server.test.ts");
    expect(own.status).toBe(200);
    expect(own.body).toContain("serves files of its folder");
    for (const path of ["/form/../all.mjs", "/form/%2e%2e/all.mjs", "/form/..%2fall.mjs", "/form/none", "/form/%ff"]) {
      expect((await ask(door, path)).status, path).toBe(404);
    }
    expect(await ask(door, "/form?x=1")).toMatchObject({ status: 308, headers: { location: "/form/?x=1" } });
    expect((await ask(door, "/form/front-server.test.ts", "POST")).status).toBe(405);
  });
});

describe("the bucket", () => {
  const page = "http://127.0.0.1:8080";
  const rules = { AllowedOrigins: [page], AllowedMethods: ["PUT"], AllowedHeaders: ["content-type"] };
  const wanted = {
    origin: page,
    "access-control-request-method": "PUT",
    "access-control-request-headers": "Content-Type",
  };
  const bucket = async () => {
    const store = await upstream();
    const door = await open();
    door.answerWith(bucketAt(new URL(store.address).origin, { CorsRules: [rules] }));
    const asked = async (method: string, headers: Record<string, string>) => {
      const response = await fetch(`${door.origin}/lists/a`, { method, headers });
      return [response.status, response.headers.get("access-control-allow-origin") || "nobody"];
    };
    return { ...store, asked };
  };

  it("takes from another origin's page what the template allows, and nothing else", async () => {
    const { asked, seen } = await bucket();
    expect(await asked("OPTIONS", wanted)).toEqual([200, page]);
    for (const other of [
      { origin: "http://elsewhere.example" },
      { "access-control-request-method": "GET" },
      { "access-control-request-headers": "content-type, x-amz-acl" },
    ])
      expect(await asked("OPTIONS", { ...wanted, ...other })).toEqual([403, "nobody"]);
    expect(seen).toEqual([]);
    expect(await asked("PUT", { origin: page })).toEqual([418, page]);
    expect(await asked("PUT", { origin: "http://elsewhere.example" })).toEqual([418, "nobody"]);
    expect(await asked("PUT", {})).toEqual([418, "nobody"]);
    expect(seen.map(({ method, url }) => [method, url])).toEqual(Array(3).fill(["PUT", "/lists/a"]));
  });
});

describe("the front server's port", () => {
  it("asks for patience until there is something to answer", async () => {
    const door = await open();
    expect(await ask(door, "/leads", "POST")).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
  });

  it("answers to the names of this machine only: a page elsewhere cannot read through a name that leads here", async () => {
    const { door, seen } = await behindFront();
    const [own, foreign] = ["localhost", "evil.example"].map((name) => ({ host: `${name}:${door.port}` }));
    expect((await ask(door, "/leads", "GET", own)).status).toBe(418);
    expect((await ask(door, "/leads", "GET", foreign)).status).toBe(421);
    expect((await ask(door, "/leads", "GET", { host: "localhost.evil.example" })).status).toBe(421);
    expect(seen).toHaveLength(1);
  });

  it("is refused in one sentence with the remedy when it is in use", async () => {
    const door = await open();
    await expect(openDoor(door.port)).rejects.toThrow(`Port ${door.port} is in use; choose another with --port N.`);
  });

  it("is another one when the preferred one is in use and none was asked for", async () => {
    const [one, other] = [await openDoor(), await openDoor()];
    toClose.push(
      () => one.close(),
      () => other.close(),
    );
    expect(one.port).not.toBe(other.port);
  });
});
