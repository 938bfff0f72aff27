import { App } from "aws-cdk-lib";
import { SmarketingStack } from "../lib/smarketing-stack.ts";

new SmarketingStack(new App());
