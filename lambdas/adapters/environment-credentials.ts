/**
 * Replaces, in the bundles, the SDK's `@aws-sdk/credential-provider-node` (lib/house/bundle.ts). Lambda hands a
 * function its role's credentials as environment variables; the SDK's chain of profiles, sign-ons and metadata services
 * is a quarter of a bundle that is never run.
 */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  const { AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Error("Lambda gave no credentials in the environment");
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
};
