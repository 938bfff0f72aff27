import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { useLanguage } from "../../language.tsx";
import { sourcesWords } from "./sources-words.ts";

/** Milliseconds for which it says that it was copied. */
const saidFor = 2000;

/** A text to be pasted elsewhere. On plain http browsers have no clipboard: then it is selected by hand. */
export const CopyLine = ({ text }: { readonly text: string }) => {
  const { say } = useLanguage();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), saidFor);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <div className="copy-line">
      <code>{text}</code>
      {window.isSecureContext && (
        <Button aria-label={`${say(isCopied ? sourcesWords.copied : sourcesWords.copy)}: ${text}`} onPress={copy}>
          {say(isCopied ? sourcesWords.copied : sourcesWords.copy)}
        </Button>
      )}
    </div>
  );
};
