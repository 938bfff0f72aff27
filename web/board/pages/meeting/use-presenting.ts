import { type RefObject, useEffect, useState } from "react";

/** Larger type for the meeting room, in full screen where the browser allows it; leaving full screen ends it. */
export const usePresenting = (room: RefObject<HTMLElement | null>) => {
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
