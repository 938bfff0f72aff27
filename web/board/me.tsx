import { createContext, type ReactNode, useContext } from "react";
import type { Me } from "../../lambdas/contract/board.ts";
import type { Stage } from "../../lambdas/contract/stages.ts";

const MeContext = createContext<Me | undefined>(undefined);

export const MeProvider = ({ me, children }: { me: Me; children: ReactNode }) => (
  <MeContext value={me}>{children}</MeContext>
);

/** Who is signed in, and the agreement's words. @throws on pages that need nobody. */
export const useMe = (): Me => {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error("nobody is signed in here");
  return me;
};

/** A colleague by id; a colleague who has left the agreement is nobody. */
export const usePerson = (id: string | undefined) => useMe().people.find((person) => person.id === id);

export const useStage = (id: Stage) => useMe().stages.find((stage) => stage.id === id);
