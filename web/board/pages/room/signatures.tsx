import type { ProposalView } from "../../../../lambdas/contract/room.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { roomWords as words } from "./room-words.ts";
import { Hash, VersionLine } from "./version-line.tsx";

/** Who has signed what when, for each department; on paper, too. */
export const Signatures = ({ view: { proposal, signers, inForce } }: { readonly view: ProposalView }) => {
  const { say } = useLanguage();
  const { dateTime } = useFormat();
  return (
    <>
      <dl className="room-signatures">
        {(["marketing", "sales"] as const).map((department) => {
          const signature = proposal.signatures.find((each) => each.department === department);
          const signer = signers.find((each) => each.department === department);
          return (
            <div key={department} className={signature === undefined ? "" : "room-signed"}>
              <dt>{say(words.departments[department])}</dt>
              <dd>
                {signature === undefined ? (
                  <>
                    {signer?.name} <span className="room-soft">{say(words.unsigned)}</span>
                  </>
                ) : (
                  <>
                    <strong>{signature.name}</strong>
                    <time dateTime={signature.at}>{dateTime(signature.at)}</time>
                    <Hash of={signature.version} />
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {proposal.state === "open" && (
        <p className="room-soft">
          <VersionLine version={inForce} />
        </p>
      )}
    </>
  );
};
