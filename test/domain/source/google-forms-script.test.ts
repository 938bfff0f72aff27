import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readAs } from "./kinds.ts";

const script = readFileSync("docs/examples/google-forms.gs", "utf8");

const CallSchema = z.object({
  contentType: z.string(),
  headers: z.record(z.string(), z.string()),
  payload: z.string(),
});

/** Runs the script as Apps Script does, with stand-ins of Google's services that respond with these statuses. */
const run = (call: string, statuses: readonly number[] = [202], handlers: string[] = []) => {
  const posted: { address: string; call: z.infer<typeof CallSchema> }[] = [];
  const slept: number[] = [];
  const made: string[] = [];
  const item = (id: number, title: string, type: string, value: unknown) => ({
    getItem: () => ({ getId: () => id, getTitle: () => title, getType: () => type }),
    getResponse: () => value,
  });
  const response = {
    getId: () => "2_ABaOnud",
    getTimestamp: () => new Date("2026-11-18T10:04:05Z"),
    getRespondentEmail: () => "",
    getItemResponses: () => [
      item(839274651, "Correo electrónico", "TEXT", "rosa.mateo@imprenta-mateo.example"),
      item(1028374655, "¿Qué le interesa?", "CHECKBOX", ["Demo", "Precio"]),
    ],
  };
  const left = [...statuses];
  runInNewContext(`${script}\n${call}`, {
    event: { source: { getId: () => "1FAIpQLSf" }, response },
    FormApp: { getActiveForm: () => "the form" },
    ScriptApp: {
      getProjectTriggers: () => handlers.map((each) => ({ getHandlerFunction: () => each })),
      newTrigger: (name: string) => ({
        forForm: (form: string) => ({ onFormSubmit: () => ({ create: () => made.push(`${name} of ${form}`) }) }),
      }),
    },
    UrlFetchApp: {
      fetch: (address: string, more: unknown) => {
        posted.push({ address, call: CallSchema.parse(more) });
        const status = left.shift() ?? 202;
        if (status === 0) throw new Error("DNS error");
        return { getResponseCode: () => status };
      },
    },
    Utilities: { sleep: (millis: number) => slept.push(millis) },
  });
  return { posted, slept, made };
};

describe("the script for Google Forms", () => {
  it("posts an answer in the way that the source reads", async () => {
    const { posted, slept } = run("send(event)");
    expect(posted).toHaveLength(1);
    const [{ address, call } = { address: "", call: undefined }] = posted;
    expect(address).toBe("https://YOUR-API/sources/YOUR-SOURCE");
    expect(call).toMatchObject({
      contentType: "application/json",
      headers: { authorization: "Bearer THE SECRET OF THE SOURCE" },
    });
    const headers = { "content-type": "application/json" };
    expect(await readAs("google-forms", { url: address, headers, body: Buffer.from(call?.payload ?? "") })).toEqual({
      ok: true,
      arrived: [
        {
          what: "form",
          id: "2_ABaOnud",
          at: "2026-11-18T10:04:05.000Z",
          answers: [
            { id: "839274651", label: "Correo electrónico", value: "rosa.mateo@imprenta-mateo.example" },
            { id: "1028374655", label: "¿Qué le interesa?", value: ["Demo", "Precio"] },
          ],
        },
      ],
    });
    expect(slept).toEqual([]);
  });

  it("tries again when the other side is busy or away", () => {
    const { posted, slept } = run("send(event)", [0, 503, 429, 202]);
    expect(new Set(posted.map(({ call }) => call.payload)).size).toBe(1);
    expect(posted).toHaveLength(4);
    expect(slept).toEqual([2_000, 10_000, 60_000]);
  });

  it("fails when that is of no use, so that Google tells the form's owner", () => {
    expect(() => run("send(event)", [401])).toThrow("The answer was not taken: 401");
    expect(() => run("send(event)", [500, 500, 500, 500])).toThrow("The answer was not taken: 500");
  });

  it("is connected once, however often it is run", () => {
    expect(run("connect()").made).toEqual(["send of the form"]);
    expect(run("connect()", [], ["send"]).made).toEqual([]);
  });
});
