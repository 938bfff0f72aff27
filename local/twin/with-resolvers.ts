// The interpreter is written for Node 22.
if (!("withResolvers" in Promise))
  Object.assign(Promise, {
    withResolvers: () => {
      const made: Record<string, unknown> = {};
      made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
      return made;
    },
  });
