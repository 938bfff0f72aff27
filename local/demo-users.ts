import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { putUser, setPassword } from "../lambdas/adapters/cognito-users.ts";
import type { AgreementTerms } from "../lambdas/contract/agreement.ts";
import { signersNow } from "../lambdas/domain/agreement/proposal/signers.ts";
import { type NewUser, userOf } from "../lambdas/domain/board/board-user.ts";
import { credentials, type Endpoints, region } from "./local-environment.ts";

/** Of all demo users. It is public: these users exist on this machine only. */
export const demoPassword = "Smarketing-2026";

/**
 * One of each role: from the agreement marketing, the first rep and the first manager; operations is not in it. And whoever
 * signs for the departments, so that somebody can try that.
 */
export const demoUsersOf = (terms: AgreementTerms): NewUser[] => {
  const { marketing, reps, managers } = terms.team;
  const colleagues = new Set([
    ...[marketing, ...reps.slice(0, 1), ...managers.slice(0, 1)].map(({ id }) => id),
    ...signersNow(terms, []).map(({ id }) => id),
  ]);
  const domain = terms.company.sender.email.replace(/^.*@/, "");
  return [
    ...[...colleagues].flatMap((id) => userOf(id, { terms }) ?? []),
    { user: "ops", email: `ops@${domain}`, role: "operations" },
  ];
};

/** Makes them as `npm run user:add` does, with a password that need not be changed. */
export const addDemoUsers = async (
  { awsEndpoint }: Endpoints,
  userPoolId: string,
  users: readonly NewUser[],
): Promise<void> => {
  const client = new CognitoIdentityProviderClient({ endpoint: awsEndpoint, region, credentials });
  for (const user of users) {
    await putUser({ client, userPoolId }, user, demoPassword);
    await setPassword({ client, userPoolId }, user.user, demoPassword, true);
  }
};
