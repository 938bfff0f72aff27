import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Route, Router, Switch } from "wouter";
import { boardPaths } from "../../lambdas/contract/board.ts";
import { assertNever } from "../../lambdas/domain/assert-never.ts";
import { withoutSlash } from "./address/read-address.ts";
import { Loading } from "./components/loading.tsx";
import { mayTryAgain, useBoard } from "./data/api.ts";
import { noAnswer } from "./data/board-problem.ts";
import { reading } from "./data/board-request.ts";
import { session, useSession } from "./data/board-session.ts";
import { pauseAfter } from "./data/insist.ts";
import { forgetTypingOfOthers } from "./data/kept-typing.ts";
import { LanguageProvider } from "./language.tsx";
import { MeProvider } from "./me.tsx";
import { ResetPage } from "./session/reset-page.tsx";
import { SignInPage } from "./session/sign-in-page.tsx";
import { Shell } from "./shell/shell.tsx";
import { StartNote } from "./shell/start-note.tsx";
import { useThemeOnPage } from "./theme.tsx";

export const App = () => {
  useThemeOnPage();
  return (
    <Router
      base={boardPaths.board}
      hrefs={withoutSlash}
      aroundNav={(goTo, to, options) => goTo(withoutSlash(to), options)}
    >
      <Switch>
        <Route path="/new-password">
          <LanguageProvider>
            <ResetPage />
          </LanguageProvider>
        </Route>
        <Route>
          <BySession />
        </Route>
      </Switch>
    </Router>
  );
};

const BySession = () => {
  const state = useSession();
  useEffect(() => void session.refresh(), []);
  switch (state.is) {
    case "starting":
      return <Starting />;
    case "unreachable":
      return <StartNote problem={noAnswer()} onRetry={() => void session.refresh()} />;
    case "signed-out":
      return (
        <LanguageProvider>
          <SignInPage because={state.because} />
        </LanguageProvider>
      );
    case "signed-in":
      return <SignedIn />;
    default:
      return assertNever(state);
  }
};

/** Until it is known who reads, in the browser's language. */
const Starting = () => (
  <LanguageProvider>
    <main className="start-note">
      <Loading lines={4} />
    </main>
  </LanguageProvider>
);

/** The cache of responses lives in here: it is gone when the next person signs in. */
const SignedIn = () => {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { retry: mayTryAgain, retryDelay: pauseAfter, networkMode: "always", staleTime: 1000 },
        },
      }),
  );
  return (
    <QueryClientProvider client={client}>
      <WithMe />
    </QueryClientProvider>
  );
};

const WithMe = () => {
  const { data: me, problem, refetch } = useBoard(reading("me"));
  const user = me?.user;
  useEffect(() => {
    if (user !== undefined) forgetTypingOfOthers(user);
  }, [user]);
  if (problem !== undefined && me === undefined) return <StartNote problem={problem} onRetry={() => void refetch()} />;
  if (me === undefined) return <Starting />;
  return (
    <LanguageProvider suggested={me.language}>
      <MeProvider me={me}>
        <Shell />
      </MeProvider>
    </LanguageProvider>
  );
};
