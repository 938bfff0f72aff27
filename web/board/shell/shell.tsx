import "./shell.css";
import { useQueryClient } from "@tanstack/react-query";
import { Component, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { AddLead } from "../by-hand/add-lead.tsx";
import { Button } from "../components/button.tsx";
import { componentWords } from "../components/component-words.ts";
import { Empty } from "../components/empty.tsx";
import { Loading } from "../components/loading.tsx";
import { PageHead } from "../components/page-head.tsx";
import { useBusy, useConnectionLost } from "../data/connection.ts";
import { useDemoSeen } from "../data/demo.ts";
import { useLanguage } from "../language.tsx";
import { Navigation } from "./navigation.tsx";
import { NoticesContext } from "./notices.ts";
import { Routes } from "./routes.tsx";
import { SearchBox } from "./search-box.tsx";
import { shellWords } from "./shell-words.ts";
import { UserMenu } from "./user-menu.tsx";
import { WinToast } from "./win-toast.tsx";

/** The frame around every page. */
export const Shell = () => {
  const { say } = useLanguage();
  const [place] = useLocation();
  const [notices, setNotices] = useState<HTMLElement | null>(null);
  useFocusOnPage();
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {say(shellWords.skip)}
      </a>
      <Navigation />
      <header className="shell-top">
        <SearchBox />
        <AddLead />
        <DemoMark />
        <UserMenu />
      </header>
      <main className="shell-main" id="content" tabIndex={-1}>
        <ErrorBoundary place={place} fallback={<Failed />}>
          <Suspense fallback={<Loading lines={6} />}>
            <NoticesContext value={notices}>
              <Routes />
            </NoticesContext>
          </Suspense>
        </ErrorBoundary>
      </main>
      {/* Above the page, so that what comes and goes here moves nothing in it. */}
      <div className="shell-notices" ref={setNotices}>
        <ConnectionNote />
        <WinToast />
      </div>
    </div>
  );
};

const ConnectionNote = () => {
  const isLost = useConnectionLost();
  const isBusy = useBusy();
  const { say } = useLanguage();
  const client = useQueryClient();
  return (
    <div role="status">
      {isBusy && (
        <div className="shell-note">
          <p>{say(componentWords.busy)}</p>
        </div>
      )}
      {isLost && (
        <div className="shell-note">
          <p>{say(shellWords.lost)}</p>
          <Button onPress={() => void client.refetchQueries({ type: "active" })}>{say(componentWords.retry)}</Button>
        </div>
      )}
    </div>
  );
};

/** Keeps the made-up people of the sample history from being taken for real ones. */
const DemoMark = () => {
  const { say } = useLanguage();
  if (!useDemoSeen()) return null;
  return (
    <span className="shell-demo" title={say(shellWords.sampleText)}>
      {say(shellWords.sample)}
      <span className="unseen">: {say(shellWords.sampleText)}</span>
    </span>
  );
};

interface ErrorBoundaryProps {
  /** A change of place clears the failure. */
  readonly place: string;
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly hasFailed: boolean;
}

/** Keeps a failing page from taking the rest of the board down. */
class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { hasFailed: false };

  static getDerivedStateFromError = (): ErrorBoundaryState => ({ hasFailed: true });

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.place !== this.props.place && this.state.hasFailed) this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}

/** Shown in place of a page that threw, or whose files a new version of the board has replaced. */
const Failed = () => {
  const { say } = useLanguage();
  return (
    <>
      <PageHead title={say(shellWords.broken)} />
      <Empty title={say(shellWords.brokenText)}>
        <Button variant="primary" onPress={() => location.reload()}>
          {say(shellWords.reload)}
        </Button>
      </Empty>
    </>
  );
};

/** Frames to wait for the heading of a page that is still loading. */
const patience = 180;

/** After a change of page, moves the focus to its heading and scrolls to the top. */
const useFocusOnPage = (): void => {
  const [place] = useLocation();
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    scrollTo(0, 0);
    let frames = 0;
    let frame = requestAnimationFrame(function look() {
      const heading = document.querySelector("main h1");
      if (heading instanceof HTMLElement) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      } else if (frames++ < patience) frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [place]);
};
