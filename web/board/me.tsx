import { createContext, type ReactNode, useContext } from "react";
import type { Me } from "../../lambdas/contract/board.ts";
import type { Stage } from "../../lambdas/contract/stages.ts";
import { sourceLabel } from "../../lambdas/domain/metrics/source-label.ts";

const MeContext = createContext<Me | undefined>(undefined);

export const MeProvider = ({ me, children }: { me: Me; children: ReactNode }) => (
  <MeContext value={me}>{children}</MeContext>
);

/** Who is signed in, and the agreement's words. @throws outside of the provider, as on the sign-in page. */
export const useMe = (): Me => {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error("no MeProvider above");
  return me;
};

/** A colleague by id; `undefined` for one who has left the agreement. */
export const usePerson = (id: string | undefined) => useMe().people.find((person) => person.id === id);

export const useStage = (id: Stage) => useMe().stages.find((stage) => stage.id === id);

/** What a source is called, in both languages. */
export const useSourceLabel = () => {
  const { formTools } = useMe();
  return (source: string) => sourceLabel(source, formTools);
};
