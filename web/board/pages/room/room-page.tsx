import "./room.css";
import { useParams } from "wouter";
import { ProposalPage } from "./proposal-page.tsx";
import { ProposePage } from "./propose-page.tsx";
import { RoomList } from "./room-list.tsx";

/** The negotiation room: all proposals; with `propose` the form for one; with an id one proposal. */
export default () => {
  const { proposalId } = useParams<{ proposalId?: string }>();
  return (
    <div className="room">
      {proposalId === undefined ? (
        <RoomList />
      ) : proposalId === "propose" ? (
        <ProposePage />
      ) : (
        <ProposalPage key={proposalId} proposalId={proposalId} />
      )}
    </div>
  );
};
