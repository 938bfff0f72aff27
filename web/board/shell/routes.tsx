import { lazy } from "react";
import { Link, Route, Switch } from "wouter";
import { Empty } from "../components/empty.tsx";
import { PageHead } from "../components/page-head.tsx";
import { useLanguage } from "../language.tsx";
import PipelinePage from "../pages/pipeline/pipeline-page.tsx";
import { shellWords } from "./shell-words.ts";

const MyLeadsPage = lazy(() => import("../pages/my-leads/my-leads-page.tsx"));
const LeadPage = lazy(() => import("../pages/lead/lead-page.tsx"));
const FiguresPage = lazy(() => import("../pages/figures/figures-page.tsx"));
const AgreementPage = lazy(() => import("../pages/agreement/agreement-page.tsx"));
const RoomPage = lazy(() => import("../pages/room/room-page.tsx"));
const AttentionPage = lazy(() => import("../pages/attention/attention-page.tsx"));
const CelebratePage = lazy(() => import("../pages/celebrate/celebrate-page.tsx"));
const SourcesPage = lazy(() => import("../pages/sources/sources-page.tsx"));
const ImportPage = lazy(() => import("../pages/import/import-page.tsx"));
const TrailPage = lazy(() => import("../pages/trail/trail-page.tsx"));
const SecondFactorPage = lazy(() => import("../pages/second-factor/second-factor-page.tsx"));
const FirstMeetingPage = lazy(() => import("../pages/first-meeting/first-meeting-page.tsx"));
const MeetingPage = lazy(() => import("../pages/meeting/meeting-page.tsx"));

/** Pages by address, below `/board`. All but the first are loaded on demand. */
export const Routes = () => (
  <Switch>
    <Route path="/" component={PipelinePage} />
    <Route path="/my-leads" component={MyLeadsPage} />
    <Route path="/leads/:leadId" component={LeadPage} />
    <Route path="/figures" component={FiguresPage} />
    <Route path="/agreement" component={AgreementPage} />
    <Route path="/room/:proposalId?" component={RoomPage} />
    <Route path="/attention" component={AttentionPage} />
    <Route path="/celebrate" component={CelebratePage} />
    <Route path="/sources" component={SourcesPage} />
    <Route path="/import/:importId?" component={ImportPage} />
    <Route path="/trail" component={TrailPage} />
    <Route path="/second-factor" component={SecondFactorPage} />
    <Route path="/meeting/:week?" component={MeetingPage} />
    <Route path="/first-meeting" component={FirstMeetingPage} />
    <Route component={NotFound} />
  </Switch>
);

const NotFound = () => {
  const { say } = useLanguage();
  return (
    <>
      <PageHead title={say(shellWords.notFound)} />
      <Empty title={say(shellWords.notFoundText)}>
        <Link href="/">{say(shellWords.toPipeline)}</Link>
      </Empty>
    </>
  );
};
