import "./room.css";
import { lazy, Suspense } from "react";
import { useParams } from "wouter";
import { Loading } from "../../components/loading.tsx";
import { ProposalPage } from "./proposal-page.tsx";
import { RoomList } from "./room-list.tsx";

/** With what reads and writes YAML, which nobody else needs. */
const ProposePage = lazy(() => import("./propose-page.tsx"));

/** The negotiation room: all proposals; with `propose` the form for one; with an id one proposal. */
export default () => {
  const { proposalId } = useParams<{ proposalId?: string }>();
  return (
    <div className="room">
      {proposalId === undefined ? (
        <RoomList />
      ) : proposalId === "propose" ? (
        <Suspense fallback={<Loading lines={8} />}>
          <ProposePage />
        </Suspense>
      ) : (
        <ProposalPage key={proposalId} proposalId={proposalId} />
      )}
    </div>
  );
};
