import { loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";

/** `agreement.yaml`, as it is shipped. */
export const shippedAgreement = (): Agreement => {
  const loaded = loadAgreement("agreement.yaml");
  if (!loaded.ok) throw new Error("the shipped agreement has mistakes");
  return loaded.agreement;
};
