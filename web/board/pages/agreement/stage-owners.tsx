import type { AgreementView } from "../../../../lambdas/contract/board.ts";
import { DataTable } from "../../components/data-table.tsx";
import { useLanguage } from "../../language.tsx";
import { agreementWords } from "./agreement-words.ts";

/** Each stage with the department that owns it and its time limit. */
export const StageOwners = ({ stages }: Pick<AgreementView, "stages">) => {
  const { say } = useLanguage();
  return (
    <DataTable
      caption={say(agreementWords.stagesTable)}
      hidesCaption
      columns={[
        { id: "stage", label: say(agreementWords.stage), value: ({ label }) => say(label) },
        {
          id: "owner",
          label: say(agreementWords.owner),
          value: ({ owner }) => (
            <span className={`agreement-owner agreement-owner-${owner}`}>{say(agreementWords.departments[owner])}</span>
          ),
        },
        { id: "limit", label: say(agreementWords.limit), value: ({ limit }) => say(limit ?? agreementWords.noLimit) },
      ]}
      rows={stages}
    />
  );
};
