/** Saves a text, or what is already a file's content, as if the reader had followed a link to it. */
export const saveFile = (name: string, content: string | Blob, type: string): void => {
  const url = URL.createObjectURL(
    new Blob([content], { type: typeof content === "string" ? `${type};charset=utf-8` : type }),
  );
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};
