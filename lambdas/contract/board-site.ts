import * as z from "zod/mini";

/** Folder beside the function that serves the board; `files.json` in it lists the files by name. */
export const siteFolder = "site";

export const SiteFilesSchema = z.record(
  z.string(),
  z.object({
    /** Content type. */
    type: z.string(),
    /** In quotation marks. */
    etag: z.string(),
    /** `<name>.br` and `<name>.gz` are beside it. */
    packed: z.boolean(),
  }),
);
export type SiteFiles = z.infer<typeof SiteFilesSchema>;
