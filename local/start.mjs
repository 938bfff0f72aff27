// @ts-check
/** `npm start`: installs what is missing, then runs the local cloud until it is told to stop. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart } from "./cannot-start.mjs";
import { readOptions, usage } from "./options.mjs";
import { endWithParent } from "./parent.mjs";
import { prepare } from "./prepare.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

const start = async () => {
  const typedIn = process.env.INIT_CWD ?? process.cwd();
  const options = readOptions(process.argv.slice(2), { typedIn, root: path.resolve(root) });
  if (options.help) return console.log(usage);
  process.chdir(root);
  endWithParent();
  await prepare();
  // The functions run on the Node of their runtime; the SDK's warning about this Node is irrelevant here.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  const { register } = await import("tsx/esm/api");
  register();
  const { run } = await import("./run.ts");
  await run(options);
};

try {
  await start();
  process.exit(0);
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exit(1);
}
