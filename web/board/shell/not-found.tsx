import { Link } from "wouter";
import { Empty } from "../components/empty.tsx";
import { PageHead } from "../components/page-head.tsx";
import { useLanguage } from "../language.tsx";
import { shellWords } from "./shell-words.ts";

export const NotFound = () => {
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
