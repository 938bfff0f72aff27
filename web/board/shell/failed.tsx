import { Button } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { PageHead } from "../components/page-head.tsx";
import { useLanguage } from "../language.tsx";
import { shellWords } from "./shell-words.ts";

/** Shown in place of a page that threw, or whose files a new version of the board has replaced. */
export const Failed = () => {
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
