/**
 * Replaces, in the bundles, the SDK's `@aws-sdk/middleware-endpoint-discovery` (lib/house/bundle.ts). DynamoDB's client
 * makes a cache of discovered endpoints when it is made, and none of the operations that we call asks for one.
 */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: false,
};

export const resolveEndpointDiscoveryConfig = <T>(config: T): T => config;
