import { Link, useParams } from "wouter";
import { mayImport } from "../../../../lambdas/contract/board.ts";
import { workingStates } from "../../../../lambdas/contract/imports.ts";
import { Empty } from "../../components/empty.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { DropZone } from "./drop-zone.tsx";
import { ImportList } from "./import-list.tsx";
import { ImportSteps } from "./import-steps.tsx";
import { importWords } from "./import-words.ts";
import { OneImport } from "./one-import.tsx";
import "./import.css";

/** Without an id the lists that were imported, and the place for another one; with it one import, where it stands. */
export default () => {
  const { importId } = useParams<{ importId?: string }>();
  return <div className="import">{importId === undefined ? <AllImports /> : <ImportById importId={importId} />}</div>;
};

/** Milliseconds between two looks. */
const every = { working: 1000, still: 15_000 };

const AllImports = () => {
  const { say } = useLanguage();
  const { role } = useMe();
  const { data, problem } = useBoard(reading("imports"), { every: every.still });
  return (
    <>
      <PageHead title={say(importWords.title)}>
        <p>{say(importWords.intro)}</p>
      </PageHead>
      {mayImport(role) && <DropZone />}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {data === undefined && problem === undefined && <Loading lines={4} />}
      {data?.imports.length === 0 && <Empty title={say(importWords.earlierNone)} />}
      {data !== undefined && data.imports.length > 0 && <ImportList imports={data.imports} />}
    </>
  );
};

const ImportById = ({ importId }: { readonly importId: string }) => {
  const { say } = useLanguage();
  const { data, problem, refetch } = useImport(importId);
  return (
    <>
      <PageHead
        title={data?.fileName ?? say(importWords.title)}
        actions={
          <Link className="import-back" href="/import">
            {say(importWords.back)}
          </Link>
        }
      >
        {data !== undefined && <p role="status">{say(data.says)}</p>}
      </PageHead>
      {data !== undefined && <ImportSteps state={data.state} />}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {data === undefined && problem === undefined && <Loading lines={6} />}
      {data !== undefined && <OneImport view={data} onStale={() => void refetch()} />}
    </>
  );
};

const useImport = (importId: string) => {
  const request = reading("imports/{importId}", { importId });
  const still = useBoard(request, { every: every.still });
  const isWorking = workingStates.some((state) => state === still.data?.state);
  // The same question asked more often while something moves; both have one answer.
  useBoard(isWorking ? request : undefined, { every: every.working });
  return still;
};
