/**
 * Runs in every function of the tests' local cloud, before the function's own code (`NODE_OPTIONS`): writes down once
 * which permissions each of its requests to AWS needs. One line a call: the function's entry, and the call.
 */
import { appendFileSync } from "node:fs";
import http from "node:http";
import { callsOf, type SdkRequest, textOf } from "./calls.ts";

const entry = process.env.FUNCTION_ENTRY;
const file = process.env.SMARKETING_RECORDED_CALLS;
const seen = new Set<string>();

const note = (line: string): void => {
  if (file === undefined || seen.has(line)) return;
  seen.add(line);
  appendFileSync(file, `${line}\n`);
};

const record = (request: SdkRequest): void => {
  try {
    for (const call of callsOf(request, process.env)) note(`${entry}\t${textOf(call)}`);
  } catch (error) {
    note(`${entry}\tnot understood: ${error instanceof Error ? error.message : error}`);
  }
};

if (entry !== undefined && file !== undefined) {
  const send = http.ClientRequest.prototype.end;
  const write = http.ClientRequest.prototype.write;
  const written = new WeakMap<http.ClientRequest, Buffer[]>();
  const keep = (request: http.ClientRequest, chunk: unknown): void => {
    const parts = written.get(request) ?? [];
    written.set(request, parts);
    if (typeof chunk === "string") parts.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
  };
  http.ClientRequest.prototype.write = function (this: http.ClientRequest, ...args: unknown[]) {
    keep(this, args[0]);
    return Reflect.apply(write, this, args);
  };
  http.ClientRequest.prototype.end = function (this: http.ClientRequest, ...args: unknown[]) {
    keep(this, args[0]);
    const target = this.getHeader("x-amz-target");
    record({
      target: typeof target === "string" ? target : undefined,
      method: this.method,
      path: this.path,
      body: Buffer.concat(written.get(this) ?? []).toString(),
    });
    return Reflect.apply(send, this, args);
  };
}
