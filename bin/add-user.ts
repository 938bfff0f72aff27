import { randomInt } from "node:crypto";
import * as z from "zod/mini";
import { type Mended, putUser, setPassword } from "../lambdas/adapters/cognito-users.ts";
import { formatProblems, loadAgreement } from "../lambdas/agreement/load-agreement.ts";
import { RoleSchema } from "../lambdas/contract/board.ts";
import { type NewUser, userOf } from "../lambdas/domain/board/board-user.ts";
import { isStrongPassword } from "../lambdas/domain/board/session/password-rules.ts";
import { type DeployedUsers, deployedUsers, usersOfPool } from "./deployed-users.ts";
import { MendableError } from "./mendable-error.ts";
import { optionsOf } from "./options.ts";

const usage = `npm run user:add -- --who ID [--outputs FILE | --pool ID] [--reset | --password PASSWORD]
                        [--role ROLE --email ADDRESS] [--agreement FILE]

Makes a user of the board, with a password for the first sign-in, which then asks for one's own. A colleague of the
agreement has their address and role from it; run it again after they have changed.

  --who ID             id of the colleague in the agreement; of somebody else, such as operations, any name
  --role ROLE          of somebody else: operations, marketing or manager; a rep always stands in the agreement
  --email ADDRESS      of somebody else
  --reset              a user who is there gets a new password for the next sign-in
  --password PASSWORD  the user's own password from now on, instead of one for the first sign-in
  --outputs FILE       the stack's outputs: .local/outputs.json, or what cdk deploy --outputs-file wrote
  --pool ID            or the stack's output UserPoolId
  --agreement FILE     the agreement that is deployed (default: agreement.yaml)
  --help               this text

It works with your AWS credentials and region, which must allow cognito-idp:AdminGetUser, AdminCreateUser,
AdminUpdateUserAttributes, AdminSetUserPassword, AdminListGroupsForUser, AdminAddUserToGroup and AdminRemoveUserFromGroup
on the pool. For the pipeline on your machine --outputs .local/outputs.json is enough.`;

const typed = () => {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const who = { who: text, role: text, email: text, password: text, reset: flag } as const;
  const options = { ...who, outputs: text, pool: text, agreement: text, help: flag } as const;
  return optionsOf("user:add", { options }).values;
};
type Options = ReturnType<typeof typed>;

const poolOf = ({ outputs, pool }: Options): DeployedUsers => {
  if (pool !== undefined) return usersOfPool(pool);
  if (outputs === undefined)
    throw new MendableError("Which board? Give --outputs, or --pool with the stack's output UserPoolId.");
  return deployedUsers(outputs);
};

/** Cognito takes no name that looks like an address: that is how it tells them apart. */
const NameSchema = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/));

const wantedBy = ({ who = "", role, email, agreement: file = "agreement.yaml" }: Options): NewUser => {
  if (!NameSchema.safeParse(who).success)
    throw new MendableError("Who? Give --who with an id: small letters, digits and hyphens.");
  const loaded = loadAgreement(file);
  if (!loaded.ok) throw new MendableError(formatProblems(loaded.problems));
  const colleague = userOf(who, loaded.agreement);
  if (colleague === undefined) return somebodyElse(who, role, email);
  if ((role !== undefined && role !== colleague.role) || (email !== undefined && email !== colleague.email))
    throw new MendableError(
      `${who} is ${colleague.role} with ${colleague.email} in the agreement: change it there, or leave --role and --email out.`,
    );
  return colleague;
};

const somebodyElse = (user: string, role: string | undefined, email: string | undefined): NewUser => {
  const read = z.object({ role: RoleSchema, email: z.email() }).safeParse({ role, email });
  if (!read.success)
    throw new MendableError(`${user} is nobody of the agreement: give --role and --email, such as --role operations.`);
  if (read.data.role === "rep")
    throw new MendableError(`${user} is no rep of the agreement, and a rep's leads are those that it gives them.`);
  return { user, ...read.data };
};

const kinds = ["abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "-+=!#%"];

/** Sixteen letters and signs, none of which is mistaken for another: four of each kind, by turns. */
const madeUpPassword = (): string =>
  Array.from({ length: 16 }, (_, i) => kinds[i % kinds.length] ?? "")
    .map((letters) => letters.charAt(randomInt(letters.length)))
    .join("");

const addUser = async (options: Options): Promise<string> => {
  const wanted = wantedBy(options);
  const { users, boardUrl } = poolOf(options);
  const { password, reset = false } = options;
  if (password !== undefined && !isStrongPassword(password))
    throw new MendableError("The password needs 12 characters, with a small letter, a capital, a digit and a sign.");
  const temporary = madeUpPassword();
  const mended = await putUser(users, wanted, temporary);
  const isNew = mended.includes("created");
  if (password !== undefined) await setPassword(users, wanted.user, password, true);
  else if (reset && !isNew) await setPassword(users, wanted.user, temporary, false);
  return [
    sayMended(wanted, mended, password === undefined && !reset),
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

const sayMended = ({ user, role, email }: NewUser, mended: readonly Mended[], isAll: boolean): string => {
  if (mended.includes("created")) return `${user} may sign in now, as ${role}, by name or by ${email}.`;
  if (mended.length > 0) return `${user} was there; changed: ${mended.join(", ")} (${role}, ${email}).`;
  return `${user} was there already, as ${role} with ${email}${isAll ? "; --reset gives a new password" : ""}.`;
};

try {
  const options = typed();
  console.log(options.help === true ? usage : await addUser(options));
} catch (error) {
  console.error(error instanceof MendableError ? error.message : `The user was not added. ${error}`);
  process.exitCode = 1;
}
