import { randomBytes } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";
import { cognitoPasswords } from "../adapters/cognito-passwords.ts";
import { countUp } from "../adapters/dynamo-limits.ts";
import { putPasswordLink, spendPasswordLink } from "../adapters/dynamo-password-links.ts";
import { sign } from "../adapters/dynamo-references.ts";
import { type Keyring, signingKeys } from "../adapters/dynamo-signing-keys.ts";
import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { type SendMail, sesMailer } from "../adapters/ses-mailer.ts";
import type { Agreement } from "../contract/agreement.ts";
import { boardPaths, ForgottenBodySchema, ResetBodySchema } from "../contract/board.ts";
import { environments } from "../contract/environment.ts";
import { lifetimes, limits } from "../contract/limits.ts";
import type { Language } from "../contract/stages.ts";
import { keys } from "../contract/table.ts";
import {
  linkAsked,
  linkOver,
  type Passwords,
  passwordReplaced,
  tooManyAsked,
} from "../domain/board/session/forgotten-password.ts";
import { readPost } from "../domain/board/session/parse-session-request.ts";
import { isStrongPassword } from "../domain/board/session/password-rules.ts";
import { weakPassword } from "../domain/board/session/session-response.ts";
import { fromApiEvent, type HttpRequest, type HttpResponse } from "../domain/http/http.ts";
import { derivedReferenceId, keyIdOf, verifyReference } from "../domain/reference/reference.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { hashedNetwork } from "../http/network.ts";
import { respond } from "../http/respond.ts";
import { newPasswordMail } from "../views/board/new-password-mail.ts";
import { recordAccess } from "./access-trail.ts";

export interface NewPasswordDependencies {
  readonly table: DynamoTable;
  readonly keyring: Keyring;
  readonly now: () => string;
  readonly passwords: Passwords;
  readonly send: SendMail;
  readonly company: string;
  readonly publicUrl: string;
  /** Ends when an answer may go, whatever was to be done for it. */
  readonly sameTime: () => Promise<unknown>;
}

/** `POST /board/session/forgotten` and `…/reset`: a link by mail, and another password by it. */
export const newPassword = (deps: NewPasswordDependencies) =>
  respond(async (event, correlationId): Promise<HttpResponse> => {
    const request = fromApiEvent(event);
    const isReset = request.path.endsWith("/reset");
    const response = await (isReset ? reset(deps, request, correlationId) : forgotten(deps, request, correlationId));
    const code = isReset ? "password-reset" : "password-forgotten";
    log.info("A forgotten password was dealt with", { code, status: response.statusCode, correlationId });
    return response;
  });

/** The same answer at the same time, whether there is such a user or not. */
const forgotten = async (
  deps: NewPasswordDependencies,
  request: HttpRequest,
  correlationId: string,
): Promise<HttpResponse> => {
  const read = readPost(request, deps.publicUrl, ForgottenBodySchema);
  if (!read.ok) return read.response;
  const [key] = await deps.keyring();
  const network = hashedNetwork(key, request.sender ?? "unknown");
  if ((await countHere(deps, network)) > limits.passwordMails.network) return tooManyAsked(secondsLeft(deps.now()));
  const [done] = await Promise.allSettled([mailLink(deps, read.of.user, read.of.language), deps.sameTime()]);
  if (done.status === "rejected")
    log.error("A link for a new password was not sent", { code: "password-mail-failed", correlationId }, done.reason);
  return linkAsked;
};

const mailLink = async (deps: NewPasswordDependencies, typed: string, language: Language): Promise<void> => {
  const found = await deps.passwords.find(typed);
  if (found === undefined) return;
  const [key] = await deps.keyring();
  const mailed = await countHere(deps, derivedReferenceId(["forgotten", found.user], key));
  if (mailed > limits.passwordMails.user) return;
  const referenceId = randomBytes(16).toString("base64url");
  const until = new Date(Date.parse(deps.now()) + elapsedMillis(lifetimes.passwordLink)).toISOString();
  await putPasswordLink(deps.table, referenceId, found.user, until);
  // Behind a "#", which browsers send to nobody: it is in no log.
  const link = `${deps.publicUrl}${boardPaths.newPassword}#${await sign(deps.keyring, referenceId)}`;
  await deps.send(newPasswordMail({ ...found, language, company: deps.company, link }));
};

const hour = elapsedMillis("1 hour");

/** How often in this hour, this time included. */
const countHere = ({ table, now }: NewPasswordDependencies, by: string): Promise<number> =>
  countUp(table, keys.limit("FORGOTTEN", by, now().slice(0, 13)), 1, Date.parse(now()) + hour);

const secondsLeft = (now: string): number => Math.ceil((hour - (Date.parse(now) % hour)) / 1000);

const reset = async (
  deps: NewPasswordDependencies,
  request: HttpRequest,
  correlationId: string,
): Promise<HttpResponse> => {
  const read = readPost(request, deps.publicUrl, ResetBodySchema);
  if (!read.ok) return read.response;
  const { reference, password } = read.of;
  const referenceId = verifyReference(reference, await deps.keyring(keyIdOf(reference)));
  if (referenceId === undefined) return linkOver;
  if (!isStrongPassword(password)) return weakPassword;
  const user = await spendPasswordLink(deps.table, referenceId, correlationId, deps.now());
  if (user === undefined) return linkOver;
  await recordAccess(deps, { user, role: await deps.passwords.roleOf(user) }, "password");
  await deps.passwords.replace(user, password);
  return passwordReplaced;
};

/** Milliseconds: longer than a mail takes. */
const answerTime = 2000;

const dependencies = () => {
  const { TABLE_NAME, USER_POOL_ID, SENDER, CONFIGURATION_SET, PUBLIC_URL } = environmentOf(environments.newPassword);
  const table = openTable(TABLE_NAME);
  const shared = {
    table,
    keyring: signingKeys(table),
    now: clock,
    passwords: cognitoPasswords(USER_POOL_ID),
    send: sesMailer(SENDER, CONFIGURATION_SET),
    publicUrl: PUBLIC_URL,
    sameTime: () => after(answerTime),
  } satisfies Omit<NewPasswordDependencies, "company">;
  return ({ terms }: Agreement): NewPasswordDependencies => ({ ...shared, company: terms.company.name });
};

export const handler = bindToApi(dependencies, newPassword);
