/** The lead that an execution is about, by the execution's name (`executionName`); `undefined` when it is none of ours. */
export const leadOfExecution = (name: string): string | undefined => /^([\w-]+)\.\d+(\.\d+)?$/.exec(name)?.[1];
