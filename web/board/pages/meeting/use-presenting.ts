import { type RefObject, useEffect, useState } from "react";

/** Larger type for the room, over the whole screen where the browser lets it; Escape ends it as it ends that. */
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
      // Phones and embedded browsers refuse: then it is the larger type alone.
      room.current?.requestFullscreen?.().catch(() => undefined);
    },
    stop: (): void => {
      setPresenting(false);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    },
  };
};
