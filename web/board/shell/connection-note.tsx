import { useQueryClient } from "@tanstack/react-query";
import { Button } from "../components/button.tsx";
import { componentWords } from "../components/component-words.ts";
import { useConnectionLost } from "../data/connection.ts";
import { useLanguage } from "../language.tsx";
import { shellWords } from "./shell-words.ts";

export const ConnectionNote = () => {
  const isLost = useConnectionLost();
  const { say } = useLanguage();
  const client = useQueryClient();
  return (
    <div role="status">
      {isLost && (
        <div className="shell-note">
          <p>{say(shellWords.lost)}</p>
          <Button onPress={() => void client.refetchQueries({ type: "active" })}>{say(componentWords.retry)}</Button>
        </div>
      )}
    </div>
  );
};
