import type { TermsChanges } from "../../../../lambdas/contract/room.ts";
import { useLanguage } from "../../language.tsx";
import { roomWords as words } from "./room-words.ts";

/** What would change, a sentence each, and what of it the deployment has to bring. */
export const ChangesList = ({ changes }: { readonly changes: Pick<TermsChanges, "changes" | "byDeployment"> }) => {
  const { say } = useLanguage();
  return (
    <>
      {changes.changes.length === 0 && <p className="room-soft">{say(words.noChanges)}</p>}
      <ul className="room-changes">
        {changes.changes.map((change) => (
          <li key={change.en}>{say(change)}</li>
        ))}
      </ul>
      {changes.byDeployment.length > 0 && (
        <div className="room-deployment">
          <p>{say(words.byDeployment)}</p>
          <ul>
            {changes.byDeployment.map((each) => (
              <li key={each.en}>{say(each)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
};
