import "./frame/quiet.ts";
import { randomInt } from "node:crypto";
import * as z from "zod/mini";
import { dropFactor, type Mended, putUser, setPassword } from "../lambdas/adapters/cognito-users.ts";
import { removeFactor } from "../lambdas/adapters/dynamo-second-factor.ts";
import { recordStep } from "../lambdas/adapters/dynamo-trail.ts";
import { type Role, RoleSchema } from "../lambdas/contract/board.ts";
import { type NewUser, userOf } from "../lambdas/domain/board/board-user.ts";
import { isStrongPassword } from "../lambdas/domain/board/session/password-rules.ts";
import { command, runIfStarted } from "./frame/command.ts";
import { type DeployedUsers, deployedUsers, outputsIn, usersOfPool } from "./frame/deployed-stack.ts";
import { CommandError, UsageError } from "./frame/errors.ts";
import { agreementIn } from "./frame/files.ts";
import { agreementOption, environmentOption, flag, option, optionalText, outputsOption } from "./frame/option.ts";

/** Cognito takes no name that looks like an address: that is how it tells them apart. */
const NameSchema = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/));

export const main = command({
  name: "user:add",
  does: "Creates a user of the board, with a password for the first sign-in, at which they choose their own. The address and the role of a colleague come from the agreement: run it again after they have changed.",
  options: {
    who: option(NameSchema, {
      takes: "ID",
      says: "id of the colleague in the agreement; for anyone else, such as operations, any name",
      kind: "an id: small letters, digits and hyphens",
    }),
    role: option(z.optional(RoleSchema), {
      takes: "ROLE",
      says: "for anyone else: operations, marketing or manager; a rep is always in the agreement",
      kind: "operations, marketing or manager",
    }),
    email: option(z.optional(z.email()), {
      takes: "ADDRESS",
      says: "for anyone else",
      kind: "an e-mail address",
    }),
    reset: flag("an existing user gets a new password for the next sign-in"),
    "reset-factor": flag("an existing user loses the second factor and all sessions; the next sign-in sets up another"),
    password: option(z.optional(z.string().check(z.refine(isStrongPassword))), {
      takes: "PASSWORD",
      says: "the user's own password from now on, instead of one for the first sign-in",
      kind: "a password of 12 characters or more, with a small letter, a capital, a digit and a sign",
      isSecret: true,
    }),
    outputs: outputsOption(),
    environment: environmentOption(),
    pool: optionalText("ID", "or the stack's output UserPoolId"),
    agreement: agreementOption(),
  },
  needs: [{ oneOf: [["outputs"], ["pool"]] }],
  permissions:
    "cognito-idp:AdminGetUser, AdminCreateUser, AdminUpdateUserAttributes, AdminSetUserPassword, AdminListGroupsForUser, AdminAddUserToGroup and AdminRemoveUserFromGroup on the pool; for --reset-factor also AdminSetUserMFAPreference and AdminUserGlobalSignOut, and dynamodb:DeleteItem and UpdateItem on the table",
  otherwise: "The user was not added.",
  run: async ({ who, role, email, reset, password, outputs, environment, pool = "", agreement, ...more }, io) => {
    const of = outputsIn({ outputs, environment });
    const colleague = userOf(who, agreementIn(agreement));
    const wanted = colleague === undefined ? somebodyElse(who, role, email) : asAgreed(colleague, role, email);
    const deployed = of === undefined ? usersOfPool(pool) : deployedUsers(of);
    if (more["reset-factor"]) return resetFactor(wanted, deployed, io.now());
    return addUser(wanted, deployed, password, reset);
  },
});

const asAgreed = (colleague: NewUser, role: Role | undefined, email: string | undefined): NewUser => {
  if ((role ?? colleague.role) === colleague.role && (email ?? colleague.email) === colleague.email) return colleague;
  throw new CommandError(
    `${colleague.user} is ${colleague.role} with ${colleague.email} in the agreement: change it there, or leave out --role and --email.`,
  );
};

const somebodyElse = (user: string, role: Role | undefined, email: string | undefined): NewUser => {
  if (role === "rep")
    throw new CommandError(`${user} is no rep of the agreement, which is what gives leads to a rep: add them there.`);
  if (role === undefined || email === undefined)
    throw new CommandError(
      `No colleague in the agreement has the id ${user}: give --role and --email, such as --role operations.`,
    );
  return { user, role, email };
};

const addUser = async (
  wanted: NewUser,
  { users, boardUrl }: DeployedUsers,
  password: string | undefined,
  reset: boolean,
): Promise<string> => {
  const temporary = madeUpPassword();
  const changed = await putUser(users, wanted, temporary);
  const isNew = changed.includes("created");
  if (password !== undefined) await setPassword(users, wanted.user, password, true);
  else if (reset && !isNew) await setPassword(users, wanted.user, temporary, false);
  return [
    sayChanged(wanted, changed, password === undefined && !reset),
    ...(password !== undefined ? ["The password is the one you gave."] : []),
    ...(password === undefined && (isNew || reset)
      ? [
          `Password for the first sign-in, shown this once: ${temporary}`,
          "It is good for three days, and the sign-in asks for one's own.",
        ]
      : []),
    ...(boardUrl === undefined ? [] : [`The board: ${boardUrl}`]),
  ].join("\n");
};

const resetFactor = async (
  { user, role }: NewUser,
  { users, boardUrl, table }: DeployedUsers,
  at: string,
): Promise<string> => {
  if (table === undefined)
    throw new UsageError("--reset-factor needs --outputs: the table has the recovery codes, which go as well.");
  const step = { user, role, did: "secured", by: "session/factor-reset", firstAt: at, lastAt: at, times: 1 } as const;
  await recordStep(table, step);
  // In this order: a user without the item who is still asked for a code can enter one.
  await removeFactor(table, user);
  await dropFactor(users, user);
  return [
    `${user} has no second factor any more, and is signed out everywhere; open pages end within five minutes.`,
    "Be sure that it was they who asked for it: their password alone now signs in, or sets up another factor.",
    ...(boardUrl === undefined ? [] : [`The board: ${boardUrl}`]),
  ].join("\n");
};

const sayChanged = ({ user, role, email }: NewUser, changed: readonly Mended[], isAll: boolean): string => {
  if (changed.includes("created")) return `${user} may sign in now, as ${role}, by name or by ${email}.`;
  if (changed.length > 0) return `${user} was there; changed: ${changed.join(", ")} (${role}, ${email}).`;
  return `${user} was there already, as ${role} with ${email}${isAll ? "; --reset gives a new password" : ""}.`;
};

const kinds = ["abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "-+=!#%"];

/** Sixteen letters and signs, none of which is mistaken for another: four of each kind, by turns. */
const madeUpPassword = (): string =>
  Array.from({ length: 16 }, (_, i) => kinds[i % kinds.length] ?? "")
    .map((letters) => letters.charAt(randomInt(letters.length)))
    .join("");

await runIfStarted(main, import.meta.url);
