import type { Owner } from "../../lambdas/domain/team/owner.ts";

/** Ana, a rep with the company's hours, unless told otherwise. */
export const anOwner = (overrides: Partial<Owner> = {}): Owner => ({
  id: "ana",
  name: "Ana Gil",
  email: "ana@engranaje.example",
  language: "es",
  manager: "pablo",
  ...overrides,
});
