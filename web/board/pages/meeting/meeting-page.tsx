import "./meeting.css";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useParams } from "wouter";
import { weekBefore, weekName } from "../../../../lambdas/domain/meeting/meeting-week.ts";
import { Button } from "../../components/button.tsx";
import { componentWords } from "../../components/component-words.ts";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { meetingWords as words } from "./meeting-words.ts";
import { PackList } from "./pack-list.tsx";
import { PackOfWeek } from "./pack-of-week.tsx";

/** The pack that the system has prepared for the weekly meeting, to be gone through together. */
export default function MeetingPage() {
  const { say } = useLanguage();
  const format = useFormat();
  const { week } = useParams();
  const read = useBoard(reading("meetings"));
  const { data: meetings } = read;
  const room = useRef<HTMLDivElement>(null);
  const { isPresenting, present, stop } = usePresenting(room);
  const shown = week ?? meetings?.packs[0]?.week;

  return (
    <div className="meeting" ref={room} data-presenting={isPresenting}>
      <PageHead
        title={say(words.title)}
        actions={
          <>
            <Button onPress={isPresenting ? stop : present}>
              {say(isPresenting ? words.stopPresenting : words.present)}
            </Button>
            <Button onPress={() => window.print()}>{say(componentWords.print)}</Button>
          </>
        }
      >
        {meetings && (
          <p>
            {say(words.next)} <time dateTime={meetings.next.at}>{format.dateTime(meetings.next.at)}</time> (
            {format.until(meetings.next.at)}), {say(words.nextAbout(weekName(weekBefore(meetings.next.week))))}
          </p>
        )}
      </PageHead>
      <Loaded of={read} skeleton={<Loading lines={8} />}>
        {({ packs }) => <PackList packs={packs} shown={shown} />}
      </Loaded>
      {meetings && shown === undefined && <Empty title={say(words.noPacks)}>{say(words.noPacksNote)}</Empty>}
      {shown !== undefined && <PackOfWeek key={shown} week={shown} isNewest={shown === meetings?.packs[0]?.week} />}
    </div>
  );
}

/** Larger type for the meeting room, in full screen where the browser allows it; leaving full screen ends it. */
const usePresenting = (room: RefObject<HTMLElement | null>) => {
  const [isPresenting, setPresenting] = useState(false);
  useEffect(() => {
    const changed = (): void => {
      if (document.fullscreenElement === null) setPresenting(false);
    };
    document.addEventListener("fullscreenchange", changed);
    return () => document.removeEventListener("fullscreenchange", changed);
  }, []);
  return {
    isPresenting,
    present: (): void => {
      setPresenting(true);
      // Phones and embedded browsers refuse full screen: the larger type alone remains.
      room.current?.requestFullscreen?.().catch(() => undefined);
    },
    stop: (): void => {
      setPresenting(false);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    },
  };
};
