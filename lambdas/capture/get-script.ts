import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { bindAtStart, fileBeside } from "../adapters/lambda-runtime.ts";
import { type SiteScript, scriptAnswer } from "../domain/capture/script-answer.ts";
import { fromApiEvent } from "../domain/http/index.ts";
import { answering } from "../http/answering.ts";

/** `GET /smarketing.js`: the script for web sites. */
export const getScript = (content: Buffer) => {
  const script: SiteScript = {
    text: content.toString(),
    gzip: gzipSync(content, { level: 9 }).toString("base64"),
    etag: `"${createHash("sha256").update(content).digest("base64url").slice(0, 16)}"`,
  };
  return answering(async (event) => scriptAnswer(fromApiEvent(event), script));
};

export const handler = bindAtStart(() => getScript(fileBeside("smarketing.js")));
