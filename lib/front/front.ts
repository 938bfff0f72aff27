import { Duration, Stack, Validations } from "aws-cdk-lib";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Construct } from "constructs";
import { boardPaths } from "../../lambdas/contract/board.ts";
import { frontHeaders } from "../../lambdas/contract/front.ts";
import type { PublicApi } from "../api/public-api.ts";
import type { FrontSettings } from "../house/deployment.ts";
import type { EdgeStack } from "./edge-stack.ts";
import type { OriginSecret } from "./origin-secret.ts";

export interface FrontProps {
  readonly api: PublicApi;
  readonly edge: EdgeStack;
  readonly secret: OriginSecret;
  readonly settings: FrontSettings;
}

/** Files that are the same for everybody; their responses say for how long. */
const filePaths = ["/smarketing.js", `${boardPaths.board}/assets/*`] as const;

/** CloudFront with its firewall before the API: the one way in, for hostile weather. */
export class Front extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { api, edge, secret, settings }: FrontProps) {
    super(scope, id);
    const origin = originOf(api, secret);
    const viewer = new EdgeFunction(this, "Viewer", {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(sayViewer),
      comment: "Tells the API the viewer's address, whatever the viewer says of it",
    });
    const viewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS;
    this.distribution = new Distribution(this, "Distribution", {
      comment: `${Stack.of(this).stackName}: before the API`,
      domainNames: [settings.domain],
      certificate: edge.certificate,
      webAclId: edge.acl.attrArn,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin,
        viewerProtocolPolicy,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        functionAssociations: [{ function: viewer, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: Object.fromEntries(
        filePaths.map((path) => [
          path,
          {
            origin,
            viewerProtocolPolicy,
            allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
            cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          },
        ]),
      ),
    });
    Validations.of(this.distribution).acknowledge(
      { id: "AwsSolutions-CFR1", reason: "Leads come from every country." },
      {
        id: "AwsSolutions-CFR3",
        reason: "Its log would have viewers' addresses, and paths that hold references; the API logs routes.",
      },
    );
  }
}

/** The API's own address; API Gateway knows the API by it, so the viewer's `Host` stays behind. */
const originOf = (api: PublicApi, secret: OriginSecret): IOrigin => {
  const { region, urlSuffix } = Stack.of(api);
  return new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    readTimeout: Duration.seconds(30),
    customHeaders: { [frontHeaders.secret]: secret.reference },
  });
};

const sayViewer = `function handler(event) {
  event.request.headers[${JSON.stringify(frontHeaders.viewer)}] = { value: event.viewer.ip };
  return event.request;
}`;
