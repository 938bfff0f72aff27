import path from "node:path";

/** Where the two emulators of one local cloud listen, and the proxy before its mail service. */
export interface Endpoints {
  readonly awsEndpoint: string;
  readonly stepFunctionsEndpoint: string;
  readonly mailEndpoint: string;
}

export const region = "us-east-1";
export const account = "000000000000";
export const credentials = { accessKeyId: "test", secretAccessKey: "test" };

/** What a child process needs of the user's environment: never a profile, a key, a role or a proxy. */
const taken = ["HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "SHELL", "TERM"];

/**
 * The environment of everything that is started: this Node first in the path, so that the functions run on it, and
 * no way to a real account. `scratch` is the directory for temporary files.
 */
export const localEnvironment = (
  { awsEndpoint, stepFunctionsEndpoint, mailEndpoint }: Endpoints,
  scratch: string,
): NodeJS.ProcessEnv => {
  const own = taken.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return {
    ...Object.fromEntries(own),
    PATH: [path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
    TMPDIR: scratch,
    NO_PROXY: "127.0.0.1,localhost",
    AWS_ENDPOINT_URL: awsEndpoint,
    AWS_ENDPOINT_URL_SFN: stepFunctionsEndpoint,
    AWS_ENDPOINT_URL_SESV2: mailEndpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    CDK_HOME: path.join(scratch, "cdk-home"),
    CDK_DISABLE_CLI_TELEMETRY: "true",
    CDK_DISABLE_VERSION_CHECK: "1",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
};

/** Throws unless every call to AWS made in this environment ends on this machine. */
export const assertLocal = (env: NodeJS.ProcessEnv): void => {
  for (const name of ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_SFN", "AWS_ENDPOINT_URL_SESV2"]) {
    const { hostname } = new URL(env[name] ?? "http://aws.invalid");
    if (hostname !== "127.0.0.1") throw new Error(`${name} must lead to this machine, not to ${hostname}`);
  }
  const further = Object.keys(env).filter((name) =>
    /^AWS_(PROFILE|SESSION|ROLE|WEB_|ENDPOINT_URL_(?!(SFN|SESV2)$))/.test(name),
  );
  if (further.length > 0) throw new Error(`must not be set: ${further.join(", ")}`);
};
