// @ts-check

/** Asked as early as can be: a signal may come while this process is still loading. */
const parent = process.ppid;

/**
 * npm passes a signal on to the shell between itself and us, which dies of it and tells nobody: under npm, a parent
 * that goes means that we are to go.
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
