import type { AgreementTerms } from "../../contract/agreement.ts";
import { signersIn } from "../../domain/agreement/proposal/signers.ts";
import { checkKnown, type Finding } from "../problem.ts";

/** Nobody signs for both departments, and a rep for none: reps read what is proposed. */
export const checkSigners = ({ signers, team }: AgreementTerms): Finding[] => {
  if (signers === undefined) return [];
  const may = signersIn(team).map(({ id }) => id);
  return [
    ...checkKnown(["signers", "marketing"], signers.marketing, "colleague who may sign", may),
    ...checkKnown(["signers", "sales"], signers.sales, "colleague who may sign", may),
    ...(signers.marketing === signers.sales
      ? [
          {
            path: ["signers", "sales"],
            message: `"${signers.sales}" signs for marketing already; expected another person, because nobody signs for both`,
          },
        ]
      : []),
  ];
};
