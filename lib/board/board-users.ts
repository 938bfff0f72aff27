import { Validations } from "aws-cdk-lib";
import { AccountRecovery, Mfa, UserPool, type UserPoolClient } from "aws-cdk-lib/aws-cognito";
import type { Construct } from "constructs";
import { RoleSchema } from "../../lambdas/contract/board.ts";
import { lifetimes } from "../../lambdas/contract/limits.ts";
import { Deployment } from "../house/deployment.ts";
import { lasts } from "../house/lasts.ts";

/** The users of the board. `npm run user:add` creates them, there is no self sign-up; each has one role. */
export class BoardUsers extends UserPool {
  /** The board's app client: no secret, and passwords can only be tried through our own function. */
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string) {
    const { disposable, removalPolicy } = Deployment.of(scope);
    super(scope, id, {
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      // The same rules as in lambdas/domain/board/session/password-rules.ts.
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: lasts(lifetimes.firstPassword),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // Per user: the session's function asks those who need one to set it up, and lets nobody past it.
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: !disposable,
      removalPolicy,
    });
    for (const role of RoleSchema.options)
      this.addGroup(role, { groupName: role, description: `What ${role} may see and do on the board` });
    this.client = this.addClient("Board", {
      generateSecret: false,
      authFlows: { adminUserPassword: true },
      disableOAuth: true,
      authSessionValidity: lasts(lifetimes.codeSession),
      accessTokenValidity: lasts(lifetimes.accessToken),
      idTokenValidity: lasts(lifetimes.accessToken),
      refreshTokenValidity: lasts(lifetimes.session),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    Validations.of(this).acknowledge(
      {
        id: "AwsSolutions-COG2",
        reason:
          "Cognito can require a second factor of all users or of none: by role our own function requires it, through which alone anybody signs in (docs/adr/0037).",
      },
      ...["AwsSolutions-COG3", "AwsSolutions-COG8"].map((id) => ({
        id,
        reason:
          "The plus plan is for threat protection of public sign-ins; refused ones of ours are counted and alarmed.",
      })),
    );
  }
}
