import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { RoleSchema } from "../../lambdas/contract/board.ts";
import { DeadLetterQueueSchema } from "../../lambdas/contract/environment.ts";
import { saysWhatIsLost } from "../../lambdas/views/board/lost-meanwhile.ts";
import { synthesise } from "./synthesise.ts";

const { template } = synthesise();
const trial = synthesise({ disposable: "true" }).template;

type Properties = Record<string, unknown>;
const ResourceSchema = z.object({ Properties: z._default(z.record(z.string(), z.unknown()), {}) });
const resources = (type: string, from = template): [string, Properties][] =>
  Object.entries(from.findResources(type)).map(([id, resource]) => [id, ResourceSchema.parse(resource).Properties]);

const routes = resources("AWS::ApiGatewayV2::Route").map(([, properties]) => properties);
const [[pool] = [""]] = resources("AWS::Cognito::UserPool");
const [[client] = [""]] = resources("AWS::Cognito::UserPoolClient");

const StatementSchema = z.object({
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.optional(z.unknown()),
});
const PolicySchema = z.object({ PolicyDocument: z.object({ Statement: z.array(StatementSchema) }) });
/** What the function's role may do: action by resource. */
const leave = (id: RegExp) =>
  resources("AWS::IAM::Policy")
    .filter(([name]) => id.test(name))
    .flatMap(([, policy]) => PolicySchema.parse(policy).PolicyDocument.Statement)
    .map(({ Action, Resource, Condition }) => ({
      actions: [Action].flat(),
      resource: JSON.stringify(Resource),
      condition: JSON.stringify(Condition),
    }));

describe("who may open the board", () => {
  it("is created by us alone, with a strong password, and cannot be deleted by mistake", () => {
    template.hasResource("AWS::Cognito::UserPool", {
      DeletionPolicy: "Retain",
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        UsernameConfiguration: { CaseSensitive: false },
        AliasAttributes: ["email"],
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
        DeletionProtection: "ACTIVE",
        Policies: {
          PasswordPolicy: {
            MinimumLength: 12,
            RequireLowercase: true,
            RequireUppercase: true,
            RequireNumbers: true,
            RequireSymbols: true,
            TemporaryPasswordValidityDays: 3,
          },
        },
      },
    });
    trial.hasResource("AWS::Cognito::UserPool", {
      DeletionPolicy: "Delete",
      Properties: { DeletionProtection: "INACTIVE" },
    });
  });

  it("has a second factor by role, unless the deployment leaves it to them", () => {
    template.hasResourceProperties("AWS::Cognito::UserPool", {
      MfaConfiguration: "OPTIONAL",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
    });
    const told = (from: typeof template) =>
      resources("AWS::Lambda::Function", from).flatMap(([, { Environment }]) => {
        const { SECOND_FACTOR } = Object(Object(Environment).Variables);
        return SECOND_FACTOR === undefined ? [] : [SECOND_FACTOR];
      });
    expect(told(template)).toEqual(["required"]);
    expect(told(synthesise({ secondFactor: "optional" }).template)).toEqual(["optional"]);
  });

  it("has one of the roles", () => {
    const groups = resources("AWS::Cognito::UserPoolGroup").map(([, { GroupName }]) => GroupName);
    expect(groups.sort()).toEqual([...RoleSchema.options].sort());
  });

  it("signs in by short tokens that can be taken back, and by no way around our function", () => {
    template.resourceCountIs("AWS::Cognito::UserPoolClient", 1);
    template.hasResourceProperties("AWS::Cognito::UserPoolClient", {
      AccessTokenValidity: 5,
      RefreshTokenValidity: 720,
      TokenValidityUnits: { AccessToken: "minutes", RefreshToken: "minutes" },
      AuthSessionValidity: 10,
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: "ENABLED",
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      GenerateSecret: false,
      AllowedOAuthFlowsUserPoolClient: false,
    });
    const asking = resources("AWS::IAM::Policy").filter(([, policy]) =>
      JSON.stringify(policy).includes("cognito-idp:"),
    );
    expect(asking.map(([id]) => id.replace(/Role.*/, ""))).toEqual(["BoardForgottenNewPassword", "BoardSignInSession"]);
    expect(
      leave(/^BoardForgotten/).flatMap(({ actions, resource }) =>
        resource === JSON.stringify({ "Fn::GetAtt": [pool, "Arn"] }) ? actions : [],
      ),
    ).toEqual([
      "cognito-idp:AdminGetUser",
      "cognito-idp:AdminListGroupsForUser",
      "cognito-idp:AdminSetUserPassword",
      "cognito-idp:AdminUserGlobalSignOut",
    ]);
    expect(leave(/^BoardSignInSession/).filter(({ actions }) => actions.some((each) => /cognito/.test(each)))).toEqual([
      {
        actions: [
          "cognito-idp:AdminGetUser",
          "cognito-idp:AdminInitiateAuth",
          "cognito-idp:AdminRespondToAuthChallenge",
          "cognito-idp:AdminSetUserMFAPreference",
          "cognito-idp:AdminUserGlobalSignOut",
        ],
        resource: JSON.stringify({ "Fn::GetAtt": [pool, "Arn"] }),
      },
    ]);
  });
});

describe("the board's routes", () => {
  it("ask for a token where leads are shown or touched, and nowhere else", () => {
    const guarded = routes.filter(({ AuthorizationType }) => AuthorizationType === "JWT");
    expect(guarded.map(({ RouteKey }) => RouteKey).sort()).toEqual([
      "GET /board/api/exports/import-rows",
      "GET /board/api/exports/imports",
      "GET /board/api/exports/sources",
      "GET /board/api/exports/unread",
      "GET /board/api/imports",
      "GET /board/api/imports/{importId}",
      "GET /board/api/imports/{importId}/{part}",
      "GET /board/api/proposals",
      "GET /board/api/proposals/{proposalId}",
      "GET /board/api/proposals/{proposalId}/{part}",
      "GET /board/api/sources",
      "GET /board/api/{path+}",
      "POST /board/api/exports/search",
      "POST /board/api/imports",
      "POST /board/api/imports/{importId}/{part}",
      "POST /board/api/proposals",
      "POST /board/api/proposals/{proposalId}",
      "POST /board/api/proposals/{proposalId}/{part}",
      "POST /board/api/search",
      "POST /board/api/sources/{action}",
      "POST /board/api/{path+}",
    ]);
    expect(routes.filter(({ RouteKey }) => /\/board\/api/.test(String(RouteKey)))).toEqual(guarded);
    template.hasResourceProperties("AWS::ApiGatewayV2::Authorizer", {
      AuthorizerType: "JWT",
      IdentitySource: ["$request.header.Authorization"],
      JwtConfiguration: { Audience: [{ Ref: client }] },
    });
    const [[, authorizer] = ["", {}]] = resources("AWS::ApiGatewayV2::Authorizer");
    expect(JSON.stringify(authorizer)).toContain(`{"Ref":"${pool}"}`);
  });

  it("take few sign-ins a second", () => {
    const [[, stage] = ["", {}]] = resources("AWS::ApiGatewayV2::Stage");
    const own = { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 30 };
    expect(stage.RouteSettings).toMatchObject({
      "POST /board/session": own,
      "DELETE /board/session": own,
      "POST /board/session/{step}": own,
      "POST /board/session/forgotten": own,
      "POST /board/session/reset": own,
    });
  });
});

describe("the board's functions", () => {
  const reading = leave(/^BoardApiGet/);
  const of = (service: RegExp) => reading.filter(({ actions }) => actions.some((each) => service.test(each)));

  it("only read to show, by the board's own indexes, and write the audit trail", () => {
    const actions = of(/^dynamodb:/).flatMap((each) => each.actions);
    expect([...new Set(actions)].sort()).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
    ]);
    const [writes = "", ...more] = of(/^dynamodb:UpdateItem$/).map(({ condition }) => condition);
    expect([writes, more]).toEqual([expect.stringContaining('{"dynamodb:LeadingKeys":["TRAIL#*"]}'), []]);
    const where = of(/^dynamodb:/)
      .map(({ resource }) => resource)
      .join();
    for (const index of ["board", "ownerBoard", "search", "attention"]) expect(where).toContain(`/index/${index}"`);
    expect(where).not.toMatch(/index\/(\*|byStage)/);
  });

  it("know every dead-letter queue, and may count what lies in it", () => {
    const ends = resources("AWS::SQS::Queue")
      .filter(([, { RedrivePolicy }]) => RedrivePolicy === undefined)
      .map(([id]) => id);
    const [{ actions, resource } = { actions: [], resource: "" }, ...more] = of(/^sqs:/);
    expect([actions, more]).toEqual([["sqs:GetQueueAttributes"], []]);
    for (const id of ends) expect(resource).toContain(`{"Fn::GetAtt":["${id}","Arn"]}`);
    const told = resources("AWS::Lambda::Function").flatMap(([, { Environment }]) => {
      const text = Object(Object(Environment).Variables).DEAD_LETTER_QUEUES;
      return text === undefined ? [] : [text];
    });
    expect(told).toHaveLength(1);
    const [parts] = told.map((text) =>
      z.object({ "Fn::Join": z.tuple([z.literal(""), z.array(z.unknown())]) }).parse(text),
    );
    const joined = (parts?.["Fn::Join"][1] ?? []).map((part) =>
      typeof part === "string" ? part : "https://sqs.example/q",
    );
    const queues = z.array(DeadLetterQueueSchema).parse(JSON.parse(joined.join("")));
    expect(queues).toHaveLength(ends.length);
    expect(new Set(queues.map(({ name }) => name)).size).toBe(ends.length);
    // The board says in its reader's language what is lost meanwhile.
    expect(queues.map(({ name }) => name).filter((name) => !saysWhatIsLost(name))).toEqual([]);
  });
});
