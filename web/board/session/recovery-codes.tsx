import { useState } from "react";
import { Button } from "../components/button.tsx";
import { useLanguage } from "../language.tsx";
import { signInWords } from "./sign-in-words.ts";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onSeen: () => void;
}

/** Shown this once. */
const RecoveryCodes = ({ codes, onSeen }: RecoveryCodesProps) => {
  const { say } = useLanguage();
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(codes.join("\n")).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="sign-in-form">
      <ul className="factor-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button onPress={copy}>{say(isCopied ? signInWords.copied : signInWords.copy)}</Button>
      <Button variant="primary" onPress={onSeen}>
        {say(signInWords.codesKept)}
      </Button>
    </div>
  );
};

export default RecoveryCodes;
