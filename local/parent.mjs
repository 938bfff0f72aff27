// @ts-check

/** Read as early as possible: a signal may come while this process is still loading. */
const parent = process.ppid;

/**
 * npm passes a signal on to the shell between itself and us, which exits and does not pass it on. So under npm we stop
 * when the parent process has gone.
 */
export const endWithParent = () => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
};
