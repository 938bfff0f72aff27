import { Suspense } from "react";
import { useLocation } from "wouter";
import { Loading } from "../components/loading.tsx";
import { useLanguage } from "../language.tsx";
import { ConnectionNote } from "./connection-note.tsx";
import { DemoMark } from "./demo-mark.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Failed } from "./failed.tsx";
import { Navigation } from "./navigation.tsx";
import { Routes } from "./routes.tsx";
import { SearchBox } from "./search-box.tsx";
import { shellWords } from "./shell-words.ts";
import { useFocusOnPage } from "./use-focus-on-page.ts";
import { UserMenu } from "./user-menu.tsx";
import { WinToast } from "./win-toast.tsx";
import "./shell.css";

/** The frame around every page. */
export const Shell = () => {
  const { say } = useLanguage();
  const [place] = useLocation();
  useFocusOnPage();
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {say(shellWords.skip)}
      </a>
      <Navigation />
      <header className="shell-top">
        <SearchBox />
        <DemoMark />
        <UserMenu />
      </header>
      <main className="shell-main" id="content" tabIndex={-1}>
        <ConnectionNote />
        <ErrorBoundary place={place} fallback={<Failed />}>
          <Suspense fallback={<Loading lines={6} />}>
            <Routes />
          </Suspense>
        </ErrorBoundary>
      </main>
      <WinToast />
    </div>
  );
};
