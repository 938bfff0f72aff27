import { type DragEvent, useId, useState } from "react";
import { useLocation } from "wouter";
import { limits } from "../../../../lambdas/contract/limits.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useAct } from "../../data/api.ts";
import { asProblem, BoardProblem } from "../../data/board-problem.ts";
import { posting } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { importWords } from "./import-words.ts";
import { upload } from "./upload.ts";

/** Takes one file: dropped, or chosen; uploads it and goes to its import. */
export const DropZone = () => {
  const { say } = useLanguage();
  const format = useFormat();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const { send, sending, failed } = useUpload();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    send([...event.dataTransfer.files]);
  };
  return (
    <section
      className={`import-drop${isOver ? " import-drop-over" : ""}`}
      aria-label={say(importWords.drop)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 15V4m0 0L7.5 8.500M12 4l4.500 4.500M4 15v4h16v-4" />
      </svg>
      <p className="import-drop-title">{say(importWords.drop)}</p>
      <p className="import-soft">{say(importWords.dropLimits)}</p>
      <label className="button button-primary import-choose" htmlFor={id}>
        {say(importWords.choose)}
      </label>
      <input
        id={id}
        className="unseen"
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv"
        disabled={sending !== undefined}
        onChange={({ target }) => {
          send([...(target.files ?? [])]);
          // The same file again, once it is corrected.
          target.value = "";
        }}
      />
      <div role="status" className="import-drop-state">
        {sending !== undefined && (
          <>
            <p>{say(importWords.uploading(sending.name, format.share(sending.share)))}</p>
            <progress max={1} value={sending.share} aria-label={say(importWords.choose)} />
          </>
        )}
      </div>
      {failed !== undefined &&
        (failed instanceof BoardProblem ? (
          <ProblemNote problem={failed} />
        ) : (
          <p className="import-bad" role="alert">
            {say(failed)}
          </p>
        ))}
    </section>
  );
};

interface Sending {
  readonly name: string;
  readonly share: number;
}

const useUpload = () => {
  const act = useAct();
  const [, goTo] = useLocation();
  const [sending, setSending] = useState<Sending>();
  const [failed, setFailed] = useState<BoardProblem | Bilingual>();
  const sendOne = async (file: File): Promise<void> => {
    const { name } = file;
    setSending({ name, share: 0 });
    try {
      const begun = await act(posting("imports", {}, { fileName: name.slice(0, longestName), bytes: file.size }));
      try {
        await upload(begun.upload, file, (share) => setSending({ name, share }));
      } catch {
        setFailed(importWords.uploadFailed);
        return;
      }
      const { importId } = begun;
      await act(posting("imports/{importId}/uploaded", { importId }, { version: firstVersion }));
      goTo(`/import/${importId}`);
    } catch (fault) {
      setFailed(asProblem(fault));
    } finally {
      setSending(undefined);
    }
  };
  const send = (files: readonly File[]): void => {
    const [file, ...more] = files;
    if (file === undefined) return;
    const wrong = more.length > 0 ? importWords.oneFile : unfit(file);
    setFailed(wrong);
    if (wrong === undefined) void sendOne(file);
  };
  return { send, sending, failed };
};

/** Characters of a file's name. */
const longestName = 200;
/** Of an import that has just begun. */
const firstVersion = 1;

/** Before anything is sent. */
const unfit = ({ size }: File): Bilingual | undefined => {
  if (size > limits.importBytes) return importWords.tooLarge;
  return size === 0 ? importWords.emptyFile : undefined;
};
